"""Loops of speech, chat, reasoning, tools, translations and lists."""

from random import Random

from degeneration.judged.third import material_exact as x
from degeneration.sample import Loop, PositiveKind

_HEARD = {
    "en": "Thank you for watching. |[Music] |(applause)\n|I'm going to go ahead and |you know, |"
    "Please subscribe to my channel. |Okay. |So, um, |[inaudible] |Bye-bye. |♪ oh, ¤w ♪\n",
    "pt": "Legendas pela comunidade Amara.org |Obrigado por assistir. |[risos] |então, né, |Tá. ",
    "es": "¡Gracias por ver el vídeo! |Subtítulos por ¤p. |Y nada, |[aplausos]\n|Vale, vale. ",
    "fr": "Sous-titres réalisés par la communauté d'Amara.org |Merci. |euh, donc, |Voilà, voilà. ",
    "de": "Untertitel im Auftrag des ZDF, ¤y |Vielen Dank. |ähm, ja, |Genau. |[Musik]\n",
    "it": "Sottotitoli a cura di ¤p. |Grazie a tutti. |cioè, |Ciao, ciao, ",
    "tr": "İzlediğiniz için teşekkür ederim. |Altyazı ¤p |yani, şey, ",
    "pl": "Dziękuję za oglądanie. |Napisy stworzone przez ¤p. |no i, ",
    "ru": "Продолжение следует... |Субтитры сделал ¤p. |ну, вот, |[МУЗЫКА] ",
    "ar": "ترجمة ¤p |اشتركوا في القناة |يعني، ",
    "ja": "ご視聴ありがとうございました。|えっと、|はい。",
    "ko": "시청해주셔서 감사합니다. |MBC 뉴스 ¤p입니다. |네, ",
    "zh": "请不吝点赞 订阅 转发 打赏支持|谢谢大家。|那个，",
    "hi": "देखने के लिए धन्यवाद। |मतलब, |जी हाँ, ",
    "el": "Υπότιτλοι AUTHORWAVE |Ευχαριστώ. |δηλαδή, ",
}  # fmt: skip


def _heard(rng: Random) -> Loop:
    """What transcribers of speech hear in silence."""
    lang = rng.choice(list(_HEARD))
    unit = x.fill(rng, lang, rng.choice(_HEARD[lang].split("|")))
    if rng.random() < 0.3:
        unit = rng.choice(("- ", f"{x.person(rng, lang)}: ", "[SPEAKER_01] ")) + unit.strip() + "\n"
    return x.exact(x.prose(rng, lang), unit, "\n\n")


_NAMES = (
    ("User: ", "\nAssistant: ", "\n"),
    ("<|im_start|>user\n", "<|im_end|>\n<|im_start|>assistant\n", "<|im_end|>\n"),
    ("[INST] ", " [/INST] ", "</s>"), ("Q: ", "\nA: ", "\n\n"), ("— ", "\n— ", "\n"),
    ("### Human: ", "\n### AI: ", "\n"), ("**¤p:** ", "\n\n**¤p:** ", "\n\n"),
    ("¤p: ", "\n¤p: ", "\n"), ("“", "” said ¤p. “", "” "), ("问：", "\n答：", "\n"),
    ("<start_of_turn>user\n", "<end_of_turn>\n<start_of_turn>model\n", "<end_of_turn>\n"),
    ("P.: ", "\nR.: ", "\n"),
)  # fmt: skip


def _turns(rng: Random) -> Loop:
    """Two who say the same to each other for ever."""
    lang = x.language(rng)
    marks = [x.fill(rng, lang, mark) for mark in rng.choice(_NAMES)]

    def exchange() -> str:
        said = [x.sentence(rng, lang, 2, 14) for _ in range(2)]
        return marks[0] + said[0] + marks[1] + said[1] + marks[2]

    return x.anew(rng, x.prose(rng, lang, 100, 500), exchange, "", 6)


_DOUBTS = {
    "en": "Wait, let me re-check that.|Hmm, ¤n is not right.|But the problem says ¤n.|Actually, "
    "no.|So the answer is ¤n.|Let me think again about ¤w.|Alternatively, maybe ¤n + ¤s = ¤n.|"
    "Looking at the image again, line ¤s reads “¤w ¤w”.|Let me try a different approach.",
    "pt": "Espere, vou verificar de novo.|Mas o enunciado diz ¤n.|Então a resposta é ¤n.|Na "
    "verdade, não.",
    "es": "Espera, revisemos otra vez.|Pero ¤n no es divisible por ¤s.|Entonces la respuesta es "
    "¤n.",
    "fr": "Attendez, vérifions encore.|Donc la réponse est ¤n.|Mais cela contredit la ligne ¤s.",
    "de": "Moment, das stimmt nicht.|Also ist die Antwort ¤n.|Aber in Zeile ¤s steht „¤w“.|"
    "Nochmal von vorn.",
    "ru": "Подождите, проверим ещё раз.|Значит, ответ ¤n.|Но в условии сказано ¤n.|Хм.",
    "zh": "等等，让我再检查一下。|所以答案是¤n。|但是题目说的是¤n。|不对。|让我们重新考虑¤w。",
    "ja": "待って、もう一度確認します。|したがって答えは¤nです。|しかし、¤s行目は違います。",
    "hi": "रुकिए, फिर से जाँचते हैं।|तो उत्तर ¤n है।|लेकिन प्रश्न में ¤n लिखा है।",
    "ar": "انتظر، دعني أتحقق مرة أخرى.|إذن الجواب هو ¤n.|لكن السؤال يقول ¤n.",
}  # fmt: skip


def _thinking(rng: Random, lang: str) -> str:
    return rng.choice(("<think>\n", "", "**Reasoning**\n\n")) + x.prose(rng, lang, 100, 1800)


def _doubt(rng: Random) -> Loop:
    """A chain of thought that goes back and forth between one and four of its own sentences."""
    lang = rng.choice(list(_DOUBTS))
    forms = _DOUBTS[lang].split("|")
    between = rng.choice((x.between(lang), "\n\n", "\n"))
    chosen = rng.sample(forms, rng.choice((1, 2, 3, 4)) % len(forms) or 1)
    said = [x.fill(rng, lang, form) for form in chosen]
    return x.exact(_thinking(rng, lang), between.join(said) + between, "</think>\n\n")


_TOOLS = (
    '<tool_call>\n{"name": "¤i", "arguments": {"query": "¤w ¤w", "page": ¤s}}\n</tool_call>\n',
    "Thought: I need ¤w ¤w.\nAction: ¤i\nAction Input: ¤w\nObservation: No results.\n",
    '<function=¤i>{"path": "/¤i/¤i.md"}</function>\nError: file not found\n',
    "```tool_code\n¤i(¤i=¤n)\n```\n```tool_output\nNone\n```\n",
    '{"action": "click", "x": ¤n, "y": ¤n}\n', "I'll try ¤i again.\n\n[¤i] returned 0 rows.\n\n",
)  # fmt: skip


def _tools(rng: Random) -> Loop:
    """An agent that calls the same tool with the same arguments."""
    lang = x.language(rng)
    unit = x.fill(rng, lang, rng.choice(_TOOLS))
    return x.exact(_thinking(rng, lang), unit, "Final answer: none\n\n")


_PAIRS = (
    "{a}\n{b}\n\n", "{a} — {b}\n", "**{a}** {b}\n", "| {a} | {b} |\n", "“{a}” means “{b}”. ",
    "{a} ({b}) ", '<tu><seg lang="{l}">{a}</seg><seg lang="{k}">{b}</seg></tu>\n',
    "{l}: {a}\n{k}: {b}\n", "{a} = {b}; ", "Translate from {l} to {k}: {a}\nTranslation: {b}\n",
    '{{"{l}": "{a}", "{k}": "{b}"}},\n', "{a}\t{b}\n",
)  # fmt: skip


def _pairs(rng: Random) -> Loop:
    """A text and its translation, an entry and its gloss, in two scripts or one."""
    one, other = rng.sample(x.LANGUAGES, 2)
    form, long = rng.choice(_PAIRS), rng.random() < 0.5

    def pair() -> str:
        say = x.sentence if long else x.words
        said = [say(rng, one, 4) if long else say(rng, one, 2), say(rng, other, 3)]
        return form.format(a=said[0], b=said[1], l=one, k=other)

    return x.anew(rng, x.prose(rng, one, 100, 700), pair, "", 6)


_BULLETS = (
    "- ", "* ", "• ", "1. ", "– ", "- [ ] ", "- [x] ", "☐ ", "+ ", "<li>", "→ ", "a) ", "◦ ", "■ ",
    "٭ ",
)  # fmt: skip
_ITEMS = "¤W|¤W ¤w|**¤W:** ¤w ¤w|¤p (¤c)|[¤W](https://¤i.org/¤i)|¤W ¤w, ¤f|`¤i` ¤w"


def _bullets(rng: Random) -> Loop:
    """One item of a list, with or without what is nested below it."""
    lang = x.language(rng)
    bullet = rng.choice(_BULLETS)
    end = "</li>\n" if bullet == "<li>" else "\n"
    form = rng.choice(_ITEMS.split("|"))
    nested = rng.random() < 0.3

    def item() -> str:
        text = bullet + x.fill(rng, lang, form) + end
        return text + (f"  {bullet}{x.sentence(rng, lang, 2, 8)}{end}" if nested else "")

    closing = "</ul>\n\n" if bullet == "<li>" else "\n"
    return x.anew(rng, x.prose(rng, lang, 100, 900), item, closing)


KINDS = (
    PositiveKind("speech out of silence", "exact: speech and chat", _heard, ("tail", "recovered")),
    PositiveKind("turns of two", "exact: speech and chat", _turns, ("tail", "stray")),
    PositiveKind("doubt without end", "exact: reasoning", _doubt, ("tail", "recovered")),
    PositiveKind("tool called again", "exact: reasoning", _tools, ("tail", "closed")),
    PositiveKind("text and translation", "exact: lists and pairs", _pairs),
    PositiveKind("item of a list", "exact: lists and pairs", _bullets, ("tail", "recovered")),
)
