"""Exact loops of sentences, paragraphs, mails, turns and half pages."""

from random import Random

from degeneration import material as m
from degeneration.judged.second.material_loops import (
    LATIN,
    again,
    lead,
    opening,
    paragraph,
    piece,
    sentence,
    sentences,
    tongue,
    word,
)
from degeneration.sample import Loop, PositiveKind

SENTENCES = "exact: phrases and sentences"
PARAGRAPHS = "exact: paragraphs and pages"
DIALOGUE = "exact: speech and thought"

_DOUBT = [
    *("Wait, let me re-read the question.", "Hmm, but that does not match the table."),
    *("Actually, I should double-check this.", "But the user asked for the total only."),
    *("Let me recompute that step.", "Alternatively, maybe the date is wrong."),
    *("So the answer is {n}.", "No, that gives {n}, which is too large."),
    *("Let me look at the image again.", "The text in the second column reads {n}."),
    *("I think that is right.", "Therefore x = {n}.", "OK, final answer: {n}."),
    *("Espera, vou conferir outra vez.", "Mas a soma dá {n}.", "Então a resposta é {n}."),
    *("Moment, das kann nicht stimmen.", "等等，我再检查一遍。", "所以答案是 {n}。"),
]
_CREDITS = [
    *("Thank you for watching.", "Thanks for watching! Please subscribe.", "[Music]", "[Applause]"),
    *("Legendas pela comunidade.", "Sous-titres réalisés par la communauté.", "字幕由志愿者提供"),
    *("Untertitel im Auftrag des Senders.", "(inaudible)", "ご視聴ありがとうございました。"),
    *("♪ ♪ ♪ [applause continues]", "Продолжение следует...", "시청해 주셔서 감사합니다."),
]
_FINALS = [
    *("The final answer is $\\boxed{{{n}}}$.", "**Answer:** ({c})", "Final answer: {n}"),
    *("Resposta: alternativa {c}.", "#### {n}", "Die Antwort lautet {n}.", "Réponse : {n}."),
    *("<answer>{n}</answer>", "The correct option is ({c}).", "因此，答案为 {n}。"),
]


def _numbers(rng: Random, text: str) -> str:
    return text.format(n=rng.randint(2, 950), c=rng.choice("ABCDE"))


def _sentence(rng: Random) -> Loop:
    lang = tongue(rng)
    unit = sentence(rng, lang)
    if rng.random() < 0.25:
        unit = rng.choice(("- {}", "> {}", "<p>{}</p>", "**{}**", "“{}”", "* {}")).format(unit)
    after = rng.choice((" ", " ", "\n", "\n\n"))
    return again(lead(rng, lang, end=after), unit + after)


def _two_sentences(rng: Random) -> Loop:
    """Question and answer, cause and effect, by turns in one paragraph."""
    lang = tongue(rng)
    links = {
        "en": ("", "However: ", "And yet: ", "In other words: "),
        "pt": ("", "Por outro lado: ", "Ou seja: "),
        "fr": ("", "Or : ", "Cependant : "),
        "de": ("", "Jedoch: ", "Das heißt: "),
    }
    first, second = sentences(rng, lang, 2)
    unit = f"{first} {rng.choice(links.get(lang, ('', '– ')))}{second} "
    return again(lead(rng, lang, end=" "), unit)


def _dangling(rng: Random) -> Loop:
    """A clause that ends as it began, so that the sentence has no end."""
    lang = rng.choice(LATIN)
    links = "which|que|and that|bem como|et que|und dass|y que|so that|e che|because|as well as"
    unit = f"{rng.choice(links.split('|'))} {piece(rng, lang, 4, 9).lower()}, "
    return again(lead(rng, lang, end=" ") + piece(rng, lang, 4, 8) + ", ", unit, least=4)


def _paragraph(rng: Random) -> Loop:
    lang = tongue(rng)
    after = rng.choice(("\n\n", "\n", "\n\n* * *\n\n", "</p>\n<p>"))
    start = "<p>" if after.startswith("</p>") else ""
    return again(lead(rng, lang) + start, paragraph(rng, lang, 2, 6) + after)


def _half_page(rng: Random) -> Loop:
    """A page that starts again from its heading, with a list, a table or a footnote."""
    lang = tongue(rng)
    parts = [f"# {m.title(rng)}", paragraph(rng, lang, 3, 6)]
    if rng.random() < 0.5:
        parts.append("\n".join(f"- {piece(rng, lang, 3, 7)}" for _ in range(rng.randint(3, 6))))
    if rng.random() < 0.5:
        rows = [f"| {m.name(rng)} | {m.money(rng)} |" for _ in range(rng.randint(2, 6))]
        parts.append("\n".join([f"| {m.title(rng, 1, 1)} | R$ |", "|---|---|", *rows]))
    parts.append(paragraph(rng, lang, 2, 4))
    if rng.random() < 0.4:
        parts.append(f"<footer>{m.title(rng)}, {rng.randint(2, 300)}</footer>")
    return again(opening(rng, lang, 0.4), "\n\n".join(parts) + "\n\n")


def _stanza(rng: Random) -> Loop:
    lang = tongue(rng)
    lines = [piece(rng, lang, 4, 7).capitalize() for _ in range(rng.randint(2, 5))]
    head = rng.choice(("", "", "[Chorus]\n", "Refrão:\n", "℟. ", "Ref.: "))
    return again(lead(rng, lang), head + ",\n".join(lines) + ".\n\n", least=8)


def _mail(rng: Random) -> Loop:
    lang = tongue(rng)
    hello, bye = {
        "pt": ("Prezados,", "Atenciosamente,"),
        "fr": ("Bonjour,", "Cordialement,"),
        "de": ("Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"),
        "es": ("Estimados señores:", "Un cordial saludo,"),
    }.get(lang, ("Hi all,", "Kind regards,"))
    sender = m.name(rng)
    when = f"{m.date(rng):%d/%m/%Y} {rng.randint(7, 19)}:{rng.randint(10, 59)}"
    head = f"From: {sender} <{word(rng, lang).lower()}@example.org>\nTo: {m.name(rng)}\n"
    subject = f"Date: {when}\nSubject: Re: {piece(rng, lang, 3, 6)}\n\n"
    quote = rng.choice(("", "> "))
    body = f"{hello}\n\n{paragraph(rng, lang, 1, 4)}\n\n{bye}\n{sender}\n"
    unit = head + subject + "".join(quote + line for line in body.splitlines(keepends=True))
    return again(opening(rng, lang, 0.5), f"{unit}\n{rng.choice(('', '-----', '________'))}\n")


def _thought(rng: Random) -> Loop:
    lang = rng.choice(("en", "en", "en", "pt", "de"))
    unit = " ".join(_numbers(rng, text) for text in rng.sample(_DOUBT, rng.randint(1, 4)))
    if rng.random() < 0.5:
        unit += f" {sentence(rng, lang)}"
    before = rng.choice(("<think>\n", "", "Okay, so I need to read this page.\n\n"))
    return again(before + lead(rng, lang), unit + rng.choice((" ", "\n\n", "\n")), "</think>\n\n")


def _final(rng: Random) -> Loop:
    unit = _numbers(rng, rng.choice(_FINALS))
    if rng.random() < 0.3:
        unit = f"{rng.choice(('Step 3', 'Conclusion', 'Portanto', '**Result**'))}: {unit}"
    return again(lead(rng, tongue(rng)), unit + rng.choice(("\n", "\n\n", " ")), least=8)


def _translated(rng: Random) -> Loop:
    """Source and translation, one pair for ever."""
    one, other = rng.sample(("en", "pt", "fr", "de", "ru", "zh", "ja", "ar", "hi", "ko"), 2)
    form = rng.choice(
        (
            "{a}: {x}\n{b}: {y}\n\n",
            "{x} → {y}\n",
            "| {x} | {y} |\n",
            '<seg lang="{a}">{x}</seg><seg lang="{b}">{y}</seg>\n',
            "*{x}* ({y})\n",
        )
    )
    unit = form.format(a=one, b=other, x=sentence(rng, one), y=sentence(rng, other))
    return again(lead(rng, other, 100, 900), unit)


def _turn(rng: Random) -> Loop:
    lang = tongue(rng)
    ask, reply = rng.choice(
        (
            ("User: {}\n", "Assistant: {}\n"),
            ("<|im_start|>user\n{}<|im_end|>\n", "<|im_start|>assistant\n{}<|im_end|>\n"),
            ("### Instruction:\n{}\n\n", "### Response:\n{}\n\n"),
            ("P: {}\n", "R: {}\n"),
            ("**Q.** {}\n\n", "**A.** {}\n\n"),
            ("– {}\n", "– {}\n"),
        )
    )
    question = piece(rng, lang, 4, 8).capitalize() + "?"
    unit = ask.format(question) + reply.format(paragraph(rng, lang, 1, 3))
    return again(opening(rng, lang, 0.6), unit)


def _heard(rng: Random) -> Loop:
    """What a speech model hears in silence."""
    lang = rng.choice(("en", "pt", "fr", "de", "ru", "ja"))
    unit = " ".join(rng.sample(_CREDITS, rng.choice((1, 1, 2))))
    return again(lead(rng, lang), unit + rng.choice((" ", "\n")), least=16)


def _reference(rng: Random) -> Loop:
    who = f"{m.content_word(rng).capitalize()}, {rng.choice('ABCJLMP')}."
    year, page = rng.randint(1890, 2023), rng.randint(2, 400)
    where = f"{m.title(rng, 2, 3)}, v. {rng.randint(1, 60)}, p. {page}-{page + rng.randint(4, 30)}"
    unit = rng.choice(
        (
            f"{who} ({year}). {m.title(rng, 3, 7)}. *{where}*.\n",
            f"[{who[:3]}{year % 100:02d}] {who} {m.title(rng, 3, 7)}. {where}, {year}.\n\n",
            f"\\bibitem{{{who[:4]}{year}}} {who} \\emph{{{m.title(rng, 3, 6)}}}. {where}.\n",
        )
    )
    before = "".join(
        f"{m.name(rng)}. {m.title(rng, 4, 8)}. {m.date(rng).year}.\n" for _ in range(4)
    )
    return again(opening(rng, tongue(rng), 0.6) + before, unit, least=4)


KINDS = (
    PositiveKind("same sentence", SENTENCES, _sentence, ("tail", "tail", "stray", "recovered")),
    PositiveKind("sentences by turns", SENTENCES, _two_sentences, ("tail", "tail", "stray")),
    PositiveKind("dangling clause", SENTENCES, _dangling),
    PositiveKind("same paragraph", PARAGRAPHS, _paragraph, ("tail", "tail", "recovered")),
    PositiveKind("page begun anew", PARAGRAPHS, _half_page),
    PositiveKind("song lines", PARAGRAPHS, _stanza, ("tail", "recovered")),
    PositiveKind("whole mail", PARAGRAPHS, _mail, ("tail", "stray")),
    PositiveKind("bibliography stuck", PARAGRAPHS, _reference),
    PositiveKind("second thoughts", DIALOGUE, _thought, ("tail", "tail", "closed")),
    PositiveKind("final answer", DIALOGUE, _final),
    PositiveKind("source and translation", DIALOGUE, _translated, ("tail", "stray")),
    PositiveKind("turn of a chat", DIALOGUE, _turn, ("tail", "tail", "recovered")),
    PositiveKind("heard in silence", DIALOGUE, _heard, ("tail", "recovered")),
)
