"""Blind exact loops of chat, reasoning and translation."""

import json
from random import Random

from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_CHAT = "exact: chat and reasoning"

_SORRY: dict[str, tuple[str, ...]] = {
    "en": (
        "I apologize for the confusion. The correct answer is {n}.",
        "You're right, my mistake. It was {w} in {y}.",
        "As an AI language model, I cannot verify what happened in {p}.",
    ),
    "fr": (
        "Je m'excuse pour la confusion. La bonne réponse est {n}.",
        "Vous avez raison, il s'agissait de {w} en {y}.",
    ),
    "de": (
        "Entschuldigen Sie die Verwirrung. Die richtige Antwort lautet {n}.",
        "Sie haben recht, es war {w} im Jahr {y}.",
    ),
    "es": (
        "Disculpa la confusión. La respuesta correcta es {n}.",
        "Tienes razón, fue {w} en el año {y}.",
    ),
    "it": ("Mi scuso per l'errore. La risposta giusta è {n}.", "Ha ragione, era {w} nel {y}."),
    "pl": ("Przepraszam za pomyłkę. Poprawna odpowiedź to {n}.", "Masz rację, to był {w}."),
    "ru": ("Извините за путаницу. Правильный ответ: {n}.", "Вы правы, это был {w}, {y} год."),
    "el": ("Ζητώ συγγνώμη για τη σύγχυση. Η σωστή απάντηση είναι {n}.",),
    "ar": ("أعتذر عن الخطأ. الإجابة الصحيحة هي {n}.", "أنت محق، كان ذلك في عام {y}."),
    "hi": ("भ्रम के लिए क्षमा करें। सही उत्तर {n} है।", "आप सही हैं, वह {w} थे।"),
    "zh": ("抱歉造成混淆。正确答案是{n}。", "您说得对，应该是{y}年的{w}。"),
    "ja": ("混乱させて申し訳ありません。正解は{n}です。", "ご指摘の通り、{y}年の{w}さんです。"),
    "ko": ("혼란을 드려 죄송합니다. 정답은 {n}입니다.", "맞습니다, {y}년의 {w} 씨입니다."),
}

_WAIT: dict[str, tuple[str, ...]] = {
    "en": (
        "Wait, let me re-read the question.",
        "Hmm, that gives {n}, but it should be {y}.",
        "Let me look at the image again: the cell seems to say {w}.",
        "Actually, no.",
        "So the total must be {n}.",
        "Alternatively, the second column could be {p}.",
        "But that contradicts the header.",
        "Okay, I'm confident now.",
    ),
    "de": (
        "Moment, ich lese die Aufgabe noch einmal.",
        "Das ergäbe {n}, dort steht aber {y}.",
        "Oder ist mit der Zelle {p} gemeint?",
        "Nein, das passt nicht.",
        "Also ist die Summe {n}.",
    ),
    "fr": (
        "Attendez, je relis l'énoncé.",
        "Cela donne {n}, or il faudrait {y}.",
        "Peut-être que la cellule contient {w} ?",
        "Non, c'est impossible.",
        "Donc le total est {n}.",
    ),
    "es": (
        "Espera, voy a revisar otra vez.",
        "Eso da {n}, pero debería ser {y}.",
        "Quizá la celda dice {p}.",
        "No, no coincide.",
        "Por lo tanto, el total es {n}.",
    ),
    "ru": (
        "Стоп, перечитаю условие.",
        "Получается {n}, а должно быть {y}.",
        "Может быть, в ячейке написано {w}?",
        "Нет, не сходится.",
        "Значит, сумма равна {n}.",
    ),
    "zh": (
        "等等，让我重新看一下题目。",
        "这样算出来是{n}，但应该是{y}。",
        "也许这一格写的是{w}。",
        "不对。",
        "所以总数是{n}。",
        "再检查一遍。",
    ),
    "ja": (
        "待ってください、もう一度問題を読みます。",
        "これだと{n}になるが、{y}のはずだ。",
        "この欄は{p}かもしれない。",
        "いや、違う。",
        "したがって合計は{n}です。",
    ),
    "hi": (
        "रुकिए, प्रश्न फिर से पढ़ता हूँ।",
        "इससे {n} आता है, पर {y} होना चाहिए।",
        "शायद इस खाने में {w} लिखा है।",
        "नहीं, यह सही नहीं है।",
        "अतः योग {n} है।",
    ),
}

_VERIFY: dict[str, str] = {
    "en": "## Verification\n\nRow {n}: the name reads {w}, the place {p}. Amount: {n}.\n"
    "The amount matches the invoice, therefore the step is correct.\n\n"
    "**Final answer:** {n}\n\nHowever, I should double-check the result before answering.\n\n",
    "de": "### Prüfung\n\nZeile {n}: Name {w}, Ort {p}, Betrag {n}.\nDer Betrag stimmt mit dem "
    "Beleg überein.\n\n**Antwort:** {n}\n\nIch sollte das Ergebnis aber noch einmal prüfen.\n\n",
    "es": "### Comprobación\n\nFila {n}: nombre {w}, lugar {p}, importe {n}.\nEl importe coincide "
    "con el recibo.\n\n**Respuesta:** {n}\n\nSin embargo, conviene verificarlo de nuevo.\n\n",
    "ru": "### Проверка\n\nСтрока {n}: имя {w}, место {p}, сумма {n}.\nСумма совпадает с "
    "квитанцией.\n\n**Ответ:** {n}\n\nОднако стоит ещё раз всё проверить.\n\n",
    "ko": "### 검토\n\n{n}행: 이름 {w}, 장소 {p}, 금액 {n}.\n금액이 영수증과 일치합니다.\n\n"
    "**답:** {n}\n\n하지만 다시 한 번 확인해야 합니다.\n\n",
    "zh": "### 核对\n\n第{n}行：姓名{w}，地点{p}，金额{n}。\n金额与发票一致。\n\n**答案：**{n}\n\n"
    "不过，我应该再确认一次。\n\n",
    "ar": "### تحقق\n\nالسطر {n}: الاسم {w}، المكان {p}، المبلغ {n}.\nالمبلغ مطابق للفاتورة.\n\n"
    "**الجواب:** {n}\n\nلكن يجب أن أراجع النتيجة مرة أخرى.\n\n",
}


def _apology(rng: Random) -> Loop:
    """The same excuse or refusal, with or without the marks of a turn."""
    lang = rng.choice(tuple(_SORRY))
    text = x.fill(rng, lang, rng.choice(_SORRY[lang]))
    form = rng.choice(("{}\n\n", "{} ", "{}\n", "Assistant: {}\n\n", "<|assistant|>{}<|end|>\n"))
    return x.same(x.lead(rng, lang, most=1500), form.format(text))


def _turns(rng: Random) -> Loop:
    """A model that plays both sides of a chat."""
    lang = rng.choice(tuple(_SORRY))
    text, inner = x.split(rng, lang, 1)
    answer = x.fill(rng, lang, rng.choice(_SORRY[lang]))
    form = rng.choice(
        (
            "User: {}\nAssistant: {}\n\n",
            "### Instruction:\n{}\n\n### Response:\n{}\n\n",
            "<|im_start|>user\n{}<|im_end|>\n<|im_start|>assistant\n{}<|im_end|>\n",
            "Q: {}\nA: {}\n",
            "[INST] {} [/INST] {} ",
            "Human: {}\n\nAI: {}\n\n",
        )
    )
    return x.same(text, form.format(inner[0], answer), "---\n\n")


def _waiting(rng: Random) -> Loop:
    """A chain of thought that takes the same few steps for ever."""
    lang = rng.choice(tuple(_WAIT))
    steps = _WAIT[lang]
    chosen = sorted(rng.sample(range(len(steps)), rng.randint(1, len(steps))))
    glue = rng.choice(("\n\n", x.joint(lang) or "\n", "\n"))
    unit = "".join(x.fill(rng, lang, steps[index]) + glue for index in chosen)
    opening, closing = rng.choice(
        (
            ("<think>\n", "</think>\n\n"),
            ("", f"**{rng.randint(2, 99)}**\n\n"),
            ("**Reasoning**\n\n", "**Answer**\n\n"),
        )
    )
    return x.same(opening + x.lead(rng, lang), unit, closing)


def _verification(rng: Random) -> Loop:
    """Whole sections of a solution that verify one another."""
    lang = rng.choice(tuple(_VERIFY))
    text, inner = x.split(rng, lang, rng.randint(0, 4))
    return x.same(text, x.fill(rng, lang, _VERIFY[lang]) + "".join(f"{s}\n\n" for s in inner))


def _translation(rng: Random) -> Loop:
    """A line and its translation, or lines in a third language, without end."""
    one, two = rng.sample(x.ALL, 2)
    text, inner = x.split(rng, one, 1)
    other = x.sentences(rng, two, 1)[0]
    form = rng.choice(
        (
            f"{one.upper()}: {{}}\n{two.upper()}: {{}}\n\n",
            "{} = {}\n",
            "| {} | {} |\n",
            "> {}\n\n{}\n\n",
            f'<tu><seg lang="{one}">{{}}</seg><seg lang="{two}">{{}}</seg></tu>\n',
            "{}\t{}\n",
        )
    )
    closing = "</tmx>\n\n" if "<tu>" in form else "* * *\n\n"
    return x.same(text, form.format(inner[0], other), closing)


def _tool_calls(rng: Random) -> Loop:
    """An agent that calls one tool and gets one answer."""
    lang = rng.choice(x.ALL)
    call = {
        "name": rng.choice(("search", "read_page", "crop_image", "ocr", "get_weather", "sql")),
        "arguments": {"query": x.place(rng, lang), "page": rng.randint(1, 90)},
    }
    dumped = json.dumps(call, ensure_ascii=rng.random() < 0.3)
    answer = rng.choice(("[]", "null", x.person(rng, lang), "Error: timeout", "No results found."))
    form = rng.choice(
        (
            "<tool_call>\n{}\n</tool_call>\n<tool_response>\n{}\n</tool_response>\n",
            "Action: {}\nObservation: {}\n",
            "```json\n{}\n```\n\n{}\n\n",
            "→ {}\n← {}\n",
        )
    )
    return x.same(x.lead(rng, lang, most=1200), form.format(dumped, answer), "<|end|>\n\n")


KINDS = (
    PositiveKind("t: apology", _CHAT, _apology, ("tail", "stray")),
    PositiveKind("t: both sides", _CHAT, _turns, ("tail", "recovered")),
    PositiveKind("t: wait", _CHAT, _waiting, ("tail", "closed", "recovered")),
    PositiveKind("t: verification", _CHAT, _verification, ("tail",)),
    PositiveKind("t: line and translation", _CHAT, _translation, ("tail", "closed")),
    PositiveKind("t: tool calls", _CHAT, _tool_calls, ("tail", "closed")),
)
