"""Exact loops of what is spoken or thought: turns, subtitles, second thoughts, apologies."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

SPEECH = "exact: speech, chat and reasoning"

_DOUBTS = [
    "Wait, the figure in the column for {g} could also be {a}. Let me look at the image again.",
    "Hmm, {a} + {b} = {c}. But the total says {d}, so I must have misread a digit.",
    "Actually, no. The header spans two columns, so {a} belongs to {m} and {b} to the next row.",
    "But the user asked for Markdown, so the table should have {a} columns. Let me recount them.",
    "Alternatively, perhaps the stamp reads “{m}” rather than “{n}”. It is hard to say.",
    "So x = {a}, and then f(x) = {b}. Substituting back gives {c}, which contradicts x = {a}.",
    "Ich prüfe das noch einmal: {a} mal {b} ergibt {c}. Im Beleg steht aber {d}.",
    "Moment, das Datum könnte auch zu {m} gehören. Also zurück zur ersten Zeile.",
    "Attends, la ligne « {g} » est peut-être barrée. Relisons la colonne depuis le début.",
    "Espera, si {m} pagó {a}, entonces faltan {b}. Pero eso no coincide con el total.",
    "Стоп, если в строке «{g}» стоит {a}, то итог должен быть {b}. Проверю ещё раз.",
    "等一下,如果{m}付了{a},那么余额应该是{b}。我再检查一遍。",
    "いや、{g}の数量は{a}ではなく{b}かもしれない。もう一度確認しよう。",
    "잠깐, {g}의 합계가 {a}이면 나머지는 {b}이다. 다시 계산해 보자.",
    "एक मिनट, {g} का दाम {a} है या {b}? फिर से देखता हूँ।",
    "Não, espere: a linha de {g} traz {a}, e a soma dá {b}. Vou conferir de novo.",
]
_TASKS = [
    "The task is to transcribe the scanned page into {f}, keeping the order of reading.",
    "We are given an invoice made out to {m} and have to return the items as {f}.",
    "The user wants to know how much {m} paid for {g} in total, with the steps shown.",
    "Let me start from the top left, where the letterhead of {m} is, and go on to the table.",
]
_FORMS = ["Markdown", "HTML", "JSON with the keys item, quantity and price", "LaTeX", "plain text"]

_APOLOGIES = [
    "I apologize for the confusion. You're right: {m}'s {g} should come first. Here it is again:\n",
    "I'm sorry, but I can't make out the line about {g}. Please upload a sharper image.\n\n",
    "Is there anything else you would like to know about {g}?\n\nI hope this helps!\n\n",
    "As an AI language model, I cannot verify whether {m} signed the receipt for {g}. ",
    "Es tut mir leid für das Missverständnis. Hier ist die berichtigte Zeile zu {g}:\n\n",
    "Désolé pour cette erreur. Voici la transcription corrigée de la lettre de {m} :\n\n",
    "Lamento la confusión, {m}. Tiene usted razón. Voy a corregirlo ahora mismo.\n",
    "Peço desculpas pelo engano. Segue a versão corrigida do recibo de {m}:\n\n",
    "Приношу извинения за путаницу. Вот исправленный вариант строки «{g}»:\n",
    "非常抱歉,我之前关于{g}的回答有误。以下是更正后的内容:\n\n",
    "申し訳ございません。{m}様の領収書を改めて読み取ります。\n",
    "أعتذر عن الخطأ في سطر {g}. إليك النص المصحح:\n\n",
    "Özür dilerim, {g} satırını yanlış okudum. Düzeltilmiş hali:\n",
    "**Note:** The price of {g} is approximate.\n\n---\n\n",
]

_CREDITS = [
    *(
        "Thank you for watching! ",
        "Thanks for listening. See you next time.\n",
        "Please subscribe. ",
        " you",
    ),
    *(
        "Subtitles by the open caption community\n",
        "Untertitel im Auftrag des Senders, 2017\n",
        "♪♪ ",
        " Bye.",
    ),
    *(
        "Sous-titrage réalisé par la Société du Canal\n",
        "Продолжение следует... ",
        "Субтитры сделал {m}\n",
    ),
    *(
        "ご視聴ありがとうございました。",
        "字幕由志愿者{m}提供 ",
        "请不吝点赞 订阅 转发",
        "시청해 주셔서 감사합니다. ",
        "[Música] ",
    ),
    *(
        "اشتركوا في القناة ",
        "ترجمة {m} ",
        "Napisy: {m}. ",
        "Altyazı {m} ",
        "תודה רבה. ",
        "Gracias por ver el video. ",
    ),
    *(
        "E aí, gente. ",
        "Cảm ơn các bạn đã theo dõi. ",
        "(applause) ",
        "Ευχαριστώ. ",
        "धन्यवाद। ",
        "<unk> uh, ",
    ),
]
_MUTTER = [
    *(
        "Yeah.",
        "Right, right.",
        "I don't know.",
        "Okay, so, um,",
        "Genau.",
        "Ja, also, äh.",
        "D'accord.",
    ),
    *(
        "Sí, sí.",
        "Ecco.",
        "Ну да.",
        "嗯。",
        "对,对。",
        "はい。",
        "네.",
        "نعم.",
        "हाँ।",
        "Né?",
        "Evet.",
        "Tak, tak.",
        "[inaudible]",
    ),
    *("The motion is carried.", "Speaker {m} is not on the microphone.", "Next slide, please."),
]
_TURNS = [
    *(
        "<|im_start|>user\n{u}<|im_end|>\n<|im_start|>assistant\n{v}<|im_end|>\n",
        "User: {u}\nBot: {v}\n\n",
    ),
    *(
        "<start_of_turn>user\n{u}<end_of_turn>\n<start_of_turn>model\n{v}<end_of_turn>\n",
        "[INST] {u} [/INST] {v}</s>",
    ),
    *(
        "### Instruction:\n{u}\n\n### Response:\n{v}\n\n",
        "**Q:** {u}\n**A:** {v}\n\n",
        "Q. {u}\n\nA. {v}\n\n",
    ),
    *(
        "<|user|>\n{u}\n<|assistant|>\n{v}<|end|>\n",
        "— {u}\n— {v}\n",
        "{m}: {u}\n{n}: {v}\n",
        "Human: {u}\n\nAI: {v}\n\n",
    ),
    *(
        '{{"role": "user", "content": "{u}"}}, {{"role": "assistant", "content": "{v}"}}, ',
        "「{u}」「{v}」",
    ),
    *(
        "<u who='#{m}'>{u}</u>\n<u who='#{n}'>{v}</u>\n",
        "<|eot_id|><|start_header_id|>{m}<|end_header_id|>{u} {v}",
    ),
]
_ASKED = [
    ("Where were you that night?", "At home, sir, with the children."),
    ("Can you read the second page?", "Yes."),
    ("What is the total?", "The total is {d}."),
    ("Was steht in Zeile drei?", "Dort steht „{g}“."),
    ("Et ensuite ?", "Ensuite, rien."),
    ("¿Conoce usted al acusado?", "De vista, nada más."),
    ("Вы подтверждаете подпись?", "Подтверждаю."),
    ("请问这是什么?", "这是{g}。"),
    ("お名前は?", "{m}です。"),
    ("هل رأيت العقد؟", "لا، لم أره."),
    ("Quem recebeu o pagamento?", "Foi {m}, no balcão."),
    ("Translate the last line into French.", "« Il pleuvait sur {m}. »"),
    ("continue", "The page ends here."),
]
_CLOCKS = [
    "[{h}:{a:02d}:{b:02d}.{c:03d} --> {h}:{a:02d}:{d:02d}.{c:03d}]  {t}\n",
    "{h:02d}:{a:02d}:{b:02d},{c:03d} --> {h:02d}:{a:02d}:{d:02d},{c:03d}\n{t}\n\n",
    "<|{b}.{h}0|> {t}<|{d}.{h}0|>",
    "[{a}:{b:02d}] SPEAKER_0{h}: {t}\n",
    "({h}h{a:02d}) {t} ",
    '{{"start": {b}.{h}, "end": {d}.{h}, "text": " {t}"}}, ',
    '<p begin="{a}.{b:02d}s" dur="{h}s">{t}</p>\n',
    "Dialogue: 0,{h}:{a:02d}:{b:02d}.00,{h}:{a:02d}:{d:02d}.00,Default,,0,0,0,,{t}\n",
    "{a:02d}'{b:02d}\" {t}\n",
]


def _words(rng: Random) -> dict[str, str]:
    """What the sentences name; amounts are unlike each other."""
    a, b, c, d = (str(amount) for amount in rng.sample(range(11, 990), 4))
    one, two = rng.sample(x.NAMES, 2)
    good, form = rng.choice(x.GOODS), rng.choice(_FORMS)
    return {"a": a, "b": b, "c": c, "d": d, "m": one, "n": two, "g": good, "f": form}


def _doubt(rng: Random) -> Loop:
    task = " ".join(rng.sample(_TASKS, rng.randint(1, 3))).format(**_words(rng))
    opening = rng.choice(("<think>\n", "", "Thinking:\n", "**Reasoning**\n\n", "<scratchpad>"))
    lead = opening + task + " " + x.any_lead(rng, 100, 1500) + rng.choice(("\n\n", " ", "\n"))
    words = _words(rng)
    # More than one sentence only of one language.
    doubts = rng.sample(_DOUBTS[:6], rng.randint(1, 5))
    doubts = doubts if rng.random() < 0.5 else [rng.choice(_DOUBTS[6:])]
    unit = " ".join(doubt.format(**words) for doubt in doubts)
    closing = {"<think>\n": "</think>\n\n", "<scratchpad>": "</scratchpad>\n"}.get(opening, "\n\n")
    return x.again(lead, unit + rng.choice(("\n\n", " ", "\n")), closing)


def _apology(rng: Random) -> Loop:
    lead = rng.choice(_TASKS).format(**_words(rng)) + "\n\n" + x.any_lead(rng, 100, 1500)
    unit = rng.choice(_APOLOGIES).format(**_words(rng))
    return x.again(lead + rng.choice(("\n\n", "\n")), unit)


def _credit(rng: Random) -> Loop:
    lead = x.any_lead(rng, 100, 2500) + rng.choice((" ", "\n"))
    return x.again(lead, rng.choice(_CREDITS).format(m=rng.choice(x.NAMES)))


def _cue(rng: Random, clock: str, hour: int, minute: int, text: str) -> str:
    start = rng.randrange(40)
    return clock.format(
        h=hour,
        a=minute,
        b=start,
        c=rng.randrange(1000),
        d=start + rng.randint(2, 19),
        t=text,
    )


def _frozen(rng: Random) -> Loop:
    """The clock of the subtitles stands still, and the same is said."""
    clock, hour, minute = rng.choice(_CLOCKS), rng.randint(1, 9), rng.randrange(40)
    spoken = x.sentences(rng, rng.choice(list(x.SENTENCES)), rng.randint(3, 12))
    lead = '{"segments": [' if clock[0] == "{" and "text" in clock else "WEBVTT\n\n"
    spoken += [m.sentence(rng, 14, 20)] if len(spoken) < 6 else []
    lead += "".join(_cue(rng, clock, hour, minute + i, text) for i, text in enumerate(spoken))
    minute += len(spoken)
    unit = _cue(rng, clock, hour, minute, rng.choice(_MUTTER).format(m=rng.choice(x.NAMES)))
    return x.again(
        lead, unit, "]}" if "segments" in lead else "\n</div>\n" if "<p" in unit else "\n"
    )


def _turns(rng: Random) -> Loop:
    shape, words = rng.choice(_TURNS), _words(rng)
    asked = [(m.sentence(rng, 5, 9), said) for said in x.sentences(rng, "en", rng.randint(2, 5))]
    lead = x.any_lead(rng, 100, 800) + "\n\n"
    lead += "".join(shape.format(u=u, v=v, **words) for u, v in asked)
    u, v = (said.format(**words) for said in rng.choice(_ASKED))
    return x.again(lead, shape.format(u=u, v=v, **words), "]}" if shape[0] == "{" else "\n")


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: doubts of a reasoner", SPEECH, _doubt, ("tail", "tail", "closed")),
    PositiveKind("w: apologies and offers", SPEECH, _apology, ("tail", "tail", "recovered")),
    PositiveKind("w: turns that answer themselves", SPEECH, _turns, ("tail", "tail", "stray")),
    PositiveKind("w: credit over silence", SPEECH, _credit, ("tail", "recovered")),
    PositiveKind("w: cue under a stopped clock", SPEECH, _frozen, ("tail", "tail", "closed")),
)
