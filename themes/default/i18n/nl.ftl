# Woorden van het thema, in het Nederlands op taalniveau B1, met «u».

# Hoe de taal van dit bestand zichzelf noemt.
language-own-name = Nederlands

## Namen en datums

site-name = Keuzewijzer { $municipality }
date = { $day } { $month } { $year }
date-short = { $day }-{ $month }-{ $year }
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
period = { $from } tot en met { $to }
list-and = { $before } en { $last }
decimal-mark = ,
percent = { $number } procent
percent-between = { $low } tot { $high } procent

## Rond elke pagina

skip-to-content = Ga naar de inhoud
nav-label = Hoofdmenu
nav-questions = Uw vraag
nav-products = Soorten hulp
nav-providers = Aanbieders
nav-waits = Wachttijden
nav-search = Zoeken
nav-referrers = Voor verwijzers
language-switch = Taal
text-untranslated = Deze tekst is er alleen in het Nederlands.
crumbs-label = U bent hier
crumb-home = Begin
urgent-title = Spoed? Bel:
urgent-label = Spoed
urgent-more = Wie belt u waarvoor?
urgent-112 = Alarmnummer
urgent-112-purpose = Bij direct gevaar. Dag en nacht.
urgent-veilig-thuis = Veilig Thuis
urgent-veilig-thuis-purpose = Bij geweld of onveiligheid thuis. Gratis, dag en nacht.
urgent-113 = 113
urgent-113-purpose = Bij gedachten aan zelfdoding. Gratis, dag en nacht.
urgent-kindertelefoon = Kindertelefoon
urgent-kindertelefoon-purpose = Voor kinderen en jongeren. Gratis.
statements-label = Goed om te weten als u kiest
footer-label = Meer op deze site
footer-local-help = Hulp dichtbij
footer-outcomes = Uitkomsten
footer-shortlist = Mijn lijst
footer-not-listed = Aanbieder niet gevonden
footer-changes = Wijzigingen
footer-open-data = Open gegevens
footer-made-on = Deze site is van
footer-publisher = Uitgever:
footer-contact = Vragen? Mail
footer-sources = Bronnen:
footer-no-cookies = Geen cookies, geen meting van bezoek.

## Contact

contact-phone = Bel
contact-email = Mail
contact-website = Site
contact-opening-hours = Open:
contact-accessibility = Toegang:

## Neemt een aanbieder mensen aan?

admission-open = Neemt nieuwe mensen aan
admission-stop = Neemt nu niemand aan
admission-unknown = Niet bekend of hier plek is

## Wachttijden

wait-kind-intake = Tot het eerste gesprek
wait-kind-treatment = Van eerste gesprek tot start
wait-kind-total = Van aanmelden tot start
wait-kind-whole = Wachttijd
wait-since-first-talk = na het eerste gesprek
wait-since-sign-up = vanaf aanmelding
wait-until-intake = tot het eerste gesprek
wait-until-treatment = van het eerste gesprek tot de start van de hulp
wait-until-total = van aanmelden tot de start van de hulp
wait-until-whole = wachten
length-days = { $count ->
    [one] { $number } dag
   *[other] { $number } dagen
}
length-weeks = { $count ->
    [one] { $number } week
   *[other] { $number } weken
}
length-months = { $count ->
    [one] { $number } maand
   *[other] { $number } maanden
}
wait-zero = { $length } { $until }: volgens de opgave hoeft u niet te wachten.
wait-mean = Gemiddeld { $length } { $until }.
wait-median = De helft wacht hoogstens { $length } { $until }. De andere helft wacht langer.
wait-p90 = Negen van de tien wachten hoogstens { $length } { $until }.
wait-next-free-place = De eerste vrije plek is over { $length }. Dit telt { $until }.
wait-longest = Hoogstens { $length } { $until }.
wait-unspecified = Ongeveer { $length } { $until }.
wait-range = { $text } { $until }.
wait-words = «{ $text }»: dat is opgegeven voor de wachttijd { $until }.
wait-short-mean = gemiddeld { $length }
wait-short-median = de helft binnen { $length }
wait-short-p90 = 9 van de 10 binnen { $length }
wait-short-next-free-place = eerste plek over { $length }
wait-short-longest = hoogstens { $length }
wait-short-unspecified = ongeveer { $length }
wait-said = «{ $text }»
wait-stop = Neemt nu niemand aan.
wait-stop-short = neemt nu niemand aan
wait-unknown = Niet bekend. Vraag het aan de aanbieder.
wait-unknown-of-kind = { $kind }: niet bekend. Vraag het aan de aanbieder.
wait-unknown-short = niet bekend
wait-closed = Neemt nu niemand aan. Daarom staat hier geen tijd.
wait-too-old = Het laatste cijfer is van { $date }. Dat is te oud om te tonen. Vraag het aan de aanbieder.
wait-too-old-short = te oud om te tonen
wait-old = Verouderd. Bel om zeker te zijn.
wait-origin = { $source } op { $date }.
wait-basis-expected = Dit verwacht de aanbieder.
wait-basis-experienced = Zo lang wachtten eerdere gezinnen.
wait-at-location = Alleen op de locatie { $location }.
wait-above-norm = Langer dan de norm van { $length }.
wait-within-norm = Niet langer dan de norm van { $length }.
wait-in-words = In woorden gegeven: niet te vergelijken met de norm.
wait-ask-number = Bel

## Uitkomsten

verdict-better = boven gemiddeld
verdict-same = rond gemiddeld
verdict-lower = onder gemiddeld
verdict-less-dropout = minder uitval dan gemiddeld
verdict-more-dropout = meer uitval dan gemiddeld
verdict-unsaid = nog niet te zeggen
tenths = { $number } van de 10
tenths-almost-none = minder dan 1 van de 10
tenths-almost-all = meer dan 9 van de 10
range = Waarschijnlijk tussen { $low } en { $high } van de 10.
figure-experience-youth = { $count ->
    [0] Geen enkele jongere noemt
    [one] { $tenths } jongeren noemt
   *[other] { $tenths } jongeren noemen
} de hulp voldoende of goed.
figure-experience-parents = { $count ->
    [0] Geen enkele ouder noemt
    [one] { $tenths } ouders noemt
   *[other] { $tenths } ouders noemen
} de hulp voldoende of goed.
figure-dropout-ended-early = { $count ->
    [0] Bij geen enkel gezin
   *[other] Bij { $tenths } gezinnen
} stopte de hulp te vroeg.
figure-dropout-no-show = { $count ->
    [0] Geen enkel gezin bleef weg.
    [one] { $tenths } gezinnen kwam niet meer opdagen.
   *[other] { $tenths } gezinnen kwamen niet meer opdagen.
}
figure-goal = { $count ->
    [0] Geen enkel doel is
    [one] { $tenths } doelen is
   *[other] { $tenths } doelen zijn
} gehaald.
answers-youth = { $count ->
    [one] 1 jongere gaf
   *[other] { $count } jongeren gaven
} antwoord, van { $from } tot en met { $to }.
answers-parents = { $count ->
    [one] 1 ouder gaf
   *[other] { $count } ouders gaven
} antwoord, van { $from } tot en met { $to }.
answers-clients = Geteld bij { $count } gezinnen, van { $from } tot en met { $to }.
answers-goals = Geteld over { $count } doelen, van { $from } tot en met { $to }.
score-old = Dit cijfer is oud.
score-kept = Er zijn nieuwere cijfers. Die tonen we pas als er genoeg nieuwe antwoorden bij zijn. Zo kan niemand herkend worden.
rolled-up-to-all = Voor deze vraag alleen is er geen score. Dit gaat over alle hulp van de aanbieder samen.
absence-too-few = Te weinig antwoorden om iets te zeggen zonder dat iemand herkend kan worden.
absence-not-measured = Dit is niet gemeten.
absence-not-supplied = De aanbieder heeft dit niet aangeleverd.
absence-too-old = Het laatste cijfer gaat tot { $date }. Dat is te oud om te tonen.
absence-withdrawn = Dit cijfer is ingetrokken.
measure-experience-youth = Ervaring van jongeren
measure-experience-parents = Ervaring van ouders
measure-dropout-ended-early = Hulp te vroeg gestopt
measure-dropout-no-show = Niet meer gekomen
measure-goal-education = Doel gehaald: naar school
measure-goal-family-balance = Doel gehaald: rust in het gezin
measure-goal-fewer-problems = Doel gehaald: minder problemen
measure-goal-participation = Doel gehaald: meedoen
explain-experience-youth = Deel van de jongeren dat de hulp voldoende of goed noemt.
explain-experience-parents = Deel van de ouders dat de hulp voldoende of goed noemt.
explain-dropout-ended-early = Deel van de gezinnen bij wie de hulp eerder stopte dan gepland. Weinig is goed.
explain-dropout-no-show = Deel van de gezinnen dat niet meer kwam. Weinig is goed.
explain-goal-education = Deel van de doelen over school of opleiding dat is gehaald.
explain-goal-family-balance = Deel van de doelen over rust en balans thuis dat is gehaald.
explain-goal-fewer-problems = Deel van de doelen over minder problemen dat is gehaald.
explain-goal-participation = Deel van de doelen over meedoen met anderen dat is gehaald.

## Een aanbod in een lijst

ages-between = { $from } tot en met { $to } jaar
ages-from = Vanaf { $from } jaar
ages-to = Tot en met { $to } jaar
ages-unknown = Leeftijd niet opgegeven
offer-ends = Het contract loopt tot en met { $date }. Vraag wat dat voor u betekent.
column-provider = Aanbieder
column-admission = Plek
column-intake = Tot het eerste gesprek
column-start = Tot de start van de hulp
column-families = Wat gezinnen vinden
column-ages = Leeftijd
column-place = Waar
families-parents = Ouders:
families-youth = Jongeren:
column-for-whom = Voor wie
order-by-name = De volgorde is op naam, van A tot Z. Er is geen beste bovenaan.
order-by-distance = De volgorde is op afstand. Het dichtstbij staat bovenaan. Wat wij niet weten, staat onderaan.

## Afstand

travel-title = Afstand
travel-label = Uw postcode (4 cijfers)
travel-order = Volgorde
travel-order-name = Op naam
travel-order-distance = Dichtbij eerst
travel-hint = Dan ziet u hoe ver het is. Dit blijft op uw apparaat.
travel-done = De afstand staat erbij, in een rechte lijn. De weg is langer.
travel-sorted = Dichtbij staat nu bovenaan. De afstand is een rechte lijn. De weg is langer.
travel-digits = Vul de vier cijfers van uw postcode in, zoals 1234.
travel-unknown = Wij kennen deze postcode niet. Vul een postcode uit de regio in.
travel-failed = De afstand kunnen wij nu niet laten zien. Probeer het straks nog eens.
travel-about = ongeveer { $number } km
travel-about-place = ongeveer { $number } km ({ $place })
travel-no-place = plaats niet bekend
travel-no-distance = afstand niet bekend
travel-without-script = Wilt u weten wie er dichtbij is? Kijk in de
travel-without-script-link = lijst per plaats

## Beginpagina

home-title = Zoek hulp die bij u past
home-description = Vergelijk jeugdhulp in { $municipality }: wie helpt waarmee, hoe lang wacht u en wat vinden ouders ervan.
home-lead = U mag kiezen wie uw gezin helpt. Er zijn wel grenzen. Hier ziet u wie er hulp geeft, hoe lang u wacht en wat anderen ervan vonden.
home-lead-link = Lees wat u mag kiezen
home-search-title = Zoek met uw eigen woorden
home-search-without = Zoeken werkt alleen met JavaScript. Zonder kunt u alle lijsten bekijken.
home-questions = Of begin bij uw vraag
home-all-questions = Bekijk alle vragen met meer voorbeelden
home-products = Of bekijk alle soorten hulp
home-providers = Bekijk alle aanbieders van A tot Z
home-counts = In { $municipality } { $providers ->
    [one] geeft 1 aanbieder
   *[other] geven { $providers } aanbieders
} samen { $products ->
    [one] 1 soort hulp
   *[other] { $products } soorten hulp
}.
steps-title = Zo werkt kiezen
step-1 = Praat erover
step-1-text = De huisarts, de jeugdarts of het lokale team denkt mee en kan u verwijzen. Hier is dat
step-2 = Kies een aanbieder
step-2-text = Kijk wie plek heeft, hoe lang u wacht en wat ouders vinden. Kies er twee of drie.
step-2-link = Zet ze naast elkaar
step-3 = Gesprek na uw keuze
step-3-text = U praat met de aanbieder die u koos. Samen kijkt u of dit de goede plek is. Weigeren om geld mag niet.
step-3-link = Wat als het antwoord nee is?
step-4 = De hulp begint
step-4-text = U maakt samen een plan. U hebt één vast contactpersoon.
steps-more = Lees meer over kiezen
waiting-title = Wat mag u doen terwijl u wacht?
waiting-lead = Wachten is zwaar. U hoeft niet stil af te wachten.
waiting-help = Vraag de aanbieder om hulp voor nu. Die moet u ook helpen zolang u wacht.
waiting-call = Bel gerust nog eens en vraag hoe lang het duurt.
waiting-other = Kijk of een andere aanbieder eerder plek heeft. Blijf staan op de lijst tot u zeker bent.
waiting-local = Ga naar hulp waarvoor u geen verwijzing nodig hebt:
waiting-more = Alle stappen als u te lang wacht
print-page = Print deze pagina
text-contacts-title = Wie helpt u in { $municipality }?
age-small = 0 tot en met 3 jaar
age-small-life = baby, dreumes of peuter
age-child = 4 tot en met 11 jaar
age-child-life = op de basisschool
age-teenager = 12 tot en met 17 jaar
age-teenager-life = op de middelbare school
age-adult = 18 jaar of ouder
age-adult-life = bijna of net volwassen
age-title = Vragen bij { $ages }
age-description = Vragen van ouders en jongeren bij { $ages }, met de hulp die daarbij past in { $municipality }.
age-yourself = Ben je zelf 12 jaar of ouder? Dan mag je zelf om hulp vragen.
age-yourself-link = Lees de pagina voor jongeren

## Vragen

questions-title = Uw vraag
questions-description = Kies de vraag die het best bij u past. U ziet daarna welke hulp er is in { $municipality }.
questions-lead = Welke zin past het best bij u? U hoeft niet precies te weten wat er is.
questions-by-age = Kies de leeftijd van uw kind
questions-other-age = Kies een andere leeftijd
questions-others = Andere woorden voor deze vraag
questions-none-fits = Past geen enkele vraag? Bel het lokale team. Zij denken met u mee:
question-description = { $question }: welke hulp past en wie geeft die in { $municipality }?
question-result = Wat de hulp wil bereiken
question-help = Welke hulp past hierbij?
question-nobody = Voor deze vraag heeft { $municipality } nu geen aanbieder met een contract.
question-professional-name = Hulpverleners noemen dit: { $name } (profiel { $number }).
question-all-providers = Bekijk alle { $count } aanbieders
providers-here = { $count ->
    [0] Niemand biedt dit nu aan in { $municipality }
    [one] 1 aanbieder in { $municipality }
   *[other] { $count } aanbieders in { $municipality }
}
providers-here-sentence = { $count ->
    [one] In { $municipality } is 1 aanbieder.
   *[other] In { $municipality } zijn { $count } aanbieders.
}
providers-count = { $count ->
    [one] 1 aanbieder
   *[other] { $count } aanbieders
}

## Soorten hulp

products-title = Soorten hulp
products-description = Alle soorten jeugdhulp die { $municipality } inkoopt, met uitleg in gewone woorden.
products-lead = Hier staan alle soorten hulp bij elkaar, met uitleg in gewone woorden.
products-not-bought-title = Hulp die hier niet te kiezen is
products-not-bought = { $municipality } koopt deze hulp niet in. U kunt er hier dus niet voor kiezen. Hebt u dit nodig? Vraag het lokale team wat er wel kan.
ask-local-team = Naar het lokale team
order-products = De groepen staan op een vaste volgorde. Binnen een groep staat alles op naam.
group-closed = { $municipality } laat in deze groep nu geen nieuwe aanbieders toe. De aanbieders hieronder blijven.
product-description = { $product } in { $municipality }: { $summary }
product-nobody = Niemand biedt dit nu aan in { $municipality }.
product-ages = { $ages }. Per aanbieder kan dit anders zijn.
product-about = Meer over deze hulp
product-open-only = Alleen wie nieuwe mensen aanneemt
product-open-all = U ziet nu iedereen, ook wie nu niemand aanneemt.
product-hidden = { $count ->
    [one] 1 aanbieder is nu verborgen. Die neemt niemand aan, of dat is niet bekend.
   *[other] { $count } aanbieders zijn nu verborgen. Die nemen niemand aan, of dat is niet bekend.
}
product-first-talk = Zo gaat een eerste gesprek
product-questions = Past bij deze vragen
product-who = Wie geeft dit hier?
nobody-next = Bel voor advies met
offers-caption = { $product } in { $municipality }
count-stop = { $count ->
    [one] 1 daarvan neemt nu niemand aan.
   *[other] { $count } daarvan nemen nu niemand aan.
}
count-unknown = { $count ->
    [one] Van 1 is niet bekend of er plek is.
   *[other] Van { $count } is niet bekend of er plek is.
}
wait-not-yours = Een wachttijd is een verwachting. Die van u kan korter of langer zijn.
facts-title = Gegevens
fact-group = Groep
fact-formal-name = Naam in het contract
fact-product-code = Productcode
fact-level = Inkoop
fact-segment = Segment
fact-places = Waar
fact-questions = Voor deze vragen
offer-more = Meer over deze hulp
fact-intensities = Hoe zwaar de hulp is
fact-contract = Contract
fact-legal-name = Officiële naam
fact-kvk = KvK-nummer
fact-agb = AGB-code
level-local = Door de gemeente zelf
level-regional = Door de gemeenten in de regio samen
level-supra-regional = Door enkele regio's samen
level-national = Door alle gemeenten samen
segment-a = A: hulp van het lokale team
segment-b = B: hulp van een specialist
segment-c = C: zeer zware hulp
norms-title = Normen voor wachten
norm-source = Bron:
after-label = Meer over wachten en cijfers
after-figures = Wat betekenen deze cijfers?
after-too-long = Wacht u te lang? Dit kunt u doen
after-not-found = Zoekt u een aanbieder die hier niet staat?

## Aanbieders

providers-title = Aanbieders
providers-description = Alle aanbieders van jeugdhulp met een contract in { $municipality }, van A tot Z en per plaats.
providers-by-place = Per plaats
providers-by-name = Van A tot Z
providers-not-found = Staat een aanbieder er niet bij?
providers-not-found-link = Lees waarom
letters-label = Ga naar een letter
products-and-more = { $named } en nog { $count } andere
place-title = Aanbieders in { $place }
place-description = Aanbieders van jeugdhulp met een locatie in { $place }, voor gezinnen uit { $municipality }.
place-counts = { $count ->
    [one] 1 aanbieder werkt in { $place }.
   *[other] { $count } aanbieders werken in { $place }.
}
other-places = Andere plaatsen
provider-description = { $provider }: welke hulp in { $municipality }, hoe lang wacht u, wat vinden gezinnen en hoe meldt u zich aan.
provider-contact = Contact
provider-page = Op deze pagina
provider-contact-short = Contact
provider-offers-short = Aanbod en wachttijd
provider-next-short = Wat gebeurt er daarna?
provider-locations-short = Locaties
provider-scores-short = Uitkomsten
provider-correction-short = Iets klopt niet
openness-all = { $count ->
    [one] Neemt in { $municipality } nieuwe mensen aan, voor 1 soort hulp.
   *[other] Neemt in { $municipality } nieuwe mensen aan voor alle { $count } soorten hulp.
}
openness-some = Neemt in { $municipality } nieuwe mensen aan voor { $open } van de { $count } soorten hulp.
openness-none = Neemt in { $municipality } nu niemand aan.
openness-stopped = Neemt in { $municipality } voor { $stopped } van de { $count } soorten hulp nu niemand aan.
openness-unknown = Wij weten niet of hier plek is. Bel om het te vragen.
openness-also-unknown = { $count ->
    [one] Van 1 soort weten wij niet of er plek is.
   *[other] Van { $count } soorten weten wij niet of er plek is.
}
sole-trader-nothing = Deze aanbieder werkt alleen. Adres en telefoonnummer staan hier niet, omdat het ook een woonadres kan zijn.
sole-trader-partly = Deze aanbieder werkt alleen. Sommige gegevens staan hier niet, omdat ze ook privé kunnen zijn.
sole-trader-ask = Wilt u contact? Vraag het aan:
provider-languages = Helpt in het
provider-offers = Deze hulp kunt u hier kiezen
provider-coming = Dit komt erbij
provider-locations = Locaties
location-number = Op de kaart nummer
location-not-on-map = Staat niet op de kaart. Wij weten niet precies waar het is.
location-about = Op de kaart: ongeveer hier.
locations-about = De nummers staan ongeveer op de goede plek: midden in het postcodegebied.
map-alt = Kaart met de locaties: { $list }.
map-at = { $number } in { $place }
map-scale = { $number } km
map-north = N
order-offers = De volgorde is per groep en daarbinnen op naam.
contract-between = Van { $from } tot en met { $to }
contract-from = Vanaf { $from }
offer-coming = { $product }, vanaf { $date }
history-title = Hoe veranderde de wachttijd?
history-date = Datum
history-figure = Opgegeven wachttijd
history-left-out = Oudere cijfers tonen wij niet.
history-expected = verwacht door de aanbieder
history-experienced = zo lang wachtten gezinnen
chart-top = { $length }
chart-top-converted = { $length }, omgerekend
chart-zero = 0
chart-from-to = Van { $before } op { $from } naar { $now } op { $to }.
chart-same = Even lang op { $from } en op { $to }: { $now }.
chart-one = { $length } op { $date }.
chart-now = Op { $date }: { $text }.
chart-note-stop = Een kruis op de lijn: toen was er een stop.
chart-note-range = Een open vierkant: de langste tijd van wat is opgegeven.
chart-note-gap = Niet getekend: wat geen getal is of niet bekend is.
chart-note-converted = Dagen en maanden zijn omgerekend naar weken.
trend-shorter = Korter dan op { $date }.
trend-same = Even lang als op { $date }.
trend-longer = Langer dan op { $date }.
next-title = Wat gebeurt er als u kiest?
next-1 = Bel of mail de aanbieder. Vraag of er plek is en hoe lang u wacht.
next-1-sole-trader = Vraag hoe u de aanbieder bereikt. Vraag ook of er plek is en hoe lang u wacht. U vraagt het aan:
next-2 = Regel een verwijzing. Dat kan bij de huisarts, de jeugdarts of het lokale team.
next-3 = U hebt een eerste gesprek. Samen kijkt u of dit de goede plek is.
next-3-own = Zo lang wacht u hier op dat gesprek:
first-talk = { $product }: { $text }
first-talk-unknown = niet bekend, vraag het aan de aanbieder.
first-talk-stop = neemt nu niemand aan.
first-talk-wait = { $wait } ({ $basis }, { $date }).
next-4 = Past het, dan begint de hulp.
next-4-link = Duurt het te lang? Dit kunt u doen
next-disagree = Bent u het niet eens met een besluit? Lees wat u kunt doen
next-refused = Zegt de aanbieder nee? Dit zijn uw rechten
next-stuck = Komt u er niet uit? Bel het lokale team:
next-otherwise = Als het anders loopt
scores-title = Wat gezinnen vinden en wat de hulp oplevert
scores-none = Er zijn nog geen cijfers van deze aanbieder. Dat zegt niets over hoe goed de hulp is. Soms is een aanbieder nieuw.
scores-lead = Dit gaat over alle hulp van deze aanbieder samen.
scores-method = Zo rekenen wij
scores-by-question = Per vraag
scores-group-experience = Wat gezinnen vinden
scores-group-dropout = Wie eerder stopte
scores-group-goals = Wat de hulp bereikt
scores-youth-less = Jongeren zijn minder tevreden dan ouders.
scores-parents-less = Ouders zijn minder tevreden dan jongeren.
scores-may-be-chance = Het verschil tussen jongeren en ouders kan toeval zijn.
scores-meaning = Wat betekent dit?
scores-meaning-range = Niet iedereen geeft antwoord. Daarom staat er een marge bij. De echte score ligt bijna altijd daarbinnen.
scores-meaning-same = Rond gemiddeld: het gemiddelde van de regio ligt binnen die marge. Er is geen duidelijk verschil.
scores-meaning-unsaid = Nog niet te zeggen: er zijn te weinig antwoorden om te vergelijken.
scores-meaning-low = Bij stoppen met de hulp is weinig goed.
scores-meaning-none = Geen score is geen slechte score.
scores-table = Alle cijfers in een tabel
scores-table-caption = Uitkomsten van alle hulp samen
scores-column-what = Wat
scores-column-average = Gemiddeld in de regio
scores-column-count = Aantal
scores-column-period = Periode
scores-no-average = niet bekend
legend-label = Zo leest u de balk
legend-bar = De hele balk: van 0 tot 10 van de 10.
legend-block = Het blok: de marge.
legend-point = De stip: het cijfer.
legend-average = De streepjes: gemiddeld in de regio. Die staan er alleen als wij vergelijken.
bar-low = 0 van de 10
bar-low-good = 0 van de 10: het best
bar-high = 10 van de 10
bar-high-good = 10 van de 10: het best
reply-heading = Antwoord van de aanbieder, { $date }
correction-text = Klopt er iets niet op deze pagina?
correction-link = Laat het ons weten
correction-subject = Correctie: { $provider } ({ $municipality })
language-nl = Nederlands
language-ar = Arabisch
language-ber = Berbers
language-de = Duits
language-dse = Nederlandse Gebarentaal
language-en = Engels
language-es = Spaans
language-fa = Perzisch
language-fr = Frans
language-fy = Fries
language-pap = Papiaments
language-pl = Pools
language-pt = Portugees
language-so = Somalisch
language-ti = Tigrinya
language-tr = Turks
language-uk = Oekraïens
language-zh = Chinees

## Zoeken, vergelijken, lijst

search-title = Zoeken
search-description = Vind hulp in { $municipality }: alle vragen, soorten hulp en aanbieders op één pagina.
search-lists = Liever bladeren? Hieronder staan alle vragen, alle soorten hulp en alle lijsten.
search-without-script = Zoekt u een woord? Gebruik dan de zoekfunctie van uw browser. Op een computer is dat Ctrl en F. Wat u typt, blijft op uw eigen apparaat.
search-label = Waar zoekt u hulp bij?
search-hint = Typ een paar woorden, zoals «boos op school», of een naam. Wat u typt, blijft op uw eigen apparaat.
search-button = Zoek
search-filters = Filters
search-failed = Zoeken lukt nu niet. Gebruik de lijsten op deze site:
search-failed-link = alle aanbieders van A tot Z
search-loading = De zoekfunctie wordt geladen.
search-found = Gevonden: { $help } en { $providers }.
search-found-help = { $count ->
    [one] { $number } soort hulp of uitleg
   *[other] { $number } keer hulp en uitleg
}
search-found-providers = { $count ->
    [one] { $number } aanbieder
   *[other] { $number } aanbieders
}
search-found-nothing = Niets gevonden.
search-relaxed = Wij vonden niet al uw woorden. Dit lijkt er het meest op.
search-left-out = { $count ->
    [one] Van { $number } aanbieder weten wij niet of uw filters passen. Die staat niet in de lijst. Bel om het te vragen.
   *[other] Van { $number } aanbieders weten wij niet of uw filters passen. Die staan niet in de lijst. Bel om het te vragen.
}
search-remember = Onthoud als u kiest
search-crisis-title = Is er gevaar of kan het niet wachten? Bel nu.
search-crisis-team = Bij vragen die kunnen wachten tot morgen:
search-skip-filters = Ga voorbij de filters
search-filter-label = Uw filters
search-remove = Haal weg: { $filter }
search-clear = Wis alle filters
search-help-title = Hulp en uitleg
search-providers-title = Aanbieders
search-show-more = Toon meer
search-order = Volgorde
search-order-relevance = Wat het best past bij uw woorden
search-order-wait = Kortste wachttijd { $until } eerst
search-order-distance = Dichtbij eerst
search-order-name = Op naam, van A tot Z
search-order-note = Wachttijd en afstand die wij niet weten, staan onderaan.
search-kind-product = Soort hulp
search-kind-question = Vraag
search-kind-page = Uitleg
search-kind-service = Hulp zonder verwijzing
search-kind-place = Plaats
search-open = Neemt nieuwe mensen aan
search-age = { $age } jaar
search-at-most = Hoogstens { $length } { $until }
search-within = Binnen { $number } km van { $postcode }
search-distance = Ongeveer { $number } km
search-any = Maakt niet uit
search-wait-date = Cijfer van { $date }.
search-shortest = Kortste wachttijd: { $wait }
search-more-offers = { $count ->
    [one] En nog { $number } andere soort hulp.
   *[other] En nog { $number } andere soorten hulp.
}
search-providers-open = { $count ->
    [one] { $number } neemt nieuwe mensen aan.
   *[other] { $number } nemen nieuwe mensen aan.
}
search-facet-age = Leeftijd
search-facet-age-label = Hoe oud is uw kind?
search-facet-wait = Wachttijd
search-facet-wait-kind = Welke wachttijd?
search-facet-wait-limit = Hoe lang hoogstens?
search-facet-distance = Afstand
search-facet-postcode = Vier cijfers van uw postcode
search-facet-postcode-unknown = Wij kennen deze postcode niet. Vul vier cijfers in van een postcode in { $municipality }.
search-facet-within = Hoe ver hoogstens?
search-facet-place = Plaats
search-facet-product = Soort hulp
search-facet-question = Vraag
search-facet-language = Taal
search-facet-intensity = Hoe zwaar de hulp is
search-nothing-title = Dit kunt u proberen
search-nothing-words = Typ één woord, of een ander woord voor hetzelfde.
search-nothing-filters = Haal een filter weg.
search-nothing-lists = Kijk in de lijst van
search-nothing-lists-questions = alle vragen
search-nothing-lists-products = alle soorten hulp
search-nothing-lists-providers = alle aanbieders
search-nothing-team = Of bel het lokale team. Dat denkt met u mee:
ways-questions-title = Begin bij uw vraag
ways-products-title = Of kies een soort hulp
ways-lists-title = Alle lijsten
ways-providers-link = Alle aanbieders van A tot Z
ways-waits-link = Alle wachttijden
ways-outcomes-link = Uitkomsten: wat gezinnen vinden
ways-local-help-link = Hulp dichtbij, zonder verwijzing
compare-title = Vergelijken
compare-description = Zet twee of drie aanbieders in { $municipality } naast elkaar en kies wat bij u past.
compare-lead = Zet twee of drie aanbieders naast elkaar. Meer maakt kiezen moeilijker.
compare-how-title = Zo vergelijkt u
compare-step-choose = Kies twee of drie aanbieders uit de lijst.
compare-step-open = Open van elke aanbieder de pagina. Daar staan plek, wachttijd en uitkomsten bij elkaar.
compare-step-print = Print die pagina's, of vul de tabel hieronder in.
compare-step-call = Bel de aanbieders. Vraag wat u nog wilt weten.
compare-paper-title = Vergelijken op papier
compare-paper = Print deze pagina. Schrijf bij elke regel wat u vindt. Weet u iets niet? Schrijf dan een vraagteken.
compare-caption = Drie aanbieders naast elkaar
compare-row-question = Wat vergelijkt u?
compare-first = Eerste
compare-second = Tweede
compare-third = Derde
compare-row-name = Naam van de aanbieder
compare-row-ages = Voor welke leeftijd is het?
compare-row-admission = Is er plek?
compare-row-intake = Hoe lang tot het eerste gesprek? Van welke datum is dat?
compare-row-treatment = Hoe lang van dat gesprek tot de start van de hulp? Van welke datum is dat?
compare-row-total = Of de hele wachttijd: hoe lang van aanmelden tot de start? Van welke datum is dat?
compare-row-parents = Wat vinden ouders en jongeren?
compare-row-answers = Hoeveel mensen gaven antwoord?
compare-row-place = Waar is het? Kunt u daar komen?
compare-row-phone = Telefoonnummer
compare-row-feeling = Wat zegt uw gevoel?
compare-fair-title = Zo vergelijkt u eerlijk
compare-fair-waits = Er zijn drie soorten wachttijd. Vergelijk de ene soort niet met de andere.
compare-fair-unknown = «Niet bekend» is niet kort en niet lang. Bel de aanbieder en vraag het.
compare-fair-scores = Scores die dicht bij elkaar liggen, zijn vaak even goed.
shortlist-title = Mijn lijst
shortlist-description = Maak een korte lijst van aanbieders in { $municipality } om te printen of te bespreken.
shortlist-lead = Een korte lijst helpt bij het kiezen. Twee of drie namen is genoeg.
shortlist-how-title = Zo maakt u een lijst
shortlist-step-look = Zoek aanbieders die bij u passen.
shortlist-step-keep = Bewaar hun pagina als favoriet, of schrijf de naam hieronder op.
shortlist-step-print = Print de pagina van elke aanbieder. Elke aanbieder past op één vel.
shortlist-step-call = Neem de lijst mee naar de huisarts, de jeugdarts of het lokale team.
shortlist-print-title = Een lijst om te printen
shortlist-print = Print deze pagina en vul hem met de hand in.
shortlist-caption = Mijn korte lijst
shortlist-column-name = Aanbieder
shortlist-column-phone = Telefoon
shortlist-column-called = Gebeld op
shortlist-column-said = Wat zeiden zij?
shortlist-wipe-title = Uw lijst weer wissen
shortlist-wipe = Deze site bewaart niets over u. Op uw eigen apparaat kan wel iets blijven staan.
shortlist-wipe-history = Wis de pagina's uit de geschiedenis van uw browser. Haal favorieten weg die u niet meer wilt.
shortlist-wipe-private = Kijkt er iemand mee op uw apparaat? Gebruik dan een privévenster.
shortlist-wipe-print = Bewaar geprinte lijsten waar niet iedereen bij kan.
shortlist-privacy = Wilt u weten hoe wij met gegevens omgaan?
shortlist-privacy-link = Lees over privacy

## Wachttijden per soort hulp

waits-page-title = Wachttijden in { $municipality }
waits-page-description = Per soort hulp: wie neemt in { $municipality } mensen aan en hoe lang wacht u?
waits-page-read-title = Zo leest u deze lijst
waits-page-read = Er zijn drie soorten wachttijd. De eerste loopt tot het eerste gesprek. De tweede loopt van dat gesprek tot de start van de hulp. De derde loopt van aanmelden tot de start. Tel ze niet zelf bij elkaar op.
waits-page-ranges = Bij elke soort hulp staan de kortste en de langste wachttijd. Oude cijfers staan apart.
waits-page-figures = De ene aanbieder geeft een gemiddelde, de andere de eerste vrije plek. Per soort hulp ziet u dat bij elk cijfer, met de dag.
waits-page-order = De groepen staan op een vaste volgorde. Binnen een groep staat alles op naam.
waits-page-jump = Ga naar een groep
waits-page-nobody = Niemand biedt dit nu aan in uw gemeente.
waits-column-product = Soort hulp
admissions-open = { $count ->
    [0] niemand neemt mensen aan
    [one] 1 neemt mensen aan
   *[other] { $count } nemen mensen aan
}
admissions-stop = { $count ->
    [one] 1 neemt niemand aan
   *[other] { $count } nemen niemand aan
}
admissions-unknown = { $count } niet bekend
wait-range-between = { $shortest } tot { $longest }
wait-range-known = { $range }, bekend bij { $known } van { $total }
wait-range-old = { $range }, maar het cijfer is oud bij { $known } van { $total }
wait-range-in-words = In woorden, niet als cijfer, bij { $known } van { $total }
wait-range-unknown = { $count ->
    [one] Geen cijfer van deze aanbieder
   *[other] Geen cijfer van deze { $count } aanbieders
}
wait-range-intake-experienced = Zo lang wachtten eerdere gezinnen:
wait-range-treatment = Na het eerste gesprek:
wait-range-treatment-experienced = Na het eerste gesprek, bij eerdere gezinnen:
wait-range-total = Vanaf aanmelden:
wait-range-total-experienced = Vanaf aanmelden, bij eerdere gezinnen:
product-waits-title = Wachttijden voor { $product }
product-waits-description = { $product } in { $municipality }: welke aanbieder neemt mensen aan en hoe lang wacht u?
product-waits-caption = Wachttijden voor { $product } in { $municipality }
product-waits-order = De aanbieders staan op naam, van A tot Z. De kortste wachttijd staat dus niet bovenaan.
product-waits-together = Alle aanbieders samen
product-waits-list = Per aanbieder
product-waits-product = Lees wat deze hulp is
product-waits-without-wait = { $count ->
    [one] Van 1 aanbieder met plek, of misschien plek, weten wij niet hoe lang u wacht.
   *[other] Van { $count } aanbieders met plek, of misschien plek, weten wij niet hoe lang u wacht.
}
skip-list = Ga voorbij de lijst
to-top = Naar boven
to-letters = Naar de letters
narrow-label = Zoek een naam in deze lijst
narrow-found = { $count ->
    [0] Geen aanbieder met deze naam.
    [one] { $number } aanbieder met deze naam.
   *[other] { $number } aanbieders met deze naam.
}
trend-stopped = Op { $date } was er nog wel plek.
trend-reopened = Neemt weer mensen aan. Op { $date } was er een stop.

## Uitkomsten per maat

outcomes-title = Uitkomsten
outcomes-description = Wat gezinnen vinden van aanbieders in { $municipality } en wat de hulp oplevert, met uitleg.
outcomes-read-title = Zo leest u de scores
outcomes-read-words = Eerst staat er een woord, zoals «boven gemiddeld». Dat vergelijkt met het gemiddelde in de regio.
outcomes-read-range = Daarna staat er een cijfer met een marge. De echte score ligt bijna altijd binnen die marge.
outcomes-read-overlap = Liggen twee marges over elkaar heen? Dan is er misschien geen verschil.
outcomes-privacy = Bij minder dan { $count } antwoorden laten wij geen cijfer zien. Zo kan niemand herkend worden.
outcomes-reliability = Bij minder dan { $count } antwoorden vergelijken wij niet. Dan staat er «nog niet te zeggen».
outcomes-absence-title = Waarom staat er soms geen score?
outcomes-too-few-name = Te weinig antwoorden
outcomes-too-few = Er zijn te weinig antwoorden. Of uit deze score is een andere verborgen score uit te rekenen.
outcomes-not-measured-name = Niet gemeten
outcomes-not-measured = Voor deze hulp wordt dit niet gevraagd. Bij hulp met spoed bijvoorbeeld niet.
outcomes-not-supplied-name = Niet aangeleverd
outcomes-not-supplied-text = De aanbieder gaf geen cijfers door. Soms is een aanbieder nieuw.
outcomes-too-old-name = Te oud
outcomes-too-old = Er waren wel cijfers, maar die zijn te oud om nog iets te zeggen.
outcomes-withdrawn-name = Ingetrokken
outcomes-withdrawn = Er stond een cijfer, maar dat klopte niet. Het is weggehaald.
outcomes-absence-none-is-not-bad = Geen score betekent niet dat de hulp slecht is.
outcomes-words-title = De woorden
outcomes-means-better = De score ligt duidelijk aan de goede kant van het gemiddelde.
outcomes-means-same = Het verschil met het gemiddelde kan toeval zijn.
outcomes-means-lower = De score ligt duidelijk aan de minder goede kant van het gemiddelde.
outcomes-means-unsaid = Er zijn te weinig antwoorden om te vergelijken.
outcomes-bar = In de balk is het brede deel de marge. De stip is de score, de streepjes zijn het gemiddelde van de regio.
outcomes-choose = Kies een score
outcomes-choose-order = Op elke pagina staan de aanbieders op naam, van A tot Z. Er is geen beste bovenaan.
outcomes-counts = { $count ->
    [0] Nog geen enkele aanbieder heeft een score.
    [one] 1 aanbieder heeft een score, { $without } niet.
   *[other] { $count } aanbieders hebben een score, { $without } niet.
}
measure-description = { $measure }: de scores van aanbieders in { $municipality }, met marge en aantal antwoorden.
measure-order-name = De aanbieders staan op naam, van A tot Z. Er is geen beste bovenaan.
measure-order-label = Volgorde
measure-order-by-name = Op naam, van A tot Z
measure-order-by-score = In groepen, de beste groep eerst
measure-order-explained = Elke groep begint bij de beste score die over is. Daarbij staan de scores met een marge die de marge van de beste raakt. Hun verschil met de beste kan toeval zijn. Het woord bij een score vergelijkt met het gemiddelde, niet met de beste. Daarom kan ook in groep 1 een score staan die minder goed is dan gemiddeld. Binnen een groep staat alles op naam.
measure-order-without-script = Zonder JavaScript staat deze lijst altijd op naam.
measure-tie = Groep { $number }: { $count ->
    [one] 1 aanbieder
   *[other] { $count } aanbieders van wie de marges de marge van de beste raken
}
measure-unranked = { $count ->
    [one] 1 aanbieder zonder score die te vergelijken is
   *[other] { $count } aanbieders zonder score die te vergelijken is
}
measure-others = Andere scores
measure-how = Hoe leest u deze scores?
outcomes-high-is-good = Een hoge score is goed.
outcomes-average = Gemiddeld in de regio: { $percent } procent. Dat gaat over { $providers ->
    [one] 1 aanbieder
   *[other] { $providers } aanbieders
} en { $count } antwoorden of metingen.
outcomes-no-average = Er is nog geen gemiddelde van de regio.
outcomes-not-supplied = { $count ->
    [one] Van 1 aanbieder hebben wij hierover geen cijfers gekregen.
   *[other] Van { $count } aanbieders hebben wij hierover geen cijfers gekregen.
}
outcomes-column-verdict = In een woord
outcomes-column-figure = Score
outcomes-column-range = Marge
outcomes-column-answers = Hoeveel en wanneer

## Voor verwijzers

referrers-title = Voor verwijzers
referrers-description = Voor huisartsen en andere verwijzers: wie heeft een contract in { $municipality }, wie heeft plek en hoe verwijst u.
referrers-find = Zoek op naam of code
referrers-find-hint = Bijvoorbeeld «ggz», «45A» of «5». Enter opent de eerste treffer.
referrers-find-first = Enter opent:
referrers-find-one = treffer.
referrers-find-other = treffers.
referrers-find-none = Niets met deze naam of code.
referrers-find-words = Staat het er niet bij? Zoek met gewone woorden:
referrers-find-shortcut = De toets / zet de cursor in dit vak
referrers-profiles-title = Kies een ondersteuningsprofiel
referrers-products-title = Kies een product
referrers-counts-note = De aantallen zijn aanbieders per product, nu, in deze gemeente.
referrers-overview-link = overzicht om te printen
referrers-how-title = Zo verwijst u
referrers-step-family = Het gezin kiest. Bespreek twee of drie aanbieders die passen.
referrers-step-check = Kijk of de aanbieder nieuwe gezinnen aanneemt. Bel bij twijfel: cijfers kunnen verouderd zijn.
referrers-step-letter = Zet in de verwijsbrief: de aanbieder, de AGB-code, de productcode en de gemeente.
referrers-step-stuck = Komt u er niet uit, of is er nergens plek? Overleg met het lokale team:
referrers-code = Gemeente { $municipality }, gemeentecode { $code }.
referrers-norm-mark = Bij een actuele wachttijd boven de norm staat «boven de norm».
referrers-norm-providers = { $total ->
    [one] { $count ->
        [0] De ene aanbieder met een actueel cijfer zit niet
       *[other] De ene aanbieder met een actueel cijfer zit
    }
   *[other] { $count ->
        [0] Geen van de { $total } aanbieders met een actueel cijfer zit
        [one] 1 van de { $total } aanbieders met een actueel cijfer zit
       *[other] { $count } van de { $total } aanbieders met een actueel cijfer zitten
    }
} boven de norm van { $length } { $what }.
referrers-norm-no-providers = Van geen enkele aanbieder is er een actueel cijfer om naast de norm van { $length } { $what } te leggen.
referrers-norm-rows = { $total ->
    [one] { $count ->
        [0] Het ene aanbod met een actueel cijfer zit niet
       *[other] Het ene aanbod met een actueel cijfer zit
    }
   *[other] { $count ->
        [0] Geen van de { $total } keer aanbod met een actueel cijfer zit
        [one] 1 van de { $total } keer aanbod met een actueel cijfer zit
       *[other] { $count } van de { $total } keer aanbod met een actueel cijfer zitten
    }
} boven de norm van { $length } { $what }.
referrers-norm-no-rows = Van geen enkel aanbod is er een actueel cijfer om naast de norm van { $length } { $what } te leggen.
referrers-norm-intake = voor het eerste gesprek
referrers-norm-treatment = van eerste gesprek tot start
referrers-norm-total = van aanmelding tot start
referrers-norm-in-words = Van { $count } is de wachttijd in woorden gegeven: niet te vergelijken.
referrers-norm-unknown = Van { $count } is geen actueel cijfer bekend.
referrers-norm-stop = { $count ->
    [one] 1 heeft een aanmeldstop.
   *[other] { $count } hebben een aanmeldstop.
}
referrers-product-title = { $product } ({ $code }), voor verwijzers
referrers-product-description = { $product }, productcode { $code }: contracten in { $municipality }, wachttijden, leeftijden en codes voor de verwijsbrief.
referrers-profile-title = { $name } (profiel { $number }), voor verwijzers
referrers-profile-description = Profiel { $number }, { $name }: passend aanbod in { $municipality }, met wachttijden en codes voor de verwijsbrief.
referrers-group-title = { $group }: overzicht voor verwijzers
referrers-group-description = { $group } in { $municipality }: wie neemt aan, met wachttijden en telefoonnummers. Om te printen.
referrers-group-only-open = Alleen wie nu aanneemt staat in de tabel. Op naam, van A tot Z.
referrers-counts = { $count ->
    [0] Niemand biedt dit nu aan in { $municipality }.
    [one] 1 aanbieder met een contract in { $municipality }: { $open } neemt aan, { $stop } aanmeldstop, { $unknown } niet bekend.
   *[other] { $count } aanbieders met een contract in { $municipality }: { $open } nemen aan, { $stop } aanmeldstop, { $unknown } niet bekend.
}
referrers-counts-rows = { $count ->
    [0] Niemand biedt dit nu aan in { $municipality }.
   *[other] { $count } keer passend aanbod in { $municipality }: { $open } open, { $stop } aanmeldstop, { $unknown } niet bekend. Een aanbieder staat er per product.
}
referrers-counts-short = { $open } open, { $stop } aanmeldstop, { $unknown } niet bekend
referrers-order-name = Volgorde: naam van de aanbieder, A tot Z.
referrers-order-product = Volgorde: product, daarbinnen naam van de aanbieder, A tot Z.
referrers-too-long = Dit profiel heeft te veel aanbod voor één tabel. Kies een product:
referrers-caption = { $product } ({ $code })
referrers-column-product = Product
referrers-column-code = Productcode
referrers-column-open = Open
referrers-column-stop = Stop
referrers-column-unknown = Onbekend
referrers-column-number = Nr.
referrers-column-profile = Profiel
referrers-column-segment = Segment
referrers-column-admission = Neemt aan
referrers-column-intake = Wacht eerste gesprek
referrers-column-start = Wacht tot start hulp
referrers-column-ages = Leeftijd
referrers-column-places = Plaats
referrers-column-refer = Verwijzen
referrers-column-agb = AGB-code
referrers-column-until = Contract tot
referrers-segment-a = segment A, lokaal team
referrers-segment-b = segment B, enkelvoudig specialistisch
referrers-segment-c = segment C, hoogcomplex
referrers-admission-open = ja
referrers-admission-stop = aanmeldstop
referrers-admission-unknown = niet bekend
referrers-ages-between = { $from }-{ $to }
referrers-ages-from = vanaf { $from }
referrers-ages-to = t/m { $to }
referrers-kept-out = werkt alleen, staat niet op de site
referrers-not-given = niet opgegeven
referrers-no-end = niet bekend
referrers-mail = mail
referrers-above-norm = boven de norm
referrers-in-words = in woorden: niet te vergelijken
referrers-old = verouderd
referrers-group = Groep:
referrers-family-page = Pagina voor gezinnen
referrers-for-referrers = Voor verwijzers
referrers-wait-note = Wachttijden verschillen in soort: gemiddelde, eerste plek of hoogste. Bij meer locaties telt de kortste voor de volgorde.
referrers-print = Print dit overzicht
referrers-postcode = Postcode van het gezin (4 cijfers)
referrers-keys = Toetsen in de tabel: pijl omhoog en omlaag gaan per rij. c kopieert de AGB-code, p de productcode.
referrers-without-script = Sorteren, filteren en kopiëren met één toets werkt alleen met JavaScript.
table-filter = Filter
table-filter-open = Alleen wie nu aanneemt
table-filter-age = Leeftijd van het kind
table-order = Volgorde:
table-ascending = oplopend
table-descending = aflopend
table-without-figure-last = Verouderde cijfers staan onder de actuele. Zonder cijfer staat onderaan.
table-of = van de
table-rows = regels.
table-hidden-unknown = Verborgen met aanname niet bekend:
table-ages-unknown = Zonder opgegeven leeftijd, toch getoond:
table-nothing = Niets past bij wat u koos. Maak het vak van de leeftijd leeg, of laat ook zien wie nu niemand aanneemt.
copy-verb = Kopieer
copy-agb = AGB-code
copy-product = Productcode
copy-kvk = KvK-nummer
copy-done = gekopieerd
copy-failed = Kopiëren lukte niet. Selecteer de code en kopieer zelf.
copy-none = Hier staat geen code.

## Hulp dichtbij

local-help-title = Hulp dichtbij in { $municipality }
local-help-description = Het lokale team van { $municipality } en hulp waarvoor u geen verwijzing nodig hebt.
local-help-team = Bij het lokale team van { $municipality } kunt u met elke vraag terecht. Het helpt u zelf, of zoekt met u naar andere hulp.
local-help-contacts-title = Wie kan u nog meer helpen?
local-help-team-title = Het lokale team van uw gemeente
local-help-team-text = Hier kunt u met elke vraag terecht. Het team kan ook voor u bellen.
local-help-support-title = Onafhankelijke hulp bij uw keuze
local-help-support = Iemand die naast u staat en niet bij de gemeente of een aanbieder werkt. Dit is gratis.
local-help-disagree-title = U bent het niet eens met een besluit
local-help-disagree = Een onafhankelijke deskundige kijkt er met u naar.
local-help-complaint-title = U hebt een klacht
local-help-complaint = Vertel eerst de aanbieder wat u dwarszit. Lukt dat niet? Dan kunt u hier terecht.
local-help-services-title = Hulp zonder verwijzing
local-help-services-intro = Hier kunt u zo naartoe. U hebt geen verwijzing nodig.
local-help-count = { $count ->
    [0] Er staat nu niets in deze lijst.
    [one] Er staat 1 plek in deze lijst.
   *[other] Er staan { $count } plekken in deze lijst.
}
local-help-more = Hebt u meer hulp nodig? Bekijk alle soorten hulp

## Niet gevonden

not-listed-title = Aanbieder niet gevonden
not-listed-description = Deze aanbieders uit de regio kunt u in { $municipality } nu niet kiezen. U leest waarom.
not-listed-missing-title = Staat de aanbieder ook hier niet?
not-listed-missing = Dan kent de regio deze aanbieder niet, of is er een fout. Mail ons:
not-listed-stay = Hebt u al hulp van een aanbieder op deze lijst? Soms mag u daar blijven.
not-listed-stay-link = Lees over uw rechten
not-listed-list-title = Wie staat er niet op deze site?
not-listed-order = De volgorde is op naam, van A tot Z.
not-listed-count = { $count ->
    [0] Alle aanbieders van de regio staan op deze site.
    [one] Het gaat om 1 aanbieder.
   *[other] Het gaat om { $count } aanbieders.
}
not-listed-ended = Het contract met { $municipality } liep tot en met { $date }.
not-listed-starts = Het contract met { $municipality } begint op { $date }.
not-listed-elsewhere = Heeft een contract met { $list }, maar niet met { $municipality }.
not-listed-not-bought = { $municipality } koopt de hulp van deze aanbieder niet in. Het gaat om: { $list }.
not-listed-no-contract = Heeft nu met geen enkele gemeente in de regio een contract.
not-found-title = Deze pagina bestaat niet
not-found-description = Misschien is de pagina verplaatst, of klopt het adres niet. Hieronder vindt u de weg terug.
not-found-home = Naar het begin
not-found-report = Kwam u hier via een link? Laat het ons weten:

## Wijzigingen

changes-title = Wijzigingen in { $municipality }
changes-description = Wat er in { $municipality } is veranderd en wat er binnenkort verandert: contracten, wachttijden en uitkomsten.
changes-feed-link = Volg de wijzigingen met een feedlezer
changes-coming-title = Wat komt eraan?
changes-coming-order = Wat het eerst gebeurt, staat bovenaan. Wij kijken 60 dagen vooruit.
changes-coming-none = Wij weten van geen wijziging in de komende 60 dagen.
changes-past-title = Wat is er veranderd?
changes-past-order = Het nieuwste staat bovenaan. Wij kijken 90 dagen terug.
changes-past-how = Steeds als wij deze site vernieuwen, vergelijken wij met de vorige keer. Een wijziging staat bij de dag waarop u die hier voor het eerst kon lezen. Toen wij hiermee begonnen, keken wij naar de datum in onze gegevens.
changes-past-none = In de afgelopen 90 dagen is er niets veranderd.
changes-feed-entry = { $provider }: { $product }
changes-contract-started = U kunt dit in { $municipality } kiezen sinds { $date }.
changes-contract-ended = U kunt dit in { $municipality } niet meer kiezen. Het contract liep tot en met { $date }.
changes-contract-ended-unknown = U kunt dit in { $municipality } niet meer kiezen.
changes-contract-starts = U kunt dit in { $municipality } kiezen vanaf { $date }.
changes-contract-ends = Het contract in { $municipality } loopt tot en met { $date }.
changes-provider-new = Deze aanbieder is nieuw in { $municipality }. U kunt daar kiezen: { $products }.
changes-provider-gone = U kunt deze aanbieder in { $municipality } niet meer kiezen. Het ging om: { $products }.
changes-products = { $count } soorten hulp
changes-stop-began = Neemt nu niemand aan.
changes-stop-ended = Neemt weer mensen aan. { $kind }: { $now }.
changes-stop-over = Neemt weer mensen aan.
changes-stop-unknown = Nam niemand aan. Wij weten niet of dat nog zo is.
changes-longer = { $kind }: langer, van { $before } naar { $now }.
changes-shorter = { $kind }: korter, van { $before } naar { $now }.
changes-otherwise = { $kind }: eerst { $before }, nu { $now }.
changes-wait-known = { $kind }: nu bekend, { $now }.
changes-score-new = { $measure }: er is nu een score, over { $period }. In een woord: { $now }.
changes-score-period = { $measure }: nieuwe cijfers, over { $period }. In een woord nog steeds: { $now }.
changes-score-period-and-word = { $measure }: nieuwe cijfers, over { $period }. In een woord: eerst { $before }, nu { $now }.
changes-score-word = { $measure }: eerst { $before }, nu { $now }.
changes-score-gone = { $measure }: er staat geen score meer. { $reason }
changes-score-too-old = De cijfers zijn nu te oud om te tonen.
changes-on-day = { $sentence } Dat was op { $date }.
changes-more = { $count ->
    [one] Wij tonen de nieuwste { $shown } wijzigingen. Er is nog 1 andere.
   *[other] Wij tonen de nieuwste { $shown } wijzigingen. Er zijn er nog { $count }.
}
changes-coming-more = { $count ->
    [one] Wij tonen de eerste { $shown } wijzigingen. Daarna komt er nog 1.
   *[other] Wij tonen de eerste { $shown } wijzigingen. Daarna komen er nog { $count }.
}
changes-all = Alle wijzigingen die wij bewaren, staan bij de open gegevens
changes-feed-newest = De nieuwste { $count } wijzigingen. Meer staan er op de pagina met wijzigingen.
changes-at-location = { $sentence } Dit geldt voor de locatie { $place }.

## Open gegevens

open-data-title = Open gegevens
open-data-description = Alle gegevens van deze site over { $municipality } als bestanden, met uitleg en bronnen.
open-data-files-title = De bestanden
open-data-files = Noem de bron en de datum.
open-data-licensed = U mag deze bestanden gebruiken volgens deze licentie:
open-data-unlicensed = Bij deze bestanden is geen licentie gegeven. Wilt u ze gebruiken? Vraag het eerst:
open-data-schema = uitleg van de kolommen:
open-data-rows = { $count ->
    [one] { $count } rij
   *[other] { $count } rijen
}
file-size-small = minder dan 1 kB
file-size-kb = { $size } kB
file-size-mb = { $size } MB
open-data-providers-title = Aanbieders
open-data-providers = Wie hier een contract heeft, met adressen. Elke locatie heeft een eigen regel.
open-data-offers-title = Aanbod
open-data-offers = Welke hulp de gemeente bij wie inkoopt, voor wie en hoe lang.
open-data-waits-title = Wachttijden
open-data-waits = Alle wachttijden met soort, datum en bron. Ook de eerdere cijfers.
open-data-outcomes-title = Uitkomsten
open-data-outcomes = Alle scores met aantal, marge en periode. Van verborgen scores staat er alleen waarom. Is er nooit iets aangeleverd of wordt iets nergens gemeten, dan is er geen regel.
open-data-averages-title = Gemiddelden
open-data-averages = De gemiddelden van de regio waarmee de uitkomsten zijn vergeleken.
open-data-everything-title = Alles bij elkaar
open-data-everything = Alle tabellen in één bestand, voor programma's (JSON).
open-data-package = uitleg van alle tabellen (Data Package):
open-data-made = Gemaakt op { $date }.
open-data-hsds-title = Voor andere gidsen (HSDS)
open-data-hsds = Dezelfde gegevens in de vorm van HSDS 3.1. Dat is een afspraak uit andere landen over hoe je hulp en aanbieders opschrijft.
open-data-hsds-services = het aanbod (JSON)
open-data-hsds-organizations = de organisaties (JSON)
open-data-hsds-archive = alle tabellen (ZIP met CSV)
open-data-hsds-profile = HSDS heeft geen plek voor uitkomsten en maar weinig plek voor wachttijden. Zo hebben wij die erbij gezet:
open-data-catalog-title = Voor lijsten van open gegevens
open-data-catalog = Welke bestanden er zijn, met datum, bron en licentie (DCAT).
open-data-changes-title = Wijzigingen
open-data-changes = Wat er verandert: als pagina, als feed, en als JSON met alles van de laatste 400 dagen.
open-data-form-title = Zo zitten de bestanden in elkaar
open-data-form-utf8 = De CSV-bestanden hebben komma's tussen de kolommen en zijn geschreven in UTF-8.
open-data-form-json-rows = In het JSON-bestand heeft elke tabel een lijst kolommen (columns) en een lijst rijen (rows). De cellen van een rij staan in de volgorde van de kolommen. Lege cellen aan het eind van een rij zijn weggelaten.
open-data-form-json-words = Heeft een kolom in het JSON-bestand een lijst woorden (words), dan staat in de cel het nummer van het woord. Het eerste woord heeft nummer 0.
open-data-form-ids = In de bestanden van HSDS heeft alles een vaste code (UUID). Die code is in elke gemeente en op elke dag dezelfde.
open-data-form-empty = Een lege cel betekent: niet bekend of niet getoond. Het is nooit nul.
open-data-form-apostrophe = Begint een tekst in een CSV-bestand met =, +, - of @, dan staat er een apostrof voor. Zo rekent een rekenblad er niet mee. Ook achter een puntkomma of een nieuwe regel zetten wij die apostrof. In de JSON-bestanden staat de tekst zonder apostrof.
open-data-method-title = Zo zijn de cijfers gemaakt
open-data-privacy = Bij minder dan { $count } antwoorden tonen wij niets. Ook niet als een ander cijfer het zou verraden.
open-data-reliability = Bij minder dan { $count } antwoorden geven wij geen oordeel.
open-data-interval = De marge is een interval van 95 procent volgens Wilson (1927).
open-data-average = Het gemiddelde van de regio telt alleen scores mee die getoond worden.
open-data-waits-old = Een wachttijd ouder dan { $count } dagen heet verouderd.
open-data-waits-hidden = Een wachttijd ouder dan { $count } dagen staat niet meer op de pagina's. In het bestand heet hij te oud.
open-data-outcomes-old = Een score ouder dan { $count } dagen heet verouderd.
open-data-outcomes-hidden = Een score ouder dan { $count } dagen tonen wij niet meer.
open-data-method-link = Lees meer over de cijfers
open-data-sources-title = Bronnen en licenties
open-data-license = licentie:
open-data-correction = Klopt er iets niet? Mail:

## Voordeur van de regio

front-door-title = Kies hulp in uw gemeente: { $region }
front-door-description = Keuzehulp voor jeugdhulp in { $region }. Kies uw gemeente met de naam of met uw postcode.
front-door-lead = U mag kiezen wie uw gezin helpt. Wat u kunt kiezen, verschilt per gemeente.
front-door-choose = Kies uw gemeente
front-door-where = Kies de gemeente waar uw kind officieel woont.
front-door-postcode = Weet u niet zeker welke gemeente het is? Zoek het op met uw postcode
front-door-postcode-how = Zoek de vier cijfers van uw postcode. Staan er twee gemeenten achter? Kies dan de gemeente die op uw brieven staat.
front-door-postcode-caption = Postcodes en hun gemeente
front-door-column-postcode = Postcode
front-door-column-municipality = Gemeente
front-door-range = { $first } tot en met { $last }

## De korte lijst en vergelijken, met script
keep-add = Zet op mijn lijst
keep-remove = Haal van mijn lijst
keep-added = staat op uw lijst.
keep-removed = staat niet meer op uw lijst.
keep-total = Aantal op uw lijst:
keep-full = Uw lijst is vol: er staan er 10 op. Haal er eerst een af. Twee of drie namen kiest makkelijker.
keep-look = Bekijk mijn lijst

list-choose = Vergelijk deze
list-choose-offer = U koos nog geen soort hulp. Kies die op de pagina van de aanbieder. Dan ziet u hier hoe lang u wacht.
list-compare = Vergelijk
list-compare-few = Kies er twee of drie om te vergelijken.
list-compare-least = Er moet minstens één aanbieder blijven staan.
list-compare-most = U kunt er drie vergelijken. Haal eerst een vinkje weg.
list-copied = De link is gekopieerd. Wie hem opent, ziet uw lijst. Uw notities gaan niet mee.
list-copy = Kopieer de link
list-copy-yourself = Kopieer de link uit het vak hieronder.
list-down = Omlaag
list-failed = Wij konden deze pagina nu niet lezen. Open de pagina van de aanbieder zelf.
list-link = Link naar deze lijst
list-loading = Wij zoeken de gegevens bij uw lijst.
list-mail = Mail deze lijst
list-mail-note = Mijn notitie:
list-mail-notes = Zet ook mijn notities in de mail
list-mail-statements = Spelregels:
list-missing = Niet gevonden. Deze aanbieder staat niet op deze site.
list-moved = staat nu op plaats
list-not-stored = Uw lijst staat nu alleen in het adres van deze pagina.
list-note = Mijn notitie
list-offer-gone = Deze hulp staat niet op de pagina van de aanbieder.
list-print = Print
list-privacy = Uw browser haalt hiervoor alleen pagina's van deze site op. Uw lijst en uw notities worden niet verstuurd.
list-store = Bewaar mijn lijst op dit apparaat
list-store-note = Zonder vinkje staat uw lijst alleen in het adres van de pagina. Uw notities zijn dan weg als u de pagina verlaat. Met vinkje blijven lijst en notities op dit apparaat staan. Ook anderen die dit apparaat gebruiken, kunnen ze dan lezen.
list-store-refused = Uw browser wil niets bewaren. Uw lijst staat wel in het adres van deze pagina.
list-store-title = Uw lijst bewaren
list-stored = Uw lijst en uw notities staan nu op dit apparaat.
list-take-title = Meenemen of doorsturen
list-undo = Zet terug
list-up = Omhoog
list-wipe = Wis mijn lijst
list-wipe-browser = In de geschiedenis van uw browser kan uw lijst nog staan. Wis die ook als iemand meekijkt.
list-wipe-how = Klik hier. Dan is uw lijst weg van dit apparaat. Uw notities ook.
list-wiped = Klaar. Uw lijst en uw notities zijn weg.

compare-and = en
compare-beside = Nu naast elkaar:
compare-choose = Wie wilt u naast elkaar zien? Kies er twee of drie.
compare-differs = verschilt
compare-few = Zet nog een aanbieder op uw lijst. Dan kunt u vergelijken.
compare-important = Wat vindt u belangrijk?
compare-important-how = Zet bovenaan wat u het belangrijkst vindt. De tabel volgt uw volgorde. Wij geven geen punten en tellen niets op.
compare-not-said = Staat niet op de pagina van de aanbieder.
compare-only-differences = Toon alleen wat verschilt of niet te vergelijken is
compare-row-distance = Afstand
compare-row-languages = Talen
compare-rows-shown = Aantal regels in de tabel:
compare-same = gelijk
compare-step-come = Kom dan terug op deze pagina. Zij staan hier dan naast elkaar.
compare-step-keep = Klik bij elke aanbieder op «Zet op mijn lijst».
compare-table = Uw aanbieders naast elkaar
compare-taken-over = Alles hieronder staat zo op de pagina van de aanbieder.
compare-unclear = geen duidelijk verschil
compare-unknown = niet te vergelijken
shortlist-step-click = Klik bij een aanbieder op «Zet op mijn lijst».

## Verklaring over toegankelijkheid

accessibility-statement-title = Verklaring
accessibility-statement = { $organisation } wil dat iedereen deze site kan gebruiken. Dat vraagt ook de wet: het Besluit digitale toegankelijkheid overheid.
accessibility-scope = Waar gaat deze verklaring over?
accessibility-not-covered = Waar gaat zij niet over?
accessibility-status-title = Hoe staat het ervoor?
accessibility-status-a = Status A: voldoet volledig
accessibility-status-b = Status B: voldoet gedeeltelijk
accessibility-status-c = Status C: eerste maatregelen genomen
accessibility-status-d = Status D: voldoet niet
accessibility-meaning-a = Alle onderdelen zijn onderzocht. De site voldoet aan alle eisen.
accessibility-meaning-b = Alle onderdelen zijn onderzocht. De site voldoet nog niet aan alle eisen. Hieronder staat wat er nog niet goed is.
accessibility-meaning-c = Nog niet alles is onderzocht. Dat onderzoek is wel gepland.
accessibility-meaning-d = Nog niet alles is onderzocht. Er is ook nog geen onderzoek gepland.
accessibility-register = Bekijk deze verklaring in het landelijke register
accessibility-audits-title = Waar komt deze status vandaan?
accessibility-audits = De eisen staan in de Europese norm EN 301 549. Dat zijn de regels van WCAG 2.1, niveau A en AA.
accessibility-audits-none = Er is nog geen onderzoek gedaan.
accessibility-audit = { $date }: { $kind }.
accessibility-audit-complete = volledig onderzoek
accessibility-audit-part = onderzoek van een deel
accessibility-audit-automatic = test met een programma
accessibility-audit-users = test met gebruikers
accessibility-audit-own = eigen test
accessibility-audit-by = Gedaan door { $name }.
accessibility-audit-report = Lees het rapport van { $date }
accessibility-audit-planned = Een volledig onderzoek is klaar op { $date }.
accessibility-points-title = Wat is nog niet in orde?
accessibility-points-none = Er zijn nu geen punten bekend. Dat zegt niet dat alles goed is.
accessibility-criterion = Eis
accessibility-cause = Oorzaak
accessibility-cause-technical = De techniek van de site.
accessibility-cause-content = Een tekst of beeld op de site.
accessibility-cause-supplier = Iets wat een ander voor ons maakt.
accessibility-cause-burden = Oplossen kost meer dan de wet van ons vraagt.
accessibility-effect = Wat merkt u?
accessibility-measure = Wat doen wij?
accessibility-alternative = Wat kunt u nu doen?
accessibility-planned = Klaar op
accessibility-not-planned = Dit lossen wij niet op.
accessibility-adopted-title = Akkoord
accessibility-adopted = Deze verklaring is vastgesteld op { $date } door { $organisation }. Functie: { $function }.
accessibility-next-review = Wij kijken er opnieuw naar op { $date }, of eerder.
accessibility-feedback-title = Lukt er iets niet?
accessibility-feedback = Laat het ons weten. Vertel op welke pagina het was en wat er niet lukte.
accessibility-steps = Daarna gaat het zo:
accessibility-confirm = { $count ->
    [one] Binnen 1 werkdag hoort u dat wij uw bericht hebben.
   *[other] Binnen { $count } werkdagen hoort u dat wij uw bericht hebben.
}
accessibility-inform = { $count ->
    [one] Binnen 1 week hoort u wat wij eraan doen.
   *[other] Binnen { $count } weken hoort u wat wij eraan doen.
}
accessibility-settle = { $count ->
    [one] Binnen 1 week is het klaar.
   *[other] Binnen { $count } weken is het klaar.
}
accessibility-complaint-title = Niet tevreden over ons antwoord?
accessibility-complaint = Dan kunt u een klacht sturen. Dat is gratis. U doet dat bij:
accessibility-ombudsman = Nationale ombudsman
