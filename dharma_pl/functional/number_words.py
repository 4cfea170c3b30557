"""Numbers as words, as lists: the n-th word of a list is its n-th number.

`_` stands for a number that another list has, or a word too common to be a number alone.
"""

UNITS = (
    "een twee drie vier vijf zes zeven acht negen",
    "ett två tre fyra fem sex sju åtta nio",
    "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "jeden dva tři čtyři pět šest sedm osm devět",
    "unu doi trei patru cinci șase șapte opt nouă",
    "_ dos tres quatre cinc sis set vuit nou",
    "bir iki üç dört beş altı yedi sekiz dokuz",
    "satu dua tiga empat lima enam tujuh delapan sembilan",
    "один два три четыре пять шесть семь восемь девять",
    "одна две три четыре пять шесть семь восемь девять",
    "один два три чотири _ шість сім вісім _",
    "ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα",
    "πρώτο δεύτερο τρίτο τέταρτο πέμπτο έκτο έβδομο όγδοο ένατο",
    "אחד שניים שלושה ארבעה חמישה שישה שבעה שמונה תשעה",
    "אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע",
    "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع",
)
TEENS = (
    "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
    "tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
    "dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście "
    "osiemnaście dziewiętnaście",
    "deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct",
    "zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece "
    "șaptesprezece optsprezece nouăsprezece",
    "deu onze dotze tretze catorze quinze setze disset divuit dinou",
    "sepuluh sebelas",
    "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
    "восемнадцать девятнадцать",
    "δέκα έντεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα",
    "עשרה",
    "עשר",
    "عشرة",
    "العاشر",
)
TENS = (
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt "
    "osiemdziesiąt dziewięćdziesiąt",
    "dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát",
    "douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci",
    "vint trenta quaranta cinquanta seixanta setanta vuitanta noranta",
    "yirmi otuz kırk elli altmış yetmiş seksen doksan",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα",
)
ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste",
    "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte",
    "primus secundus tertius quartus quintus sextus septimus octavus nonus decimus undecimus "
    "duodecimus",
    "simple double triple quadruple quintuple sextuple septuple octuple nonuple decuple",
)
"""From the first on; no parts of longer numbers."""
RUSSIAN = (
    "перв ый,втор ой,треть -,четвёрт ый,пят ый,шест ой,седьм ой,восьм ой,девят ый,десят ый,"
    "одиннадцат ый,двенадцат ый,тринадцат ый,четырнадцат ый,пятнадцат ый,шестнадцат ый,"
    "семнадцат ый,восемнадцат ый,девятнадцат ый"
)
"""Ordinals, whose endings follow their gender."""
