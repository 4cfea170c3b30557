"""Every number the detector judges by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a repetition must have at least to be a loop. Calibration raises these numbers.

    *Symbols* are those of `count_symbols`; *known* symbols are content (words, numbers) that an
    earlier part of the output foretells, less what it does not. *Tail* is the end of an output
    that hit the limit or was aborted; *anywhere* is every other place, and outputs that ended.

    Attributes:
        tail_repeats: copies of an exact loop, the last one in part.
        tail_symbols: symbols of an exact loop or a counter.
        tail_filler_symbols: the same where the unit is mostly dots, zeros, blanks, tags.
        tail_characters: characters of an exact loop; those of double width count twice.
        tail_long_repeats: copies that are enough of a unit long enough for the next two.
        tail_long_symbols: symbols after the first copy of such a loop.
        tail_third_symbols: symbols of a third copy that are enough, however long that is.
        tail_counter_repeats: copies of a counter.
        tail_long_counter_repeats: the same where many words of a copy are equal; each of them
            makes up for a thirty-second part of a copy.
        tail_filler_words: words and numbers of an exact loop of mostly blanks.
        tail_respaced_repeats: copies that differ in white space, case and rows of marks alone.
        tail_drift: known symbols of a drift.
        tail_low_novelty: known symbols of low novelty.
        unknown_factor: times this where nobody knows how the output ended; times its root for
            copies of a counter.
        any_repeats: as above, anywhere.
        any_symbols: as above, anywhere.
        any_filler_symbols: as above, anywhere.
        any_filler_words: as above, anywhere.
        any_characters: as above, anywhere.
        any_counter_repeats: as above, anywhere.
        any_counter_symbols: as above, anywhere.
        least_counter_repeats: copies of a counter, anywhere, that are enough where there are many
            equal words in each: every such word makes up for a copy.
        any_respaced_repeats: as above, anywhere.
        many_repeats: copies in a row of a unit with a word that are enough by themselves,
            wherever they are: no page has so many lines.
        ended_symbols: of an exact loop that goes to the end of an output that ended by itself.
        ended_counter_repeats: the same for a counter.
        ended_counter_symbols: the same for a counter.
        poor_repeats: copies of a counter that has no word in it, anywhere: no page counts so far.
        bare_repeats: the same for numbers that neither begin nor end at one.
        stays_repeats: the same where a number of three digits or more stays, or is what another was
            a copy before; thrice that beside dates and times, as in a plan of payments.
        poor_slots_repeats: the same where two numbers or more go on.
        form_repeats: the same where there are blanks to fill in; so many rows and words beside
            the blanks together.
        odometer_repeats: the same for numerals of no known kind, where there is a word to them.
        stamp_repeats: the same where dates and times alone go on, as in a log.
        any_drift: as above, anywhere.
        any_low_novelty: as above, anywhere.
        filler_factor: times this for a drift with blanks to fill in, as in numbered forms, and in
            the attributes of markup.
        log_factor: times this for a drift with dates or times beside its words, as in a log.
        slot_share: share of the copies in which a number has to go on as a series.
        poor_slot_share: the same in a counter that has no word in it.
        drift_repeats: copies of a drift, or of the usual unit in low novelty.
        drift_copies: copies that the known symbols of a drift are worth, after the second.
        drift_second: what a symbol foretold for the first time is worth to a drift; others are 1.
        drift_miss: what a known symbol in an unforetold place costs a drift.
        drift_news: what a new word or an unforetold number costs a drift.
        drift_variant: what a word spelled nearly like the one in its place costs a drift.
        drift_noise: the same as for news where the copy before had no news in that place.
        novelty_hit: what a foretold symbol is worth to low novelty; any other known one is 1.
        novelty_news: what a new word or an unforetold number costs low novelty.
        novelty_foretold: share of foretold symbols above which it may be a form, as a litany is.
        novelty_form_factor: times this for low novelty that may be a form.
        novelty_types: largest share of different symbols in low novelty.
    """

    tail_repeats: float = 3.0
    tail_symbols: int = 64
    tail_filler_symbols: int = 140
    tail_characters: int = 80
    tail_long_repeats: float = 2.2
    tail_long_symbols: int = 128
    tail_third_symbols: int = 32
    tail_counter_repeats: float = 3.5
    tail_long_counter_repeats: float = 3.0
    tail_filler_words: int = 32
    tail_respaced_repeats: float = 10.0
    tail_drift: float = 56.0
    tail_low_novelty: float = 96.0
    unknown_factor: float = 3.0
    any_repeats: float = 4.0
    any_symbols: int = 320
    any_filler_symbols: int = 800
    any_filler_words: int = 320
    any_characters: int = 320
    any_counter_repeats: float = 20.0
    any_counter_symbols: int = 280
    least_counter_repeats: float = 8.0
    any_respaced_repeats: float = 20.0
    many_repeats: float = 100.0
    ended_symbols: int = 256
    ended_counter_repeats: float = 20.0
    ended_counter_symbols: int = 280
    poor_repeats: float = 101.0
    bare_repeats: float = 40.0
    stays_repeats: float = 14.0
    poor_slots_repeats: float = 26.0
    form_repeats: float = 70.0
    odometer_repeats: float = 20.0
    stamp_repeats: float = 5.0
    any_drift: float = 300.0
    any_low_novelty: float = 300.0
    filler_factor: float = 5.0
    log_factor: float = 2.0
    slot_share: float = 0.9
    poor_slot_share: float = 0.98
    drift_repeats: float = 3.0
    drift_copies: float = 4.5
    drift_second: float = 0.0
    drift_miss: float = 2.5
    drift_variant: float = 1.0
    drift_news: float = 24.0
    drift_noise: float = 5.0
    novelty_hit: float = 0.5
    novelty_news: float = 60.0
    novelty_foretold: float = 0.58
    novelty_form_factor: float = 10.0
    novelty_types: float = 0.2


DEFAULT = Thresholds()
