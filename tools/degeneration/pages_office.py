"""More clean pages: what offices, schools and machines hand out."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind


def _some(rng: Random, low: int, high: int) -> range:
    return range(rng.randint(low, high))


_YEAR = "Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro"
_MONTHS = _YEAR.split()
_WEEKDAYS = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")


def rent(rng: Random) -> str:
    """A year or two of rent: the month is the only thing that changes, and not by its digits."""
    year, value, name = rng.randint(2000, 2023), m.money(rng), m.name(rng)
    out = f"RECIBOS DE ALUGUEL\nLocatário: {name}\n\n"
    for i in range(rng.choice((12, 12, 18, 24))):
        paid = rng.randint(1, 9)
        out += f"{_MONTHS[i % 12]} de {year + i // 12}: R$ {value}, pago no dia {paid}\n"
    return out


def time_sheet(rng: Random) -> str:
    """A month of arrivals and departures, to the minute."""
    first, out = m.date(rng), f"FOLHA DE PONTO\n{m.name(rng)}\n\n"
    for i in range(rng.randint(20, 31)):
        day = first + dt.timedelta(i)
        out += f"{day:%d/%m/%Y} {_WEEKDAYS[day.weekday()]}"
        if day.weekday() < 5:
            for hour, minute in ((8, 0), (12, 0), (13, 0), (17, 30)):
                at = 60 * hour + minute + rng.randint(-9, 9)
                out += f" {at // 60:02d}:{at % 60:02d}"
        else:
            out += rng.choice((" folga", " ---"))
        out += "\n"
    return out


def phone_bill(rng: Random) -> str:
    out, day = "Data Hora Destino Duração Valor\n", 1
    for _ in _some(rng, 15, 80):
        day = min(31, day + rng.randrange(2))
        out += f"{day:02d}/05 {rng.randrange(24):02d}:{rng.randrange(60):02d} "
        out += f"11 9{rng.randrange(10**8):08d} 00:{rng.randrange(30):02d}:{rng.randrange(60):02d} "
        out += f"{m.money(rng, 9)}\n"
    return out


def lab_results(rng: Random) -> str:
    out = f"Paciente: {m.name(rng)}\n\n"
    units = ("mg/dL", "g/L", "UI/mL", "%", "mmol/L", "/mm³")
    for _ in _some(rng, 10, 40):
        low = rng.randint(1, 90)
        out += f"{m.title(rng, 1, 2)}: {rng.uniform(1, 200):.1f} {rng.choice(units)}\n"
        out += f"Valor de referência: {low} a {low + rng.randint(5, 90)}\n"
        out += "Método: automatizado\n\n"
    return out


def sums(rng: Random) -> str:
    """A sheet of sums to work out."""
    high = rng.choice((10, 50, 100))
    lines = (
        f"{i + 1}) {rng.randint(1, high)} {rng.choice('+-×')} {rng.randint(1, high)} = ______\n"
        for i in _some(rng, 12, 50)
    )
    return "Calcule:\n\n" + "".join(lines)


def syllables(rng: Random) -> str:
    """A primer: ba be bi bo bu, a line for every consonant."""
    out = m.title(rng) + "\n"
    for letter in rng.sample("bcdfgjlmnprstvxz", rng.randint(8, 16)):
        out += " ".join(letter + vowel for vowel in ("a", "e", "i", "o", "u")) + "\n"
    return out


def word_search(rng: Random) -> str:
    size = rng.randint(10, 18)
    grid = (" ".join(rng.choices("ABCDEFGHIJLMNOPQRSTUVXZ", k=size)) + "\n" for _ in range(size))
    return m.title(rng) + "\n\n" + "".join(grid)


def lottery(rng: Random) -> str:
    return "".join(
        f"Concurso {rng.randint(1000, 2999)}: "
        + " ".join(f"{number:02d}" for number in sorted(rng.sample(range(1, 61), 6)))
        + "\n"
        for _ in _some(rng, 15, 60)
    )


def subtitles(rng: Random) -> str:
    """A subtitle file: number, times, what is said."""
    at, out = 0, ""
    for i in _some(rng, 12, 60):
        at += rng.randint(500, 4000)
        end = at + rng.randint(900, 4000)
        stamps = (f"00:{t // 60000:02d}:{t // 1000 % 60:02d},{t % 1000:03d}" for t in (at, end))
        out += f"{i + 1}\n{' --> '.join(stamps)}\n{m.sentence(rng, 3, 10)}\n\n"
        at = end
    return out


def psalm(rng: Random) -> str:
    """Verses, each answered by the same half line."""
    answer = m.phrase(rng, 4, 6)
    return "".join(
        f"{i + 1} {m.sentence(rng, 5, 10)[:-1]}: {answer}.\n" for i in _some(rng, 10, 28)
    )


def bibtex(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 6, 25):
        out += f"@article{{{m.content_word(rng)}{rng.randint(1970, 2024)},\n"
        out += f"  author = {{{m.name(rng)} and {m.name(rng)}}},\n"
        out += f"  title = {{{m.title(rng, 4, 8)}}},\n"
        out += f"  journal = {{{m.title(rng)}}},\n  volume = {{{rng.randint(1, 90)}}},\n}}\n\n"
    return out


def contacts(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 6, 30):
        out += f"BEGIN:VCARD\nVERSION:3.0\nFN:{m.name(rng)}\n"
        out += f"TEL;TYPE=CELL:+55119{rng.randrange(10**8):08d}\n"
        out += f"EMAIL:{m.content_word(rng)}@{m.content_word(rng)}.com.br\nEND:VCARD\n"
    return out


def pay_slips(rng: Random) -> str:
    """Slips of several people: one layout, other figures."""
    out = ""
    for _ in _some(rng, 3, 10):
        out += f"RECIBO DE PAGAMENTO\nNome: {m.name(rng)}\nCargo: {m.title(rng, 1, 2)}\n"
        for entry in ("Salário base", "Horas extras", "INSS", "IRRF", "Vale transporte"):
            out += f"{entry:<20}{m.money(rng):>12}\n"
        out += f"{'Líquido':<20}{m.money(rng):>12}\n{'-' * 32}\n"
    return out


def two_copies(rng: Random) -> str:
    """A slip in two copies, the customer's and the shop's, alike but for the heading."""
    slip = f"{m.name(rng).upper()}\n{m.title(rng, 2, 5)}\nRua {m.name(rng)}, {rng.randrange(999)}\n"
    for _ in _some(rng, 3, 15):
        slip += f"{m.title(rng, 1, 3)} {m.money(rng, 90)}\n"
    slip += f"TOTAL R$ {m.money(rng)}\nAssinatura: {'_' * 25}\n"
    return f"1ª VIA - CLIENTE\n{slip}\n2ª VIA - ESTABELECIMENTO\n{slip}"


def votes(rng: Random) -> str:
    """A ballot's count by polling station: many noughts."""
    names = [m.name(rng) for _ in range(rng.randint(3, 6))]
    out = ""
    for _ in _some(rng, 5, 15):
        out += f"Seção {rng.randint(1, 500)}\n"
        out += "".join(f"  {name}: {int(rng.random() ** 4 * 200)}\n" for name in names)
        out += f"  Brancos: {rng.choice((0, 0, 1, 3))}\n  Nulos: {rng.choice((0, 0, 2))}\n\n"
    return out


def spreadsheet(rng: Random) -> str:
    """Quarters and totals, formulas written out."""
    out = "Item;T1;T2;T3;T4;Total\n"
    for _ in _some(rng, 10, 50):
        values = [rng.randrange(0, 900, 10) for _ in range(4)]
        out += f"{m.title(rng, 1, 3)};{';'.join(map(str, values))};{sum(values)}\n"
    return out


def labels(rng: Random) -> str:
    """A sheet of address labels of one town."""
    town = f"{m.title(rng, 1, 2)} - SP\nCEP {rng.randrange(99999):05d}-000"
    return "".join(
        f"{m.name(rng)}\nRua {m.name(rng)}, {rng.randrange(2000)}\n{town}\n\n"
        for _ in _some(rng, 6, 24)
    )


_OFFICE, _SCHOOL, _FILES = "office: accounts and slips", "office: school sheets", "office: records"

KINDS = (
    NegativeKind("rent", _OFFICE, rent),
    NegativeKind("time sheet", _OFFICE, time_sheet),
    NegativeKind("phone bill", _OFFICE, phone_bill),
    NegativeKind("pay slips", _OFFICE, pay_slips),
    NegativeKind("two copies", _OFFICE, two_copies),
    NegativeKind("spreadsheet", _OFFICE, spreadsheet),
    NegativeKind("votes", _OFFICE, votes),
    NegativeKind("sums", _SCHOOL, sums),
    NegativeKind("syllables", _SCHOOL, syllables),
    NegativeKind("word search", _SCHOOL, word_search),
    NegativeKind("psalm", _SCHOOL, psalm),
    NegativeKind("lottery", _FILES, lottery),
    NegativeKind("subtitles", _FILES, subtitles),
    NegativeKind("bibtex", _FILES, bibtex),
    NegativeKind("contacts", _FILES, contacts),
    NegativeKind("lab results", _FILES, lab_results),
    NegativeKind("labels", _FILES, labels),
)
