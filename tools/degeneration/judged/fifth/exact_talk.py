"""Loops of chats, agents and chains of thought."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import AWAKE, RECOVERED, STRAY, TAIL, loop
from degeneration.sample import Loop, PositiveKind

TALK = "exact: dialogue and thought"

THOUGHTS = {
    "en": [
        "Wait, let me read the column again.",
        "Hmm, that does not add up.",
        "So the total is {n}.",
        "But the receipt says {y}, so it cannot be.",
        "Actually, no.",
        "Let me reconsider.",
        'The word could be "{p}".',
        "Alternatively, the clerk left a line out.",
        "Okay, so we go on.",
    ],
    "pt": [
        "Espera, deixa eu reler a coluna.",
        "Isso não fecha.",
        "Então o total é {n}.",
        "Na verdade, não.",
        "Mas o recibo é de {y}, logo não pode ser.",
        "Vamos verificar de novo.",
        "A palavra pode ser {p}.",
    ],
    "es": [
        "Espera, releo la columna.",
        "No cuadra.",
        "Entonces el total es {n}.",
        "En realidad, no.",
        "Pero el recibo es de {y}.",
        "Veamos otra vez.",
    ],
    "de": [
        "Moment, ich lese die Spalte noch einmal.",
        "Das geht nicht auf.",
        "Also ist die Summe {n}.",
        "Eigentlich nicht.",
        "Aber die Quittung ist von {y}.",
        "Noch einmal von vorn.",
    ],
    "ru": [
        "Подожди, перечитаю столбец.",
        "Не сходится.",
        "Значит, итог {n}.",
        "На самом деле нет.",
        "Но квитанция от {y} года.",
        "Проверим ещё раз.",
    ],
    "zh": [
        "等等,让我再看一遍这一栏。",
        "这对不上。",
        "所以合计是{n}。",
        "其实不对。",
        "但收据是{y}年的。",
        "再检查一次。",
        "也许是抄写员漏了一行。",
    ],
    "ja": [
        "待って、もう一度この欄を読む。",
        "合わない。",
        "合計は{n}になる。",
        "いや、違う。",
        "領収書は{y}年だ。",
    ],
    "ar": [
        "مهلا، لأقرأ العمود مرة أخرى.",
        "الحساب لا يستقيم.",
        "إذن المجموع {n}.",
        "في الحقيقة لا.",
    ],
    "hi": ["रुको, यह स्तंभ फिर पढ़ता हूँ।", "हिसाब नहीं बैठता।", "तो योग {n} हुआ।", "असल में नहीं।"],
}


def _thoughts(rng: Random) -> Loop:
    language = rng.choice(list(THOUGHTS))
    pool = THOUGHTS[language]
    steps = [mx.fill(rng, language, s) for s in rng.sample(pool, rng.randint(1, len(pool)))]
    if rng.random() < 0.35:  # what is thought about is quoted in full, turn after turn
        at = rng.randint(0, len(steps))
        steps[at:at] = mx.sentences(rng, language, rng.randint(2, 5))
    glue = rng.choice(("\n\n", "\n", "" if language in mx.SPACELESS else " "))
    mark = rng.choice(("", "", "- ", "**", "<step>"))
    unit = "".join(mark + step + glue for step in steps) + rng.choice(("", "", "\n"))
    text = rng.choice(("<think>\n", "", "### \n")) + mx.lead(rng, language)
    return loop(text + ("\n\n" if "\n" in glue else " "), unit, "</think>\n\n")


TOOLS = "open_page search_index read_folio list_scans crop_region"
CALLS = [
    '<tool_call>\n{"name": "%(t)s", "arguments": {"q": "%(q)s", "page": %(n)d}}\n</tool_call>\n'
    '<tool_response>\n{"error": "%(e)s"}\n</tool_response>\n',
    "Thought: %(s)s\nAction: %(t)s[%(q)s]\nObservation: %(e)s\n\n",
    "$ %(t)s --page %(n)d '%(q)s'\n%(e)s\n",
    "<|assistant|>%(s)s<|call|>%(t)s(%(n)d)<|result|>%(e)s<|end|>\n",
    '{"type": "tool_use", "id": "t_%(n)d", "name": "%(t)s", "input": {"q": "%(q)s"}}\n',
    ">>> %(t)s(%(n)d, '%(q)s')\nTraceback (most recent call last):\n"
    '  File "<stdin>", line 1, in <module>\n'
    "ValueError: %(e)s\n",
    "I'll try `%(t)s` again with page %(n)d.\n\n**%(t)s** → %(e)s\n\n%(s)s\n\n",
]
ERRORS = [
    "no such page",
    "timeout after 30 s",
    "0 results",
    "não encontrado",
    "ошибка чтения",
    "未找到",
]


def _call(rng: Random) -> Loop:
    """An agent that asks the same of the same tool and gets the same answer."""
    language = mx.language(rng, "en en en pt de ru zh es")
    said, text = mx.unit_and_lead(rng, language, 2)
    tools = rng.sample(TOOLS.split(), 4)
    done = [
        f"[{index}] {tool}({rng.randint(2, 900)}) -> {rng.randint(2, 99)} lines"
        for index, tool in enumerate(tools[1:], 1)
    ]
    result = rng.choice(ERRORS)
    if rng.random() < 0.4:
        result = "; ".join(mx.sentences(rng, language, rng.randint(1, 4)))
    unit = rng.choice(CALLS) % {
        "t": tools[0],
        "q": mx.person(rng, language),
        "n": rng.randint(2, 900),
        "e": result,
        "s": said[rng.randrange(2)],
    }
    return loop(f"{text}\n\n" + "\n".join(done) + "\n\n", unit)


TURNS = {
    "en": [
        "User|Assistant",
        "Is that the last page?|Yes, that is the last page.",
        "Go on.|I have finished.",
    ],
    "pt": ["Usuário|Assistente", "É a última folha?|Sim, é a última.", "Continue.|Já terminei."],
    "es": ["JUEZ|TESTIGO", "¿Vio usted la llave?|No, señor.", "¿Está seguro?|Sí, señor."],
    "fr": [
        "— LE JUGE|— LE TÉMOIN",
        "Avez-vous vu la clef ?|Non, monsieur.",
        "Poursuivez.|J'ai fini.",
    ],
    "de": ["Frage|Antwort", "Haben Sie den Schlüssel gesehen?|Nein.", "Sicher?|Ja, ganz sicher."],
    "it": ["D|R", "Ha visto la chiave?|No.", "È sicuro?|Sì, certo."],
    "pl": ["Sędzia|Świadek", "Czy widział pan klucz?|Nie.", "Na pewno?|Tak."],
    "tr": ["HÂKİM|TANIK", "Anahtarı gördünüz mü?|Hayır efendim.", "Emin misiniz?|Evet."],
    "ru": ["Вопрос|Ответ", "Вы видели ключ?|Нет, не видел.", "Вы уверены?|Да."],
    "he": ["ש|ת", "ראית את המפתח?|לא.", "אתה בטוח?|כן."],
    "hi": ["प्रश्न|उत्तर", "क्या आपने चाबी देखी?|नहीं।", "पक्का?|हाँ।"],
    "th": ["ถาม|ตอบ", "เห็นกุญแจไหม|ไม่เห็นครับ", "แน่ใจหรือ|แน่ใจครับ"],
    "zh": ["问|答", "你见过钥匙吗?|没有。", "确定吗?|确定。"],
    "ja": ["問|答", "鍵を見ましたか。|いいえ。", "確かですか。|はい。"],
    "ko": ["문|답", "열쇠를 보았습니까?|아니요.", "확실합니까?|네."],
}


def _turns(rng: Random) -> Loop:
    language = rng.choice(list(TURNS))
    speakers, *said = (pair.split("|") for pair in TURNS[language])
    shape = rng.choice(
        ("{}: {}\n", "**{}:** {}\n\n", "<|{}|>\n{}\n", "{} — {} ", "[{}]\n{}\n\n", "{}. {}\n")
    )
    pairs = rng.sample(said, rng.randint(1, 2))
    unit = "".join(
        shape.format(who, words)
        for pair in pairs
        for who, words in zip(speakers, pair, strict=True)
    )
    told = mx.sentences(rng, language, rng.randint(5, len(mx.SENTENCES[language])))
    text = "".join(
        shape.format(speakers[index % 2], sentence) for index, sentence in enumerate(told)
    )
    return loop(text if len(text) > 90 else mx.lead(rng, language) + "\n" + text, unit)


CLOSINGS = {
    "en": [
        "I hope this helps!",
        "Let me know if you need anything else.",
        "**Final answer:** {n}",
        "The final answer is $\\boxed{{{n}}}$.",
        "Thank you for your patience.",
        "Best regards,\n{a}",
    ],
    "pt": [
        "Espero ter ajudado!",
        "Desculpe pela confusão.",
        "**Resposta:** {n}",
        "Atenciosamente,\n{a}",
        "Portanto, a alternativa correta é a letra C.",
    ],
    "es": [
        "Espero que le sirva.",
        "Disculpe la confusión.",
        "**Respuesta:** {n}",
        "Atentamente,\n{a}",
    ],
    "fr": [
        "J'espère que cela vous aide.",
        "Veuillez m'excuser.",
        "**Réponse :** {n}",
        "Cordialement,\n{a}",
    ],
    "de": [
        "Ich hoffe, das hilft weiter.",
        "Entschuldigung.",
        "**Antwort:** {n}",
        "Mit freundlichen Grüßen\n{a}",
    ],
    "ru": [
        "Надеюсь, это поможет!",
        "Прошу прощения за ошибку.",
        "**Ответ:** {n}",
        "С уважением,\n{a}",
    ],
    "ar": ["آمل أن يفيدك هذا.", "عذرا على الخطأ.", "**الجواب:** {n}", "مع خالص التحية،\n{a}"],
    "zh": ["希望对您有帮助!", "抱歉造成混淆。", "**答案:**{n}", "此致\n敬礼"],
    "ja": ["お役に立てれば幸いです。", "申し訳ありません。", "**答え:**{n}", "敬具"],
    "ko": ["도움이 되었기를 바랍니다!", "혼란을 드려 죄송합니다.", "**답:** {n}"],
    "th": ["หวังว่าจะเป็นประโยชน์ครับ", "ขออภัยในความสับสน", "**คำตอบ:** {n}"],
    "vi": ["Hy vọng điều này giúp ích!", "Xin lỗi vì sự nhầm lẫn.", "**Đáp án:** {n}"],
}


def _regards(rng: Random) -> Loop:
    """An answer that is over and does not end."""
    language = rng.choice(list(CLOSINGS))
    said = rng.sample(CLOSINGS[language], rng.randint(1, 3))
    end = rng.choice(("\n\n", "\n", " ", "\n\n---\n\n", "<|im_end|>\n", "</s>", "\n\n😊\n\n"))
    unit = "".join(mx.fill(rng, language, line) + end for line in said)
    return loop(mx.lead(rng, language) + "\n\n", unit)


def _pair(rng: Random) -> Loop:
    """A translation that renders one sentence for ever, with or without its source."""
    source, target = rng.sample(mx.LANGUAGES, 2)
    rank = rng.randrange(7)
    shape = rng.choice(
        (
            "{s}: {a}\n{t}: {b}\n\n",
            "| {a} | {b} |\n",
            "{a}\n→ {b}\n",
            "<tu><seg>{a}</seg><seg>{b}</seg></tu>\n",
            '{{"{s}": "{a}", "{t}": "{b}"}}\n',
            "{b} ",
            "{a} ({b})\n",
            "**{a}**\n\n> {b}\n\n",
        )
    )
    pairs = []
    for index in rng.sample(range(8), rng.randint(3, 8)):
        state = rng.random()
        texts = [
            mx.fill(Random(state), code, mx.SENTENCES[code][index]) for code in (source, target)
        ]
        if index != rank:
            pairs.append(shape.format(s=source, t=target, a=texts[0], b=texts[1]))
    state = rng.random()
    a, b = (mx.fill(Random(state), code, mx.SENTENCES[code][rank]) for code in (source, target))
    text = f"{source} → {target}\n\n{mx.lead(rng, source)}\n\n" if len("".join(pairs)) < 90 else ""
    return loop(text + "".join(pairs), shape.format(s=source, t=target, a=a, b=b))


KINDS = (
    PositiveKind("v: second thoughts", TALK, _thoughts, RECOVERED),
    PositiveKind("v: tool asked the same", TALK, _call, TAIL),
    PositiveKind("v: question and answer", TALK, _turns, STRAY),
    PositiveKind("v: kind regards", TALK, _regards, AWAKE),
    PositiveKind("v: pair of a translation", TALK, _pair, TAIL),
)
