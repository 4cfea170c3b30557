"""Months, weekdays, seasons, signs of the zodiac: numbers that are written as words.

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
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pondělí úterý středa čtvrtek pátek sobota neděle",
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
    "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
    "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "luni marți miercuri joi vineri sâmbătă duminică",
    "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "senin selasa rabu kamis jumat sabtu minggu",
    "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
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
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад "
    "грудень",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος "
    "οκτώβριος νοέμβριος δεκέμβριος",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
    "οκτωβρίου νοεμβρίου δεκεμβρίου",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
    "decembrie",
    "január február március április május június július augusztus szeptember október november "
    "december",
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
    "marraskuu joulukuu",
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
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

_SEASONS = (
    "spring summer autumn winter",
    "spring summer fall winter",
    "primavera verão outono inverno",
    "primavera verano otoño invierno",
    "printemps été automne hiver",
    "frühling sommer herbst winter",
    "primavera estate autunno inverno",
    "lente zomer herfst winter",
    "весна лето осень зима",
)
_ZODIAC = (
    "aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces",
    "áries touro gêmeos câncer leão virgem libra escorpião sagitário capricórnio aquário peixes",
    "aries tauro géminis cáncer leo virgo libra escorpio sagitario capricornio acuario piscis",
    "bélier taureau gémeaux cancer lion vierge balance scorpion sagittaire capricorne verseau "
    "poissons",
    "widder stier zwillinge krebs löwe jungfrau waage skorpion schütze steinbock wassermann fische",
    "ariete toro gemelli cancro leone vergine bilancia scorpione sagittario capricorno acquario "
    "pesci",
)


def _places(*languages: str) -> dict[str, int]:
    """Place of each name in its cycle; the first list that has it decides."""
    places: dict[str, int] = {}
    for names in languages:
        for place, name in enumerate(names.split(), 1):
            places.setdefault(name, place)
    return places


PLACES = _places(*_SHORT, *_MONTHS, *_WEEKDAYS, *_SEASONS, *_ZODIAC)
"""Place of each month in the year, of each weekday in the week and so on, from 1; lower case."""

WEEKDAYS = tuple(_WEEKDAYS[1].split())
"""Those that may be followed by `-feira`; lower case."""
