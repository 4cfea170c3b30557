"""Loops of lines: verses, subtitles, heads and feet of pages, items whose number stays."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import AWAKE, RECOVERED, STRAY, TAIL, loop
from degeneration.sample import Loop, PositiveKind

LINES = "exact: lines and verses"

VERSES = {
    "en": [
        "Come down, thou light of morning,",
        "And rest upon the sea;",
        "O keep the ships from harm,",
        "Till all the bells ring free.",
        "Sing ho, the wind is turning,",
        "Hallelujah, amen!",
    ],
    "pt": [
        "Vinde, ó luz da madrugada,",
        "descansar por sobre o mar;",
        "guardai barcos e remeiros,",
        "té que os sinos vão tocar.",
        "Ai, que o vento já virou,",
        "Aleluia, aleluia!",
    ],
    "es": [
        "Baja, luz de la mañana,",
        "a dormir sobre la mar;",
        "guarda, guarda nuestras barcas,",
        "ay, que el viento va a cambiar.",
        "Ruega por nosotros.",
    ],
    "fr": [
        "Descends, ô lumière blanche,",
        "te poser dessus les flots ;",
        "garde-nous de la tempête,",
        "priez pour les matelots.",
        "Et vogue, vogue la galère,",
    ],
    "de": [
        "Komm herab, du Licht am Morgen,",
        "ruhe auf dem stillen Meer;",
        "halte unsre Schiffe sicher,",
        "bring sie alle wieder her.",
        "Kyrie eleison.",
    ],
    "la": [
        "Kyrie eleison.",
        "Christe eleison.",
        "Ora pro nobis.",
        "Miserere nobis, Domine.",
        "Amen.",
    ],
    "ru": [
        "Сойди, заря, на море,",
        "усни среди зыбей,",
        "храни ты наши лодки",
        "от бури и камней.",
        "Господи, помилуй.",
        "Эй, ухнем!",
    ],
    "el": [
        "Κύριε ελέησον.",
        "Κατέβα, φως της χαραυγής,",
        "κοιμήσου στα νερά,",
        "και φύλα τα καράβια.",
    ],
    "ar": ["يا ليل يا عين،", "انزل يا نور الصباح،", "ونم فوق البحار،", "واحفظ لنا القوارب."],
    "he": ["רדי, אורה של בוקר,", "נוחי על פני הים,", "שמרי על הסירות,", "אמן סלה."],
    "hi": ["उतरो, भोर की किरण,", "सो जाओ सागर पर,", "नावों को बचाना,", "जय जय हो।"],
    "zh": [
        "下来吧,清晨的光,",
        "在海面上歇息;",
        "看护我们的船,",
        "直到钟声响起。",
        "南无阿弥陀佛。",
    ],
    "ja": [
        "朝の光よ降りてこい",
        "海の上に眠れよ",
        "舟を守りたまえ",
        "えんやとっと",
        "南無阿弥陀仏",
    ],
    "ko": ["아리아리 넘어간다", "아침 빛아 내려와", "바다 위에 쉬어라", "우리 배를 지켜라"],
}


def _refrain(rng: Random) -> Loop:
    language = rng.choice(list(VERSES))
    verses = VERSES[language]
    chosen = rng.sample(verses, rng.randint(1, min(5, len(verses))))
    mark = rng.choice(("", "", "> ", "    ", "R. ", "*", "~~"))
    end = rng.choice(("\n", "\n", "  \n", "\\\\\n", "<br>\n", " / "))
    unit = "".join(mark + verse + end for verse in chosen) + rng.choice(("\n", "", "\n\n"))
    background = mx.lead(rng, {"la": "it"}.get(language, language))
    return loop(f"{background}\n\n", unit, "\n\n")


CREDITS = {
    "en": [
        "Thank you for watching!",
        "Please subscribe to my channel.",
        "Transcribed by volunteers.",
        "I'll see you in the next video.",
        "[Music]",
        "(audience laughs)",
        "You",
        "Bye. Bye.",
        "Thank you.",
        "So, yeah, you know, I mean,",
        "Okay.",
    ],
    "pt": [
        "Legendas pela comunidade.",
        "Obrigado por assistir.",
        "E aí",
        "Inscreva-se no canal.",
        "[Música]",
        "(inaudível)",
        "Tchau, tchau.",
        "então assim, né, tipo",
    ],
    "es": [
        "Subtítulos realizados por voluntarios.",
        "¡Suscríbete al canal!",
        "Gracias.",
        "[Aplausos]",
    ],
    "fr": [
        "Sous-titrage par les bénévoles.",
        "Merci d'avoir regardé cette vidéo !",
        "[Rires]",
        "Euh,",
    ],
    "de": [
        "Untertitel im Auftrag des Senders",
        "Vielen Dank fürs Zuschauen.",
        "[Beifall]",
        "Ja, genau.",
    ],
    "nl": ["Ondertiteld door vrijwilligers.", "OMROEP DALBY 2021", "Dank u wel."],
    "pl": ["Napisy stworzone przez społeczność.", "Dziękuję za oglądanie.", "[śmiech]"],
    "tr": ["İzlediğiniz için teşekkür ederim.", "Altyazı M.K.", "Abone olmayı unutmayın."],
    "vi": ["Hãy đăng ký kênh để không bỏ lỡ.", "Cảm ơn các bạn đã theo dõi.", "Hẹn gặp lại."],
    "ru": [
        "Продолжение следует...",
        "Редактор субтитров А.Зимин",
        "Спасибо за просмотр!",
        "[аплодисменты]",
    ],
    "el": ["Υπότιτλοι από εθελοντές", "Ευχαριστώ που παρακολουθήσατε.", "[μουσική]"],
    "ar": ["اشتركوا في القناة", "ترجمة المتطوعين", "شكرا على المشاهدة", "[موسيقى]"],
    "he": ["תודה שצפיתם", "תרגום: צוות המתנדבים", "[מוזיקה]"],
    "hi": ["वीडियो देखने के लिए धन्यवाद।", "चैनल को सब्सक्राइब करें।", "[संगीत]"],
    "th": ["ขอบคุณที่รับชม", "กดติดตามช่องด้วยนะครับ", "[เสียงดนตรี]"],
    "zh": ["请不吝点赞 订阅 转发", "字幕由志愿者提供", "谢谢观看", "嗯", "(掌声)"],
    "ja": ["ご視聴ありがとうございました", "チャンネル登録をお願いします", "はい。", "えーと、"],
    "ko": ["시청해 주셔서 감사합니다.", "구독과 좋아요 부탁드려요.", "네.", "자막 제공"],
}


def _credit(rng: Random) -> Loop:
    language = rng.choice(list(CREDITS))
    lines = rng.sample(CREDITS[language], rng.choice((1, 1, 1, 2)))
    speaker = rng.choice(("", "", "- ", "SPEAKER_01: ", "♪ ", ">> ", "<v A.>"))
    end = rng.choice(("\n", " ", "\n\n", "\n", " ♪\n", "<|endofsegment|>"))
    text = mx.lead(rng, language)
    glue = "\n" if "\n" in end else " "
    return loop(text + glue, "".join(speaker + line + end for line in lines))


def _clock(rng: Random) -> str:
    return f"{rng.randrange(3):02d}:{rng.randrange(60):02d}:{rng.randrange(60):02d}"


def _cue(rng: Random) -> Loop:
    """Cues of a subtitle file whose clock stands still."""
    language = rng.choice(list(CREDITS))
    point = rng.choice((",", "."))
    said = mx.sentences(rng, language, len(mx.SENTENCES[language]))
    at, head = rng.randint(2, 40), ["WEBVTT\n\n"] if point == "." else []
    for number, sentence in enumerate(said[: rng.randint(4, 8)], 1):
        to = at + rng.randint(2, 6)
        times = f"00:00:{at:02d}{point}120 --> 00:00:{to:02d}{point}480"
        head.append(f"{number}\n{times}\n{sentence}\n\n")
        at = to
    clock = _clock(rng)
    stamp = rng.choice(
        (
            f"{clock}{point}000 --> {clock}{point}980\n",
            f"[{clock}] ",
            f"<{clock}{point}500>",
            f"({clock}) ",
        )
    )
    words = rng.choice((said[-1], rng.choice(CREDITS[language]), rng.choice(CREDITS[language])))
    index = f"{rng.randint(9, 60)}\n" if "-->" in stamp and rng.random() < 0.5 else ""
    return loop("".join(head), f"{index}{stamp}{words}\n" + "\n" * rng.randint(0, 1))


HEADINGS = {
    "en": [
        "THE {P} GAZETTE",
        "Minutes of the Council",
        "CONFIDENTIAL — DO NOT COPY",
        "Chapter the Last",
    ],
    "pt": [
        "DIÁRIO DE {P}",
        "Atas da Câmara Municipal",
        "Continua na página seguinte",
        "CÓPIA NÃO CONTROLADA",
    ],
    "es": ["EL ECO DE {P}", "Actas del Ayuntamiento", "Sigue en la página siguiente"],
    "fr": ["L'ÉCHO DE {P}", "Procès-verbaux du conseil", "Suite à la page suivante"],
    "de": ["{P}ER ANZEIGER", "Protokolle des Rates", "Fortsetzung auf der nächsten Seite"],
    "ru": ["ВЕСТНИК ГОРОДА {P}", "Протоколы управы", "Продолжение на следующей странице"],
    "el": ["Η ΦΩΝΗ ΤΟΥ ΤΟΠΟΥ", "Πρακτικά του συμβουλίου"],
    "ar": ["جريدة {P}", "محاضر المجلس البلدي", "يتبع في الصفحة التالية"],
    "hi": ["{P} समाचार", "परिषद की कार्यवाही"],
    "zh": ["{P}日报", "县议会会议记录", "下页续"],
    "ja": ["{P}新聞", "町会議事録", "次頁に続く"],
}
NOTES = {
    "en": ["See note {n} above.", "Ibid., p. {n}.", "The manuscript reads thus; {a} corrects it."],
    "pt": ["Idem, ibidem, p. {n}.", "Cf. nota {n}, supra.", "Assim no original; {a} emenda."],
    "es": ["Ibíd., p. {n}.", "Véase {a}, op. cit., p. {n}."],
    "fr": ["Ibid., p. {n}.", "Voir {a}, op. cit., p. {n}."],
    "de": ["Ebd., S. {n}.", "Vgl. {a}, a. a. O., S. {n}."],
    "ru": ["Там же. С. {n}.", "См. примечание {n}."],
    "el": ["Ό.π., σ. {n}."],
    "ar": ["المرجع نفسه، ص {n}."],
    "hi": ["वही, पृ. {n}।"],
    "zh": ["同上,第{n}页。"],
    "ja": ["同書、{n}頁。"],
}


def _head(rng: Random) -> Loop:
    language = rng.choice(list(HEADINGS))
    heading = rng.choice(HEADINGS[language])
    heading = heading.replace("{P}", mx.fill(rng, language, "{p}").upper())
    page = rng.randint(2, 480)
    date = f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1850, 1999)}"
    note = mx.fill(rng, language, rng.choice(NOTES[language]))
    mark = rng.choice(("¹", "[^3]: ", "* ", "(2) ", "<sup>7</sup>", "† "))
    unit = rng.choice(
        (
            f"{heading}\n{page}\n\n",
            f"# {heading}\n\n",
            f"— {page} —\n\n{heading}\n",
            f"{mark}{note}\n",
            f"{mark}{note} ",
            f"<header>{heading} {page}</header>\n",
            f"{heading}, {date}\n---\n",
            f"<!-- PageBreak -->\n\n**{heading}** {page}\n\n",
            f"[{page}]\n{mark}{note}\n\n",
        )
    )
    return loop(mx.lead(rng, language) + "\n\n", unit, "\n")


ITEMS = {
    "en": [
        "True or false?",
        "Name two causes.",
        "Explain your answer.",
        "The clerk shall be heard.",
    ],
    "pt": [
        "Verdadeiro ou falso?",
        "Cite duas causas.",
        "Justifique a resposta.",
        "Nenhuma das anteriores.",
    ],
    "es": ["¿Verdadero o falso?", "Señale dos causas.", "Justifique su respuesta."],
    "fr": ["Vrai ou faux ?", "Citez deux causes.", "Justifiez votre réponse."],
    "de": ["Richtig oder falsch?", "Nennen Sie zwei Ursachen.", "Begründen Sie."],
    "ru": ["Верно или неверно?", "Назовите две причины.", "Обоснуйте ответ."],
    "th": ["ถูกหรือผิด", "จงบอกสาเหตุสองข้อ", "อธิบายคำตอบ"],
    "hi": ["सही या गलत?", "दो कारण बताइए।", "उत्तर स्पष्ट कीजिए।"],
    "zh": ["对还是错?", "请写出两个原因。", "说明理由。"],
    "ar": ["صواب أم خطأ؟", "اذكر سببين.", "علّل إجابتك."],
}


def _item(rng: Random) -> Loop:
    """An exercise or article that comes again under the same number."""
    language = rng.choice(list(ITEMS))
    marks = (
        "1. ",
        "- ",
        "* ",
        "a) ",
        "(iv) ",
        "Art. 3º ",
        "§ 12 ",
        "7) ",
        "• ",
        "- [ ] ",
        "第三条 ",
    )
    mark = rng.choice(marks[: -1 if language != "zh" else None])
    lines = rng.sample(ITEMS[language], rng.choice((1, 1, 2)))
    if rng.random() < 0.4:
        lines = [mx.sentences(rng, language, 1)[0]]
    body = rng.choice((" ", "\n", "\n   ")).join(lines)
    points = rng.choice(("", f" ({rng.randint(1, 9)})", " ______"))
    if rng.random() < 0.25:
        choices = zip(rng.choice(("abcd", "ABCD")), mx.sentences(rng, language, 4), strict=True)
        points += "".join(f"\n{letter}) {text}" for letter, text in choices)
    sentences = mx.sentences(rng, language, len(mx.SENTENCES[language]))
    text = mx.run_on(rng, language, [s for s in sentences if s not in body][:7])
    # The item's own sentence may be told of other people and years in the clean text.
    return loop(text + "\n\n", f"{mark}{body}{points}\n" + "\n" * rng.randint(0, 1))


KINDS = (
    PositiveKind("v: refrain of a hymn", LINES, _refrain, AWAKE),
    PositiveKind("v: thanks for watching", LINES, _credit, TAIL),
    PositiveKind("v: cue whose clock stands", LINES, _cue, STRAY),
    PositiveKind("v: head or foot of a page", LINES, _head, RECOVERED),
    PositiveKind("v: item whose number stays", LINES, _item, TAIL),
)
