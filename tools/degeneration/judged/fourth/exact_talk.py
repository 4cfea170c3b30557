"""Exact loops of transcripts, chats, thoughts and calls of tools."""

import json
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.judged.fourth import material_exact as x
from degeneration.sample import Loop, PositiveKind

_CREDITS = {
    # What recognisers of speech write where nobody speaks.
    "en": "Thank you.|[applause]|Please subscribe.|(soft music)|Okay.|We'll be right back.",
    "fr": "Merci d'avoir regardé.|[Musique]|Sous-titrage fait par des bénévoles|D'accord.",
    "es": "Gracias por ver el vídeo.|[Aplausos]|Subtítulos de la comunidad|Vale, vale.",
    "pt": "Obrigado por assistir.|[Música]|Legendas pela comunidade|Tá bom.",
    "de": "Vielen Dank fürs Zuschauen.|[Applaus]|Untertitel im Auftrag des Senders|Ja, genau.",
    "ru": "Продолжение следует...|[музыка]|Спасибо за просмотр!|Угу.",
    "ja": "ご視聴ありがとうございました|（拍手）|はい。|次回もお楽しみに",
    "zh": "谢谢大家观看|（音乐）|请订阅本频道|对对对。",
    "ar": "شكرا للمشاهدة|[موسيقى]|ترجمة المتطوعين|نعم.",
    "hi": "देखने के लिए धन्यवाद।|[संगीत]|हाँ जी।|चैनल को सब्सक्राइब करें।",
    "ko": "시청해 주셔서 감사합니다.|[박수]|네.|다음 시간에 뵙겠습니다.",
}
_STAMMERS = {
    "en": "I mean, |you know, |uh, |I, |and then |well, no, |sort of, ",
    "fr": "euh, |je veux dire, |voilà, |donc, |tu vois, |et puis ",
    "es": "este, |o sea, |digamos, |y entonces |eh, |bueno, ",
    "pt": "é, |né, |aí eu, |quer dizer, |tipo, ",
    "it": "cioè, |allora, |insomma, |ehm, |e poi ",
    "pl": "no, |znaczy, |tego, |i wtedy |yyy, ",
    "el": "δηλαδή, |εεε, |ξέρεις, |και μετά ",
    "ja": "あの、|えーと、|その、|なんか、",
    "ko": "그, |저기, |뭐랄까, |음, ",
    "th": "เอ่อ |คือ |แบบว่า |แล้วก็",
    "ru": "ну, |это самое, |как бы, |э-э, |и вот ",
}
_THOUGHTS = {
    "en": "Hmm, let me look at the image again.|The digit could be a {a} or a {b}.|Hold on.|"
    "So the total on the page must be {n}.|But that contradicts the second column.|Let me recount.",
    "fr": "Reprenons.|La ligne indique {n}, ce qui ne correspond pas.|Attendons.|"
    "Il faut donc lire {a} et non {b}.|Vérifions encore une fois.",
    "es": "Un momento.|Si la suma es {n}, falta una fila.|Vuelvo a leer la columna.|"
    "Podría ser un {a} en lugar de un {b}.|No, no cuadra.",
    "de": "Moment.|Die Summe ergibt {n}, im Bild steht aber etwas anderes.|Noch einmal von vorn.|"
    "Vielleicht ist die {a} eine {b}.|Das passt nicht.",
    "ru": "Подождите.|Если в строке {n}, то итог не сходится.|Проверю ещё раз.|"
    "Возможно, это {a}, а не {b}.|Нет, не так.",
    "zh": "等等，我再看一遍图片。|这一行写的是{n}，与合计不符。|也许{a}应该是{b}。|不对，重新来。",
    "ja": "もう一度確認する。|合計は{n}のはずだ。|{a}ではなく{b}かもしれない。|いや、違う。",
    "hi": "रुकिए, फिर से देखता हूँ।|इस पंक्ति में {n} लिखा है।|शायद {a} नहीं, {b} है।|नहीं, यह ठीक नहीं।",
}
_ANSWERS = (
    "**Final Answer:** {}\n\n",
    "\\boxed{{{}}}\n\n",
    "The answer is ${}$.\n",
    "$$x = {}$$\n",
    "</think>\n\n{}\n\n<think>\n",
    "∴ x = {}\n",
    "&\\Rightarrow x = {} \\\\\n",
    "#### {}\n",
    "Ответ: {}.\n",
    "答案：{}。\n",
    "Also gilt $x={}$.\n\n",
)
_TURNS = (
    ("User: ", "Assistant: "),
    ("<|user|>", "<|assistant|>"),
    ("Q. ", "A. "),
    ("— ", "— "),
    ("**Interviewer:** ", "**Witness:** "),
    ("### Instruction\n", "### Response\n"),
    ("Π: ", "Μ: "),
    ("Human: ", "AI: "),
)
_TOOLS = ("open_page", "read_lines", "crop_image", "ocr_region", "find_text", "zoom", "rotate")
_RESULTS = ("null", '""', '{"error": "not found"}', "[]", '{"ok": true}', '"(empty)"', "Timeout.")


def credits(rng: Random) -> Loop:
    lang = rng.choice(tuple(_CREDITS))
    second, lines = rng.randint(0, 40), []
    stamped = rng.random() < 0.5
    for sentence in x.pool(rng, lang):
        lines.append(f"[{second // 60:02d}:{second % 60:02d}] {sentence}" if stamped else sentence)
        second += rng.randint(2, 9)
    said = rng.choice(_CREDITS[lang].split("|"))
    unit = rng.choice((f"{said}\n", f"{said}{x.gap(lang)}", f"- {said}\n", f"<v>{said}</v>\n"))
    return Loop("exact", "\n".join(lines[rng.randint(0, 4) :]) + "\n", repeat(unit))


def stammer(rng: Random) -> Loop:
    lang = rng.choice(tuple(_STAMMERS))
    sentences = x.pool(rng, lang)
    who = rng.choice(("", f"{x.person(rng, lang).upper()}: ", "[SPEAKER_01] ", "— "))
    unit = rng.choice(_STAMMERS[lang].split("|"))
    return Loop("exact", x.before(rng, lang, sentences) + who, repeat(unit))


def turns(rng: Random) -> Loop:
    lang = x.language(rng)
    sentences, (ask, reply) = x.pool(rng, lang), rng.choice(_TURNS)
    answer = rng.randint(2, 7)
    said = [f"{rng.choice((ask, reply))}{text}\n" for text in sentences[answer:]]
    unit = f"{ask}{sentences[0]}\n{reply}{x.gap(lang).join(sentences[1:answer])}\n" + rng.choice(
        ("", "\n")
    )
    before = x.made_up(rng, lang, rng.randint(120, 900))
    return Loop("exact", f"{before}\n".lstrip() + "".join(said), repeat(unit))


def rethinking(rng: Random) -> Loop:
    lang = rng.choice(tuple(_THOUGHTS))
    said = _THOUGHTS[lang].split("|")
    first = rng.randint(0, len(said) - 2)
    chosen = said[first : first + rng.randint(2, 4)]
    digit = rng.randint(1, 8)
    values = {"a": digit, "b": digit + 1, "n": rng.randint(11, 9000)}
    unit = x.gap(lang).join(chosen).format(**values) + rng.choice(("\n\n", "\n", x.gap(lang)))
    lead = "<think>\n" + x.before(rng, lang, x.pool(rng, lang))
    return Loop("exact", lead, repeat(unit), "\n</think>\n\n")


def answer_again(rng: Random) -> Loop:
    lang = x.language(rng)
    value = rng.choice(
        (str(rng.randint(2, 5000)), f"\\frac{{{rng.randint(1, 9)}}}{{11}}", "2\\pi", "y+1")
    )
    steps = []
    for _ in range(rng.randint(2, 7)):
        a, b = rng.randint(2, 97), rng.randint(2, 97)
        steps.append(f"${a} \\cdot {b} = {a * b}$\n")
    lead = x.before(rng, lang, x.pool(rng, lang)) + "".join(steps)
    return Loop("exact", lead, repeat(rng.choice(_ANSWERS).format(value)))


def same_call(rng: Random) -> Loop:
    lang, tool = x.language(rng), rng.choice(_TOOLS)
    sentences = x.pool(rng, lang)
    arguments = {"page": rng.randint(1, 90), rng.choice(("id", "query", "path")): m.code(rng)}
    call = json.dumps({"name": tool, "arguments": arguments})
    short = ", ".join(f"{key}={value!r}" for key, value in arguments.items())
    page = json.dumps({"text": " ".join(sentences[:5])}, ensure_ascii=False)
    result = rng.choice((*_RESULTS, page, page, page))
    unit = rng.choice(
        (
            f"<tool_call>\n{call}\n</tool_call>\n<tool_response>{result}</tool_response>\n",
            f">>> {tool}({short})\n{result}\n",
            f"Action: {tool}\nAction Input: {short}\nObservation: {result}\n\n",
            f"```json\n{call}\n```\n\n",
        )
    )
    return Loop("exact", x.before(rng, lang, sentences[5:]), repeat(unit))


KINDS = (
    PositiveKind("credits over silence", "exact: talk", credits, ("tail", "recovered")),
    PositiveKind("stammer in a transcript", "exact: talk", stammer, ("tail", "stray")),
    PositiveKind("two turns of a chat", "exact: talk", turns),
    PositiveKind("thought over again", "exact: talk", rethinking, ("tail", "closed", "recovered")),
    PositiveKind("answer after answer", "exact: talk", answer_again, ("tail", "recovered")),
    PositiveKind("the same call of a tool", "exact: talk", same_call, ("tail", "stray")),
)
