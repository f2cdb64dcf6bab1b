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
urgent-title = Is er spoed?
urgent-short = Bel bij direct gevaar
urgent-112 = Alarmnummer
urgent-112-purpose = Bij direct gevaar. Dag en nacht.
urgent-veilig-thuis = Veilig Thuis
urgent-veilig-thuis-purpose = Bij geweld of onveiligheid thuis. Gratis, dag en nacht.
urgent-113 = 113
urgent-113-purpose = Bij gedachten aan zelfdoding. Gratis, dag en nacht.
urgent-kindertelefoon = Kindertelefoon
urgent-kindertelefoon-purpose = Voor kinderen en jongeren. Gratis.
urgent-local-team-purpose = Voor hulp en advies in uw gemeente.
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
wait-median = De helft wacht korter dan { $length }, de helft langer: { $until }.
wait-p90 = Negen van de tien wachten hoogstens { $length } { $until }.
wait-next-free-place = De eerste vrije plek is over { $length }, gerekend { $until }.
wait-longest = Hoogstens { $length } { $until }.
wait-unspecified = Ongeveer { $length } { $until }.
wait-range = Opgegeven is «{ $text }» { $until }.
wait-words = Opgegeven is «{ $text }» { $until }.
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
wait-above-norm = Langer dan de norm van { $length } ({ $source }).
wait-ask-number = Bel

## Uitkomsten

verdict-better = boven gemiddeld
verdict-same = rond gemiddeld
verdict-lower = onder gemiddeld
verdict-less-dropout = minder uitval dan gemiddeld
verdict-more-dropout = meer uitval dan gemiddeld
verdict-unsaid = nog niet te zeggen
tenths = { $number } van de 10
tenths-almost-none = Minder dan 1 van de 10
tenths-almost-all = Meer dan 9 van de 10
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
column-product = Soort hulp
column-admission = Plek
column-intake = Tot het eerste gesprek
column-treatment = Tot de start van de hulp
column-parents = Wat ouders vinden
column-for-whom = Voor wie
order-by-name = De volgorde is op naam, van A tot Z. Er is geen beste bovenaan.
table-scroll = Tabel

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
