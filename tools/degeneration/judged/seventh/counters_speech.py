"""Counters in subtitles, transcripts, number words, songs and exercises."""

from random import Random

from degeneration.judged.seventh import counters_numerals as numerals
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

SPEECH = "counter: speech and subtitles"
WORDS = "counter: number words and ordinals"
PHRASES: dict[str, list[str]] = {
    "en": ["Thank you.", "Okay.", "Subtitles by the community", "[Music]", "Yeah, right."],
    "pt": ["Obrigado.", "Legendas pela comunidade", "(música)", "É isso aí."],
    "es": ["Gracias por ver el video.", "[Aplausos]", "Sí, sí."],
    "de": ["Untertitel im Auftrag des Senders", "Vielen Dank.", "[Musik]"],
    "fr": ["Sous-titrage par la communauté", "Merci d'avoir regardé.", "(rires)"],
    "ru": ["Продолжение следует...", "Спасибо за просмотр!", "[музыка]"],
    "ja": ["ご視聴ありがとうございました", "はい。", "(拍手)"],
    "ko": ["시청해주셔서 감사합니다.", "네.", "(음악)"],
    "zh": ["请订阅我的频道", "谢谢大家。", "(掌声)"],
    "ar": ["شكرا لكم.", "اشتركوا في القناة", "(موسيقى)"],
    "tr": ["Altyazı M.K.", "Teşekkürler.", "[müzik]"],
    "hi": ["धन्यवाद।", "(संगीत)"],
    "id": ["Terima kasih telah menonton.", "[tepuk tangan]"],
    "pl": ["Dziękuję za uwagę.", "Napisy: społeczność"],
}


def _stamp(ms: int, mark: str) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{ms:03d}"


def srt_cues(rng: Random) -> Loop:
    """After prose, or after honest cues whose numbers and times the loop goes on from."""
    lang, text = mc.pick(rng, PHRASES)
    index, at, lead = mc.first(rng), rng.randint(60, 4000) * 1000, mc.opening(rng, lang)
    if rng.random() < 0.6:
        index, at, lead = rng.choice((1, rng.randint(2, 300))), rng.randint(0, 900_000), ""
        for said in mc.sentences(rng, lang):
            end = at + rng.randint(1500, 5900)
            lead += f"{index}\n{_stamp(at, ',')} --> {_stamp(end, ',')}\n{said}\n\n"
            index, at = index + 1, end + rng.randint(20, 900)
    every = rng.choice((1000, 2000, 3000, 5000, 10_000, 1480, 2040))
    long = rng.choice((every, every - 20, 980))

    def unit(n: int) -> str:
        now = at + n * every
        times = f"{_stamp(now, ',')} --> {_stamp(now + long, ',')}"
        return f"{index + n}\n{times}\n{text}\n\n"

    return Loop("counter", lead, mc.counted(unit, 0))


def whisper_stamps(rng: Random) -> Loop:
    lang, text = mc.pick(rng, PHRASES)
    begin, every = rng.randint(0, 3000), rng.choice((1, 2, 3, 4, 5, 10, 30))
    form = rng.choice(
        ("<|{a}.00|> {t}<|{b}.00|>", "[{a}.00s -> {b}.00s] {t}\n", "[{a}s] {t}\n", "({a}) {t} ")
    )
    units = mc.counted(lambda n: form.format(a=n, b=n + every, t=text), begin, every)
    return Loop("counter", mc.opening(rng, lang), units, "\n")


SPEAKERS: dict[str, list[str]] = {
    "en": ["Speaker", "Participant", "Voice"],
    "es": ["Hablante", "Participante"],
    "de": ["Sprecher", "Teilnehmerin"],
    "fr": ["Intervenant", "Locuteur"],
    "ru": ["Говорящий", "Участник"],
    "zh": ["说话人", "发言者"],
    "ko": ["화자", "참석자"],
    "ja": ["話者", "参加者"],
}


def new_speakers(rng: Random) -> Loop:
    """A diarisation that gives each turn to one more speaker."""
    lang, word = mc.pick(rng, SPEAKERS)
    text = rng.choice(PHRASES[lang])
    form = rng.choice(("{w} {n}: {t}\n", "**{w} {n}:** {t}\n\n", "[{w}_{n:02d}] {t}\n"))
    units = mc.counted(lambda n: form.format(w=word, n=n, t=text), mc.first(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n")


def spoken_numbers(rng: Random) -> Loop:
    """Number words and nothing else."""
    lang = rng.choice(list(numerals.CARDINALS))
    word, between = numerals.CARDINALS[lang], rng.choice((", ", ", ", " ", ". ", "... ", "\n"))
    if lang in ("zh", "ja"):
        between = rng.choice(("、", "，", "\n"))
    start = rng.choice((1, 1, rng.randint(1, 99), rng.randint(100, 1900)))
    units = mc.counted(lambda n: word(n) + between, start, mc.step(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n\n", least=30)


WORKOUT: dict[str, list[str]] = {
    "en": ["and breathe, {}, ", "{} mississippi, ", "And {}. And relax. "],
    "es": ["arriba, abajo, {}, ", "y {} ovejas, "],
    "pt": ["sobe, desce, {}, ", "{} carneirinhos, "],
    "de": ["und {}, und weiter, ", "{} Schäfchen, "],
    "tr": ["nefes al, {}, nefes ver; ", "{} koyun, "],
    "ru": ["и раз, и {}, и ещё, ", "{} овец, "],
    "id": ["tarik napas, {}, ", "{} domba, "],
    "ko": ["한번 더 {}! 하나둘 "],
}


def counted_exercise(rng: Random) -> Loop:
    lang, form = mc.pick(rng, WORKOUT)
    word = numerals.CARDINALS[lang]
    start = rng.choice((1, rng.randint(1, 60), rng.randint(100, 900)))
    units = mc.counted(lambda n: form.format(word(n)), start)
    return Loop("counter", mc.opening(rng, lang), units, "\n\n", least=12)


ORDINAL: dict[str, list[str]] = {
    "en": [
        "The {} clause shall read as follows. ",
        "In the {} place, the same applies. ",
        "On the {} day it rained.\n",
        "His {} letter is lost.\n",
    ],
    "fr": ["La {} clause est abrogée.\n", "Au {} jour, il plut encore. "],
    "es": ["La {} cláusula queda derogada.\n", "A la {} hora, nada nuevo. "],
    "pt": ["A {} cláusula fica revogada.\n", "Na {} sessão não houve quórum. "],
    "it": ["La {} clausola è abrogata.\n", "Alla {} ora, nulla di nuovo. "],
}


def ordinal_sentences(rng: Random) -> Loop:
    lang, form = mc.pick(rng, ORDINAL)
    ending = "e" if lang == "fr" else "ª"

    def unit(n: int) -> str:
        return form.format(numerals.ordinal(n) if lang == "en" else f"{n}{ending}")

    lead = mc.opening(rng, lang)
    return Loop("counter", lead, mc.counted(unit, mc.first(rng)), "\n", least=5)


SONGS: dict[str, list[str]] = {
    "pt": ["{n} elefantes incomodam muita gente,\n{m} elefantes incomodam muito mais.\n\n"],
    "es": ["{n} elefantes se balanceaban sobre la tela de una araña.\n"],
    "fr": ["{n} kilomètres à pied, ça use, ça use,\n{n} kilomètres à pied, ça use les souliers.\n"],
    "en": [
        "{n} green bottles hanging on the wall, and one more makes {m}.\n",
        "I walked {n} miles and I would walk {m} more.\n",
    ],
    "de": ["{n} Elefanten balancierten, weil sie das so interessant fanden.\n"],
    "it": ["{n} elefanti si dondolavano sopra il filo di una ragnatela.\n"],
    "ja": ["羊が{n}匹。\n", "羊が{n}匹、羊が{m}匹になった。\n"],
    "ko": ["양 {n}마리. "],
}


def counting_songs(rng: Random) -> Loop:
    lang, form = mc.pick(rng, SONGS)
    units = mc.counted(lambda n: form.format(n=n, m=n + 1), mc.first(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=6)


COUNTDOWN: dict[str, list[str]] = {
    "en": ["{} seconds remaining. ", "T minus {} and counting.\n"],
    "es": ["Quedan {} días. ", "Faltan {} votos por escrutar.\n"],
    "pt": ["Faltam {} dias.\n", "Restam {} unidades em estoque. "],
    "fr": ["Il reste {} places.\n"],
    "de": ["Noch {} Sekunden. ", "Es verbleiben {} Einträge.\n"],
    "ru": ["Осталось {} секунд. "],
    "zh": ["还剩{}秒。", "剩余{}件。\n"],
    "tr": ["{} saniye kaldı. "],
}


def countdown(rng: Random) -> Loop:
    """From so far up that no text gets to the end."""
    lang, form = mc.pick(rng, COUNTDOWN)
    start = rng.choice((9999, 10_000, rng.randint(8000, 90_000)))
    units = mc.counted(lambda n: form.format(n), start, -1)
    return Loop("counter", mc.opening(rng, lang), units, "\n\n", least=12)


KINDS = (
    PositiveKind("u: srt cues", SPEECH, srt_cues, ("tail", "stray")),
    PositiveKind("u: whisper stamps", SPEECH, whisper_stamps, ("tail", "recovered")),
    PositiveKind("u: new speakers", SPEECH, new_speakers, ("tail", "stray", "recovered")),
    PositiveKind("u: spoken numbers", "counter: bare numbers and letters", spoken_numbers),
    PositiveKind("u: counted exercise", WORDS, counted_exercise, ("tail", "recovered")),
    PositiveKind("u: ordinal sentences", WORDS, ordinal_sentences),
    PositiveKind("u: counting songs", SPEECH, counting_songs, ("tail", "recovered")),
    PositiveKind("u: countdown", SPEECH, countdown),
)
IN_LETTERS = ("u: spoken numbers", "u: counted exercise", "u: ordinal sentences")
WITH_POINT: tuple[str, ...] = ()
