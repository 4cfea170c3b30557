"""Months and weekdays: numbers that are written as words.

Like Roman numerals they count, so that "January ..., February ..." is a series and not news.
"""

_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "segunda terça quarta quinta sexta sábado domingo",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
_MONTHS = (
    "january february march april may june july august september october november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)

_SHORT = (
    "mon tue wed thu fri sat sun",
    "seg ter qua qui sex sáb dom",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "gen feb mar apr mag giu lug ago set ott nov dic",
)

PLACES = {
    name: place
    for language in (*_WEEKDAYS, *_MONTHS, *_SHORT)
    for place, name in enumerate(language.split(), 1)
}
"""Place of each month in the year and of each weekday in the week, from 1 on; lower case."""

WEEKDAYS = tuple(_WEEKDAYS[1].split())
"""Those that may be followed by `-feira`; lower case."""
