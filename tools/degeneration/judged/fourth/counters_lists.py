"""Lists, pages and sections whose numbers go on while nothing else does."""

from degeneration.judged.fourth.material_counters import kinds, numbers

_ONE = numbers(n=(7, 60, 1), m=(7, 300, 1, 2, 3))
_PLACES = numbers(n=(7, 40, 1), m=(20, 600, 1, 2, 4, 5, 8))
_DOWN = numbers(n=(1500, 9800, -1, -1, -1, -2), m=(1500, 9000, -1))
_WIDE = numbers(n=(1, 900, 1, 1, 2, 10), m=(1, 50, 1))

_TABLE = """
= same entry under the next number ¦ lists ¦ one ¦ tail
en ¦ ## [[noun]]⏎⏎ ¦ [[n]]. [[noun2]], [[place]]⏎ ¦ ∅ ¦ [[n]]. [[noun]], [[place]]⏎
en ¦ Members present:⏎⏎ ¦ [[n]][[pick:)|.]] [[name]] ([[place]])⏎ ¦ ∅ ¦ =
pt ¦ **Relação dos eleitores**⏎⏎ ¦ [[n]] - [[name]], lavrador, [[place]].⏎ ¦ ∅ ¦ =
es ¦ Materiales necesarios:⏎⏎ ¦ [[n]].- [[noun]] de [[place]][[pick:.|;|]]⏎
de ¦ ### Verzeichnis⏎⏎ ¦ [[n]]. [[noun]], [[pick:alt|beschädigt|ohne Deckel|verliehen]]⏎ ¦ ∅ ¦ =
pl ¦ Spis przedmiotów⏎⏎ ¦ [[n]]. [[noun]] – [[place]]⏎ ¦ ∅ ¦ =
ru ¦ Опись имущества⏎⏎ ¦ [[n]]. [[noun]], [[pick:в хорошем состоянии|ветхий|без номера]]⏎ ¦ ∅ ¦ =
ko ¦ 물품 목록⏎⏎ ¦ [[n]]. [[noun]] ([[place]])⏎ ¦ ∅ ¦ =

= exercises that ask the same ¦ lists ¦ one ¦ tail stray
pt ¦ # Lista de exercícios⏎⏎ ¦ **Questão [[n]]**. Assinale a alternativa correta a respeito de
   [[noun]].⏎⏎a) verdadeiro⏎b) falso⏎⏎
en ¦ # Worksheet⏎⏎ ¦ [[n]]. What is the capital of the country shown in [[place]]?⏎
  (A) True  (B) False  (C) Not given⏎⏎
fr ¦ ## Exercices⏎⏎ ¦ Exercice [[n]] : [[pick:Conjuguez le verbe « finir ».|Résolvez l'équation.]]⏎⏎
it ¦ Verifica di storia⏎⏎ ¦ Domanda [[n]]) Chi era [[name]]?⏎□ un medico  □ un notaio  □ un oste⏎
ja ¦ 練習問題⏎⏎ ¦ 問[[n]] [[noun]]について正しいものを選びなさい。⏎ア 正しい　イ 誤り⏎⏎
hi ¦ अभ्यास⏎⏎ ¦ प्रश्न [[n]]. [[noun]] पर टिप्पणी लिखिए।⏎(क) सही (ख) गलत⏎⏎

= steps of a to-do list ¦ lists ¦ one ¦ tail
en ¦ ## Plan⏎⏎ ¦ - [ ] Step [[n]]: [[pick:check the result|ask for approval|repeat as needed]]⏎
en ¦ ## Roadmap⏎⏎ ¦ - **Task [[n]]:** Review the [[noun]] and update the documentation.⏎
es ¦ Procedimiento⏎⏎ ¦ * Paso [[n]]: repetir el paso anterior con [[noun]].⏎
fr ¦ Mode d'emploi⏎⏎ ¦ – Étape [[n]] : vérifier l'état de l'appareil et noter la valeur.⏎
zh ¦ 操作步骤⏎⏎ ¦ - 步骤[[n]]：检查[[noun]]，然后继续。⏎
ru ¦ Порядок действий⏎⏎ ¦ • Шаг [[n]]: проверить [[noun]] и продолжить.⏎

= numbers in brackets within a line ¦ lists ¦ one ¦ tail
en ¦ The clerk read out ¦ ␣([[n]]) one [[noun]];
de ¦ Ferner wurden verzeichnet: ¦ ␣[[n]]) ein [[noun]] aus [[place]],
fr ¦ Savoir : ¦ ␣[[n]]° [[noun]] ;
pl ¦ Zgłoszono ¦ ␣([[n]]) [[noun]] bez uwag,
ar ¦ وهي: ¦ ␣([[n]]) [[noun]]،
it ¦ Si elencano: ¦ ␣[[n]]) [[noun]] di [[place]];

= list that runs backwards ¦ lists ¦ down ¦ stray
en ¦ ## Top songs of all time⏎⏎ ¦ [[n]]. [[name]] – [[noun]]⏎
pt ¦ Contagem de [[noun]]⏎⏎ ¦ Faltam [[n]] [[pick:dias|metros|páginas]] para [[place]].⏎
de ¦ Countdown⏎⏎ ¦ Noch [[n]] [[pick:Sekunden|Stück|Meter]].⏎
es ¦ Cuenta atrás⏎⏎ ¦ Quedan [[n]] plazas en [[place]]; reserve ya.⏎
ja ¦ 残り⏎⏎ ¦ あと[[n]]日で[[place]]に着きます。⏎
en ¦ ## Stock⏎⏎ ¦ [[n]] left, take one down ([[noun]])⏎

= numbered lines to write on ¦ forms ¦ one ¦ tail ¦ 70 ¦ filler
en ¦ Signatures⏎⏎ ¦ [[n]]. ______________________⏎
pt ¦ Assinaturas dos presentes⏎⏎ ¦ [[n]]) ..............................⏎
de ¦ Notizen⏎⏎ ¦ ([[n]]) _______________ ⏎
* ¦ [[noun]]⏎⏎ ¦ <p>[[n]]. &nbsp;&nbsp;&nbsp;&nbsp;</p>⏎
es ¦ Firmas⏎⏎ ¦ [[n]].- ____________ ____________⏎

= one source cited under every number ¦ references ¦ one ¦ recovered ¦ 25
en ¦ # References⏎⏎ ¦ [[[n]]] [[name]], "On the [[noun]]," J. Inst. [[num]], [[year]].⏎ ¦ ∅ ¦ =
en ¦ ## Bibliography⏎⏎ ¦ [[n]]. [[name]]. ([[year]]). *[[noun]]*. [[place]]: Univ. Press.⏎ ¦ ∅ ¦ =
fr ¦ Notes⏎⏎ ¦ [[n]]. Ibid., p. [[num]].⏎
de ¦ Anmerkungen⏎⏎ ¦ [[n]] Vgl. [[name]], a. a. O., S. [[num]] f.⏎
pt ¦ REFERÊNCIAS⏎⏎ ¦ [^[[n]]]: [[name]], *op. cit.*, p. [[num]].⏎
lat ¦ \\begin{thebibliography}{99}⏎ ¦ \\bibitem{ref[[n]]} [[name]], \\emph{[[noun]]}, [[year]].⏎
   ¦ \\end{thebibliography}⏎
zh ¦ 参考文献⏎⏎ ¦ [[[n]]] [[name]]. [[noun]]研究[J]. [[place]]学报, [[year]].⏎

= contents with leaders ¦ pages and sections ¦ places ¦ tail
en ¦ CONTENTS⏎⏎ ¦ Chapter [[n]]. The [[noun]] ............ [[m]]⏎ ¦ ∅ ¦ =
fr ¦ TABLE DES MATIÈRES⏎⏎ ¦ Lettre [[n]]. — De [[place]] . . . . . . . . [[m]]⏎ ¦ ∅ ¦ =
it ¦ INDICE⏎⏎ ¦ Cap. [[n]] — [[noun]] ........ pag. [[m]]⏎ ¦ ∅ ¦ =
es ¦ ÍNDICE⏎⏎ ¦ Lección [[n]] [[noun]] __________ [[m]]⏎ ¦ ∅ ¦ =
ru ¦ СОДЕРЖАНИЕ⏎⏎ ¦ Глава [[n]]. [[noun]] ............ [[m]]⏎ ¦ ∅ ¦ =
lat ¦ # Index⏎⏎ ¦ - [[[n]]. [[noun]]](#section-[[n]]) … [[m]]⏎ ¦ ∅ ¦ =

= items of a web page's list ¦ lists ¦ wide ¦ closed recovered
* ¦ <ol>⏎ ¦ <li value="[[n]]">[[noun]]</li>⏎ ¦ </ol>⏎ ¦ =
* ¦ <ul class="nav"> ¦ <li id="item-[[n]]"><a href="#p[[n]]">[[noun]]</a></li> ¦ </ul>⏎
* ¦ <div class="toc">⏎ ¦   <p><b>[[n]].</b> [[name]], [[place]]</p>⏎ ¦ </div>⏎ ¦ =
* ¦ <dl>⏎ ¦ <dt>[[n]]</dt><dd>[[noun]]</dd>⏎ ¦ </dl>⏎

= leaves with the same running head ¦ pages and sections ¦ wide ¦ tail stray ¦ 25
en ¦ ∅ ¦ --- Page [[n]] ---⏎⏎[[noun]]⏎[This page intentionally left blank]⏎⏎
pt ¦ ∅ ¦ ## Página [[n]]⏎⏎*[[name]] — [[noun]]*⏎⏎(ilegível)⏎⏎
de ¦ ∅ ¦ Seite [[n]]⏎⏎Stadtarchiv [[place]]⏎⏎(leer)⏎⏎
fr ¦ ∅ ¦ <!-- page [[n]] -->⏎[[noun]]⏎Archives de [[place]], fol. [[n]]⏎
ja ¦ ∅ ¦ [[n]]ページ⏎[[noun]]⏎（空白）⏎⏎
he ¦ ∅ ¦ עמוד [[n]]⏎[[noun]]⏎(ריק)⏎⏎
es ¦ ∅ ¦ \\newpage⏎% página [[n]]⏎[[name]], \\textit{[[noun]]}⏎

= subsections with one heading ¦ pages and sections ¦ sections ¦ tail
en ¦ # 4 [[noun]]⏎⏎ ¦ ### 4.2.[[n]] [[noun2]]⏎⏎See section 4.2.[[m]].⏎⏎
lat ¦ \\section{[[noun]]}⏎ ¦ \\subsection*{3.[[n]] [[noun2]]}⏎[[text]]⏎⏎
de ¦ ## 2. [[noun]]⏎⏎ ¦ **2.[[n]].1** [[noun2]]: siehe Abschnitt 2.[[m]].1⏎⏎
pl ¦ ## 7 [[noun]]⏎⏎ ¦ 7.[[n]]. [[noun2]] – [[text]]⏎
el ¦ ## 5 [[noun]]⏎⏎ ¦ 5.[[n]] [[noun2]]⏎[[text]]⏎⏎

= articles that were repealed ¦ pages and sections ¦ one ¦ recovered ¦ 40
pt ¦ CAPÍTULO [[num]]⏎⏎ ¦ Art. [[n]]. [[pick:(Revogado).|Esta lei entra em vigor na data de sua
  ␣publicação.|Fica o Poder Executivo autorizado a regulamentar a matéria.]]⏎⏎
es ¦ TÍTULO ÚNICO⏎⏎ ¦ Artículo [[n]].- [[pick:Derogado.|Quedan derogadas las disposiciones
  ␣contrarias.]]⏎⏎
de ¦ Abschnitt [[num]]⏎⏎ ¦ § [[n]] (weggefallen)⏎⏎
fr ¦ TITRE UNIQUE⏎⏎ ¦ Article [[n]] — Le maire de [[place]] est chargé de l'exécution.⏎⏎
zh ¦ 附则⏎⏎ ¦ 第[[n]]条　本规定自公布之日起施行。⏎
ru ¦ Глава [[num]]⏎⏎ ¦ Статья [[n]]. Утратила силу.⏎⏎
ar ¦ أحكام ختامية⏎⏎ ¦ المادة [[n]]: ينشر هذا القانون في الجريدة الرسمية.⏎⏎

= captions of one picture ¦ references ¦ wide ¦ tail ¦ 70
en ¦ ∅ ¦ **Figure [[n]]:** View of [[place]] from the north.⏎⏎
en ¦ ∅ ¦ ![Figure [[n]]](images/fig_[[n:03]].png)⏎⏎*Fig. [[n]]. [[noun]]*⏎⏎
lat ¦ ∅ ¦ ![]([[pick:img|page|imgs/pic]]_[[n:04]].[[pick:jpg|png]])⏎⏎
it ¦ ∅ ¦ Tav. [[n]] — [[name]], veduta di [[place]]⏎
pt ¦ ∅ ¦ <figure><img src="fig[[n]].jpg"><figcaption>Figura [[n]]: [[noun]].</figcaption></figure>⏎
ja ¦ ∅ ¦ 図[[n]] [[place]]の[[noun]]⏎⏎
"""

KINDS = kinds(
    _TABLE,
    one=_ONE,
    down=_DOWN,
    places=_PLACES,
    wide=_WIDE,
    sections=numbers(n=(2, 30, 1), m=(3, 31, 1)),
)
