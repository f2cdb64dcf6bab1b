# Woorden van het thema, in het Nederlands op taalniveau B1, met «u».

## Namen en datums

site-name = Keuzewijzer { $municipality }
date = { $day } { $month } { $year }
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

## Rond elke pagina

skip-to-content = Ga naar de inhoud
nav-label = Hoofdmenu
nav-questions = Uw vraag
nav-products = Soorten hulp
nav-providers = Aanbieders
nav-waits = Wachttijden
nav-search = Zoeken
nav-referrers = Voor verwijzers
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
wait-zero = Geen wachttijd { $until }.
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
wait-none = geen wachttijd
wait-stop = Neemt nu niemand aan.
wait-stop-short = neemt nu niemand aan
wait-unknown = Niet bekend. Vraag het aan de aanbieder.
wait-unknown-of-kind = { $kind }: niet bekend. Vraag het aan de aanbieder.
wait-unknown-short = niet bekend
wait-closed = Geen wachttijd: neemt nu niemand aan.
wait-too-old = Het laatste cijfer is van { $date }. Dat is te oud om te tonen. Vraag het aan de aanbieder.
wait-too-old-short = te oud om te tonen
wait-old = Verouderd. Bel om zeker te zijn.
wait-origin = { $source } op { $date }.
wait-basis-expected = Dit verwacht de aanbieder.
wait-basis-experienced = Zo lang wachtten eerdere cliënten.
wait-at-location = Alleen op de locatie { $location }.
wait-above-norm = Langer dan de norm van { $length }.
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
figure-experience-youth = { $tenths } jongeren noemen de hulp voldoende of goed.
figure-experience-parents = { $tenths } ouders noemen de hulp voldoende of goed.
figure-dropout-ended-early = Bij { $tenths } gezinnen stopte de hulp te vroeg.
figure-dropout-no-show = { $tenths } gezinnen kwamen niet meer opdagen.
figure-goal = { $tenths } doelen zijn gehaald.
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
column-treatment = Tot de start van de hulp
column-parents = Wat ouders vinden
column-for-whom = Voor wie
order-by-name = De volgorde is op naam, van A tot Z. Er is geen beste bovenaan.

## Beginpagina

home-title = Zoek hulp die bij u past
home-description = Vergelijk jeugdhulp in { $municipality }: wie helpt waarmee, hoe lang wacht u en wat vinden ouders ervan.
home-lead = U mag zelf kiezen wie uw gezin helpt. Hier ziet u wie dat kan, hoe lang u wacht en wat anderen ervan vonden.
home-questions = Begin bij uw vraag
home-products = Of kijk welke hulp er is
home-providers = Bekijk alle aanbieders van A tot Z
home-counts = In { $municipality } { $providers ->
    [one] geeft 1 aanbieder
   *[other] geven { $providers } aanbieders
} samen { $products ->
    [one] 1 soort hulp
   *[other] { $products } soorten hulp
}.
search-label = Of zoek met uw eigen woorden
search-button = Zoek
search-privacy = Wat u typt, blijft op uw eigen apparaat.
steps-title = Zo werkt kiezen
step-1 = Zoek uw vraag.
step-1-text = Kies de zin die het best past, of zoek met uw eigen woorden.
step-2 = Vergelijk.
step-2-text = Kijk wie plek heeft, hoe lang u wacht en wat ouders vinden. Kies er twee of drie.
step-3 = Bel of vraag een verwijzing.
step-3-text = De huisarts, de jeugdarts of het lokale team kan u verwijzen.
step-4 = Praat met de aanbieder.
step-4-text = Samen bekijkt u of dit de goede plek is.
steps-more = Lees meer over kiezen

## Vragen

questions-title = Uw vraag
questions-description = Kies de vraag die het best bij u past. U ziet daarna welke hulp er is in { $municipality }.
questions-lead = Welke zin past het best bij u? U hoeft niet precies te weten wat er is.
questions-others = Andere woorden voor deze vraag
questions-none-fits = Past geen enkele vraag? Bel het lokale team. Zij denken met u mee:
question-description = { $question }: welke hulp past en wie geeft die in { $municipality }?
question-result = Wat de hulp wil bereiken
question-help = Welke hulp past hierbij?
question-nobody = Voor deze vraag heeft { $municipality } nu geen aanbieder met een contract.
question-professional-name = Hulpverleners noemen dit: { $name } (profiel { $number }).
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
provider-languages = Helpt in het
provider-offers = Deze hulp kunt u hier kiezen
provider-coming = Dit komt erbij
provider-locations = Locaties
order-offers = De volgorde is per groep en daarbinnen op naam.
contract-between = Van { $from } tot en met { $to }
contract-from = Vanaf { $from }
offer-coming = { $product }, vanaf { $date }
history-title = Eerdere wachttijden
history-date = Datum
history-figure = Opgegeven wachttijd
history-left-out = Oudere cijfers tonen wij niet.
trend-shorter = Korter dan op { $date }.
trend-same = Even lang als op { $date }.
trend-longer = Langer dan op { $date }.
next-title = Wat gebeurt er als u kiest?
next-1 = Bel of mail de aanbieder. Vraag of er plek is en hoe lang u wacht.
next-2 = Regel een verwijzing. Dat kan bij de huisarts, de jeugdarts of
next-3 = U hebt een eerste gesprek. Samen kijkt u of dit de goede plek is.
next-4 = Past het, dan begint de hulp. Duurt dat te lang, vraag dan om hulp voor nu.
next-4-link = Wat u kunt doen als u wacht
next-disagree = Bent u het niet eens met de aanbieder?
scores-title = Wat gezinnen vinden en wat de hulp oplevert
scores-none = Er zijn nog geen cijfers van deze aanbieder. Dat zegt niets over hoe goed de hulp is. Soms is een aanbieder nieuw.
scores-lead = Wij vergelijken met het gemiddelde in de regio. De streep in de balk is dat gemiddelde.
scores-method = Zo rekenen wij
scores-by-question = Per vraag
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
