"""Exact loops of words, clauses, sentences, paragraphs and half pages."""

from itertools import repeat
from random import Random

from degeneration.judged.fourth import material_exact as x
from degeneration.sample import Loop, PositiveKind

_WORDS = {
    "en": "the|of|and|therefore|her|said|thirteen|Whereas|to be|very",
    "fr": "de|la|et|dont|monsieur|que|très|ledit|plus",
    "es": "de|los|y|dicho|señor|muy|porque|el",
    "pt": "que|dos|e|senhor|muito|não|dito",
    "de": "der|und|daß|nicht|sehr|Herr|von|dieselbe",
    "it": "di|che|il|molto|signor|detto",
    "ru": "и|что|не|очень|был|господин",
    "el": "και|το|της|πολύ|που",
    "ar": "من|في|على|قال|المذكور",
    "hi": "और|के|में|बहुत|श्री",
    "th": "ที่|และ|ของ|การ",
    "zh": "的|我们|之|先生|因为",
    "ja": "の|という|そして|こと",
    "ko": "그|그리고|것|매우",
}
_CHAINS = {
    # Clauses that hang on themselves.
    "en": "which belongs to the estate of the|in order to be able to|the wife of the|"
    "as set forth in the schedule to the|not only in the case of but also|that he said that",
    "fr": "de la part de la fille de|en vue de la mise en œuvre de|qui est celle de ceux|à côté de",
    "es": "de la casa del hijo de|con el fin de que se proceda a|en lo que respecta a lo que|y que",
    "pt": "do filho da irmã do|no que diz respeito ao|a fim de que se possa|por meio da qual a",
    "de": "im Sinne der Bestimmungen über die|der Sohn der Schwester des|und wenn man bedenkt, daß",
    "it": "della figlia del fratello del|ai fini della|nel corso del|per quanto riguarda il",
    "ru": "в соответствии с положением о|сын брата жены|в том числе и в связи с|о том, что",
    "ar": "ابن أخت صاحب|من أجل أن يتم|على الرغم من أن|المتعلق بتنفيذ",
    "hi": "के भाई के बेटे के|के संबंध में जो|इस बात का कि|की ओर से",
    "ko": "에 관한 사항에|의 아들의|것을 위한 것을|하기 때문에",
}
_VERSES = {
    "en": "Blow, wind, over the barley,|The miller's wheel goes round,|O carry me home at evening|"
    "Where the lost lamb is found.|Sing hey for the frost on the window,",
    "fr": "Dansez, filles du moulin,|Le blé n'est pas encore mûr,|La lune est tombée au bassin|"
    "Et l'eau dort contre le mur.|Lon la, le vent du matin,",
    "es": "Ay, que se va la barca,|la barca de mi querer,|por el río de plata|ya no la veré.",
    "pt": "Ó roseira, dá-me rosas,|que eu amanhã vou partir,|meu navio está na barra|"
    "e o vento não quer vir.",
    "de": "Es steht ein Baum am Wege,|der rauscht die ganze Nacht,|und wer darunter schliefe,|"
    "der ist nicht aufgewacht.|Ade, mein Lieb, ade!",
    "it": "Fior di ginestra,|la neve è sulla porta,|chi canta alla finestra|la voce non la porta.",
    "ru": "Ой ты, степь моя немая,|что не спишь ты до зари,|ходит ветер, не стихая,|"
    "гаснут в поле фонари.",
    "ja": "山の向こうに日が落ちて|帰る舟には灯がひとつ|母の歌声きこえくる|波よ静かに眠れかし",
    "el": "Φεγγάρι μου στη θάλασσα,|πού πας χωρίς πανί,|την πόρτα μου την άφησα|σ' όλους ανοιχτή.",
    "hi": "नदिया धीरे बहो रे,|माझी घर को जाए,|साँझ भई अब द्वारे,|दीपक कौन जलाए।",
}
_TONGUES = ("EN", "FR", "DE", "ES", "RU", "JA")
_PARALLEL = (
    "Keep this gate shut.|Veuillez refermer la barrière.|Tor bitte geschlossen halten.|"
    "Mantenga cerrado el portón.|Закрывайте за собой ворота.|門は必ず閉めてください。",
    "Do not immerse the appliance in water.|Ne pas plonger l'appareil dans l'eau.|"
    "Das Gerät nicht in Wasser tauchen.|No sumerja el aparato en agua.|"
    "Не погружайте прибор в воду.|本体を水に浸さないでください。",
    "The second paragraph shall be replaced by the following.|"
    "Le deuxième alinéa est remplacé par le texte suivant.|Unterabsatz 2 erhält folgende Fassung.|"
    "El párrafo segundo se sustituye por el texto siguiente.|"
    "Второй абзац изложить в следующей редакции.|第二項を次のように改める。",
    "I have left my umbrella on the tram.|J'ai oublié mon parapluie dans le tram.|"
    "Ich habe meinen Schirm in der Bahn vergessen.|Me he dejado el paraguas en el tranvía.|"
    "Я забыл зонтик в трамвае.|電車に傘を忘れました。",
    "The patient slept well and has no pain.|Le patient a bien dormi et n'a pas mal.|"
    "Der Patient hat gut geschlafen und ist schmerzfrei.|El paciente durmió bien, sin dolor.|"
    "Больной спал хорошо, болей нет.|患者はよく眠り、痛みはない。",
)
_PART = ("n.", "s. f.", "m.", "adj.", "v. tr.", "subst.", "сущ.", "名", "ουσ.", "اسم")


def _drawn(rng: Random, among: tuple[str, ...] = ()) -> tuple[str, list[str]]:
    lang = x.language(rng, among)
    return lang, x.pool(rng, lang)


def word_stuck(rng: Random) -> Loop:
    lang, sentences = _drawn(rng, tuple(_WORDS))
    last, gap = sentences.pop(), "" if lang in x.UNSPACED else " "
    cut = last[: len(last) // 2].rstrip() if not gap else last.rsplit(" ", 3)[0]
    unit = rng.choice(_WORDS[lang].split("|")) + rng.choice((gap, gap, gap, "\n", ", "))
    return Loop("exact", x.before(rng, lang, sentences) + cut + gap, repeat(unit))


def clause_chain(rng: Random) -> Loop:
    lang, sentences = _drawn(rng, tuple(_CHAINS))
    words = sentences.pop().split()
    lead = x.before(rng, lang, sentences) + " ".join(words[: rng.randint(2, len(words) - 1)]) + " "
    return Loop("exact", lead, repeat(rng.choice(_CHAINS[lang].split("|")) + " "))


def keywords(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    comma = {"ja": "、", "zh": "、", "ar": "، "}.get(lang, rng.choice((", ", "; ", " - ")))
    words = [word + comma for word in x.goods(rng, lang, rng.randint(2, 6))]
    lead = x.before(rng, lang, sentences)
    if rng.random() < 0.4:
        quoted = [f'"{word[: -len(comma)]}", ' for word in words]
        return Loop(
            "exact", lead + '```json\n{"keywords": [', repeat("".join(quoted)), '""]}\n```\n'
        )
    start = rng.choice(("Tags: ", "**Keywords:** ", "(", '<meta name="keywords" content="'))
    return Loop("exact", lead + start, repeat("".join(words)), "…\n\n")


def sentence_again(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    form = rng.choice(("{}" + x.gap(lang), "{}\n", "- {}\n", "{}\n\n", "<p>{}</p>\n"))
    unit = form.format(sentences.pop())
    return Loop("exact", x.before(rng, lang, sentences), repeat(unit))


def unspaced_clause(rng: Random) -> Loop:
    """A scrap of a sentence without spaces, from any character to any other."""
    lang, sentences = _drawn(rng, x.UNSPACED)
    last = sentences.pop()
    start = rng.randint(0, len(last) // 3)
    unit = last[start : start + rng.randint(4, 16)].rstrip()
    unit += rng.choice(("", "", "、" if lang == "ja" else "，" if lang == "zh" else " "))
    return Loop("exact", x.before(rng, lang, sentences) + last[:start], repeat(unit))


def paragraph(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    count = rng.randint(2, len(sentences) - 2)
    unit = x.gap(lang).join(sentences[:count])
    form = rng.choice(("{}\n\n", "> {}\n\n", "<p>{}</p>\n", "{}\n* * *\n", "§ {}\n"))
    return Loop("exact", x.before(rng, lang, sentences[count:]), repeat(form.format(unit)))


def half_page(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    count, chosen = rng.randint(5, len(sentences) - 2), x.columns(rng)
    table = [x.heads(lang, chosen), ["---"] * len(chosen)]
    table += [x.row(rng, lang, chosen) for _ in range(rng.randint(3, 14))]
    blocks = [
        "## " + ", ".join(x.goods(rng, lang, 2)).title(),
        x.gap(lang).join(sentences[: count // 2]),
        "\n".join(f"| {' | '.join(cells)} |" for cells in table),
        x.gap(lang).join(sentences[count // 2 : count]),
        x.made_up(rng, lang, rng.randint(300, 1600)),
    ]
    unit = "\n\n".join(block for block in blocks[rng.randrange(2) :] if block) + rng.choice(
        ("\n\n", "\n\n---\n\n", "\n\n<!-- page -->\n\n")
    )
    return Loop("exact", x.before(rng, lang, sentences[count:]), repeat(unit))


def refrain(rng: Random) -> Loop:
    lang, sentences = _drawn(rng, tuple(_VERSES))
    verses = _VERSES[lang].split("|")
    first = rng.randint(0, 2)
    unit = "".join(verse + rng.choice(("\n", "\n", " /\n")) for verse in verses[first:][:4])
    unit = rng.choice(("", "*Refrain*\n", "[Chorus]\n", "℟. ")) + unit + rng.choice(("", "\n"))
    return Loop("exact", x.before(rng, lang, sentences), repeat(unit))


def entry(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    form = rng.choice(
        ("**{}**, *{}* {}\n\n", "{} ({}) — {}\n", "<dt>{} <i>{}</i></dt><dd>{}</dd>\n")
    )
    words = x.goods(rng, lang, 4)
    entries = []
    for word in sorted(words):
        senses = [sentences.pop() for _ in range(rng.randint(1, 2))]
        entries.append(form.format(word, rng.choice(_PART), " ".join(senses)))
    lead = x.before(rng, lang, sentences) + "".join(entries[:3])
    return Loop("exact", lead, repeat(entries[3]))


def running_head(rng: Random) -> Loop:
    lang, sentences = _drawn(rng)
    title, page = " · ".join(x.goods(rng, lang, 2)).upper(), rng.randint(4, 611)
    unit = rng.choice(
        (
            f"{page}\n\n---\n\n{title}\n\n",
            f"<header>{title}</header>\n<footer>{page}</footer>\n",
            f"\f{title:<40}{page}\n",
            f"[{page}]\n\n# {title}\n\n{x.person(rng, lang)}\n\n",
        )
    )
    return Loop("exact", x.before(rng, lang, sentences), repeat(unit), "</body></html>\n")


def bilingual_lines(rng: Random) -> Loop:
    first, second = rng.sample(range(len(_TONGUES)), 2)
    said, *others = [text.split("|") for text in rng.sample(_PARALLEL, 5)]
    form = rng.choice(
        (
            "{0}: {1}\n{2}: {3}\n",
            "{1}\n→ {3}\n\n",
            "| {1} | {3} |\n",
            '<tu><seg lang="{0}">{1}</seg><seg lang="{2}">{3}</seg></tu>\n',
            '{{"src": "{1}", "tgt": "{3}"}}\n',
        )
    )
    pairs = [
        form.format(_TONGUES[first], pair[first], _TONGUES[second], pair[second])
        for pair in (*others, said)
    ]
    lang = _TONGUES[first].lower()
    lead = x.before(rng, lang, x.pool(rng, lang)) + "".join(pairs[: rng.randint(1, 4)])
    return Loop("exact", lead, repeat(pairs[-1]))


KINDS = (
    PositiveKind("one word stuck", "exact: words", word_stuck, ("tail", "tail", "stray")),
    PositiveKind("clauses that hang on themselves", "exact: words", clause_chain),
    PositiveKind("keywords without end", "exact: words", keywords, ("tail", "closed")),
    PositiveKind("a sentence of a page", "exact: prose", sentence_again, ("tail", "recovered")),
    PositiveKind("scrap without spaces", "exact: words", unspaced_clause, ("tail", "stray")),
    PositiveKind("paragraph of a page", "exact: prose", paragraph, ("tail", "tail", "stray")),
    PositiveKind("half a page with its table", "exact: pages", half_page),
    PositiveKind("refrain without stanzas", "exact: prose", refrain),
    PositiveKind("entry of a dictionary", "exact: prose", entry, ("tail", "recovered")),
    PositiveKind("running heads and no page", "exact: pages", running_head, ("tail", "closed")),
    PositiveKind("one pair of a translation", "exact: prose", bilingual_lines),
)
