# Words of the theme, in plain English (level B1). The same keys and arguments as the Dutch file.

# What the language of this file calls itself.
language-own-name = English

## Names and dates

site-name = Keuzewijzer { $municipality }
date = { $day } { $month } { $year }
date-short = { $year }-{ $month }-{ $day }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
period = { $from } to { $to }
list-and = { $before } and { $last }
decimal-mark = .
percent = { $number } percent
percent-between = { $low } to { $high } percent

## Around every page

skip-to-content = Go to the content
nav-label = Main menu
nav-questions = Your question
nav-products = Kinds of help
nav-providers = Providers
nav-waits = Waiting times
nav-search = Search
nav-referrers = For referrers
language-switch = Language
text-untranslated = This text is only available in Dutch.
crumbs-label = You are here
crumb-home = Start
urgent-title = Urgent? Call:
urgent-label = Urgent
urgent-more = Who do you call for what?
urgent-112 = Emergency number
urgent-112-purpose = When there is danger right now. Day and night.
urgent-veilig-thuis = Veilig Thuis
urgent-veilig-thuis-purpose = Safe at Home: for violence or fear at home. Free, day and night.
urgent-113 = 113
urgent-113-purpose = For thoughts about suicide. Free, day and night.
urgent-kindertelefoon = Kindertelefoon
urgent-kindertelefoon-purpose = For children and young people. Free.
statements-label = Good to know when you choose
footer-label = More on this site
footer-local-help = Help nearby
footer-outcomes = Outcomes
footer-shortlist = My list
footer-not-listed = Provider not found
footer-changes = Changes
footer-open-data = Open data
footer-made-on = This site is from
footer-publisher = Publisher:
footer-contact = Questions? Mail
footer-sources = Sources:
footer-no-cookies = No cookies, no counting of visits.

## Contact

contact-phone = Call
contact-email = Mail
contact-website = Site
contact-opening-hours = Open:
contact-accessibility = Access:

## Does a provider take people?

admission-open = Takes new people
admission-stop = Takes nobody now
admission-unknown = Not known if there is room

## Waiting times

wait-kind-intake = Until the first talk
wait-kind-treatment = From first talk to start
wait-kind-total = From sign-up to start
wait-kind-whole = Waiting time
wait-since-first-talk = after the first talk
wait-since-sign-up = from sign-up
wait-until-intake = until the first talk
wait-until-treatment = from the first talk to the start of the help
wait-until-total = from sign-up to the start of the help
wait-until-whole = of waiting
length-days = { $count ->
    [one] { $number } day
   *[other] { $number } days
}
length-weeks = { $count ->
    [one] { $number } week
   *[other] { $number } weeks
}
length-months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
wait-zero = { $length } { $until }: as given, you do not have to wait.
wait-mean = On average { $length } { $until }.
wait-median = Half of the people wait at most { $length } { $until }. The other half wait longer.
wait-p90 = Nine out of ten people wait at most { $length } { $until }.
wait-next-free-place = The first free place is in { $length }. This counts { $until }.
wait-longest = At most { $length } { $until }.
wait-unspecified = About { $length } { $until }.
wait-range = { $text } { $until }.
wait-words = «{ $text }»: that was given as the waiting time { $until }.
wait-short-mean = on average { $length }
wait-short-median = half within { $length }
wait-short-p90 = 9 out of 10 within { $length }
wait-short-next-free-place = first place in { $length }
wait-short-longest = at most { $length }
wait-short-unspecified = about { $length }
wait-said = «{ $text }»
wait-stop = Takes nobody now.
wait-stop-short = takes nobody now
wait-unknown = Not known. Ask the provider.
wait-unknown-of-kind = { $kind }: not known. Ask the provider.
wait-unknown-short = not known
wait-closed = Takes nobody now. That is why no time is shown here.
wait-too-old = The last figure is from { $date }. That is too old to show. Ask the provider.
wait-too-old-short = too old to show
wait-old = Out of date. Call to be sure.
wait-origin = { $source }, { $date }.
wait-basis-expected = This is what the provider expects.
wait-basis-experienced = This is how long earlier clients waited.
wait-at-location = Only at the location { $location }.
wait-above-norm = Longer than the norm of { $length }.
wait-within-norm = Not longer than the norm of { $length }.
wait-in-words = Given in words: it cannot be compared with the norm.
wait-ask-number = Call

## Outcomes

verdict-better = above average
verdict-same = around average
verdict-lower = below average
verdict-less-dropout = fewer people stop early than average
verdict-more-dropout = more people stop early than average
verdict-unsaid = too early to say
tenths = { $number } out of 10
tenths-almost-none = fewer than 1 out of 10
tenths-almost-all = more than 9 out of 10
range = Probably between { $low } and { $high } out of 10.
figure-experience-youth = { $count ->
    [0] No young person calls
    [one] { $tenths } young people calls
   *[other] { $tenths } young people call
} the help sufficient or good.
figure-experience-parents = { $count ->
    [0] No parent calls
    [one] { $tenths } parents calls
   *[other] { $tenths } parents call
} the help sufficient or good.
figure-dropout-ended-early = { $count ->
    [0] For no family the help
   *[other] For { $tenths } families the help
} stopped too early.
figure-dropout-no-show = { $count ->
    [0] No family stayed away.
   *[other] { $tenths } families did not come any more.
}
figure-goal = { $count ->
    [0] No goal was
    [one] { $tenths } goals was
   *[other] { $tenths } goals were
} reached.
answers-youth = { $count ->
    [one] 1 young person answered
   *[other] { $count } young people answered
}, from { $from } to { $to }.
answers-parents = { $count ->
    [one] 1 parent answered
   *[other] { $count } parents answered
}, from { $from } to { $to }.
answers-clients = Counted for { $count } families, from { $from } to { $to }.
answers-goals = Counted over { $count } goals, from { $from } to { $to }.
score-old = This figure is old.
score-kept = There are newer figures. We show them when there are enough new answers. That way nobody can be recognised.
rolled-up-to-all = There is no score for this question alone. This is about all help of the provider together.
absence-too-few = Too few answers to say something without showing who gave them.
absence-not-measured = This is not measured.
absence-not-supplied = The provider did not send this in.
absence-too-old = The last figure runs to { $date }. That is too old to show.
absence-withdrawn = This figure was withdrawn.
measure-experience-youth = What young people think
measure-experience-parents = What parents think
measure-dropout-ended-early = Help stopped too early
measure-dropout-no-show = Did not come any more
measure-goal-education = Goal reached: going to school
measure-goal-family-balance = Goal reached: peace in the family
measure-goal-fewer-problems = Goal reached: fewer problems
measure-goal-participation = Goal reached: taking part
explain-experience-youth = Part of the young people who call the help sufficient or good.
explain-experience-parents = Part of the parents who call the help sufficient or good.
explain-dropout-ended-early = Part of the families whose help stopped earlier than planned. Few is good.
explain-dropout-no-show = Part of the families who did not come any more. Few is good.
explain-goal-education = Part of the goals about school or training that were reached.
explain-goal-family-balance = Part of the goals about peace and balance at home that were reached.
explain-goal-fewer-problems = Part of the goals about fewer problems that were reached.
explain-goal-participation = Part of the goals about taking part with others that were reached.

## An offer in a list

ages-between = { $from } to { $to } years
ages-from = From { $from } years
ages-to = Up to { $to } years
ages-unknown = Age not given
offer-ends = The contract runs until { $date }. Ask what that means for you.
column-provider = Provider
column-admission = Room
column-intake = Until the first talk
column-start = Until the help starts
column-families = What families think
column-ages = Age
column-place = Where
families-parents = Parents:
families-youth = Young people:
column-for-whom = For whom
order-by-name = The order is by name, from A to Z. There is no best one at the top.
order-by-distance = The order is by distance. The nearest is at the top. What we do not know is at the bottom.

## Distance

travel-title = Distance
travel-label = Your postcode (4 digits)
travel-order = Order
travel-order-name = By name
travel-order-distance = Nearest first
travel-hint = Then you see how far it is. This stays on your device.
travel-done = The distance is shown, in a straight line. The road is longer.
travel-sorted = The nearest is now at the top. The distance is a straight line. The road is longer.
travel-digits = Fill in the four digits of your postcode, such as 1234.
travel-unknown = We do not know this postcode. Fill in a postcode in the region.
travel-failed = We cannot show the distance now. Please try again later.
travel-about = about { $number } km
travel-about-place = about { $number } km ({ $place })
travel-no-place = place not known
travel-no-distance = distance not known
travel-without-script = Do you want to know who is near? Look in the
travel-without-script-link = list by place

## Start page

home-title = Find help that fits you
home-description = Compare youth help in { $municipality }: who helps with what, how long do you wait and what do parents think.
home-lead = You may choose who helps your family. There are limits. Here you see who gives help, how long you wait and what others thought.
home-lead-link = Read what you may choose
home-search-title = Search in your own words
home-search-without = Search works only with JavaScript. Without it you can look at all the lists.
home-questions = Or start with your question
home-all-questions = See all questions with more examples
home-products = Or look at all kinds of help
home-providers = See all providers from A to Z
home-counts = In { $municipality } { $providers ->
    [one] 1 provider gives
   *[other] { $providers } providers together give
} { $products ->
    [one] 1 kind of help
   *[other] { $products } kinds of help
}.
steps-title = How choosing works
step-1 = Talk about it
step-1-text = Your GP, the youth doctor or the local team can help you think and can refer you. Here that is
step-2 = Choose a provider
step-2-text = See who has room, how long you wait and what parents say. Choose two or three.
step-2-link = Put them side by side
step-3 = Screening comes after your choice
step-3-text = You talk with the provider you chose. Together you see if this is the right place. Saying no because of money is not allowed.
step-3-link = What if the answer is no?
step-4 = The help starts
step-4-text = You make a plan together. You have one contact person.
steps-more = Read more about choosing
waiting-title = What may you do while you wait?
waiting-lead = Waiting is hard. You do not have to sit and wait.
waiting-help = Ask the provider for help for now. They must also help you while you wait.
waiting-call = Feel free to call again and ask how long it will take.
waiting-other = See if another provider has room sooner. Stay on the list until you are sure.
waiting-local = Go to help for which you need no referral:
waiting-more = All steps if you wait too long
print-page = Print this page
text-contacts-title = Who helps you in { $municipality }?
age-small = 0 to 3 years
age-small-life = baby or toddler
age-child = 4 to 11 years
age-child-life = at primary school
age-teenager = 12 to 17 years
age-teenager-life = at secondary school
age-adult = 18 years or older
age-adult-life = nearly or just grown up
age-title = Questions about { $ages }
age-description = Questions of parents and young people about { $ages }, with the help that fits in { $municipality }.
age-yourself = Are you 12 or older yourself? Then you may ask for help yourself.
age-yourself-link = Read the page for young people

## Questions

questions-title = Your question
questions-description = Choose the question that fits you best. Then you see what help there is in { $municipality }.
questions-lead = Which sentence fits you best? You do not need to know exactly what there is.
questions-by-age = Choose the age of your child
questions-other-age = Choose another age
questions-others = Other words for this question
questions-none-fits = Does no question fit? Call the local team. They will think along with you:
question-description = { $question }: what help fits and who gives it in { $municipality }?
question-result = What the help wants to reach
question-help = What help fits this?
question-nobody = For this question { $municipality } has no provider with a contract now.
question-professional-name = Care workers call this: { $name } (profile { $number }).
question-all-providers = Look at all { $count } providers
providers-here = { $count ->
    [0] Nobody offers this in { $municipality } now
    [one] 1 provider in { $municipality }
   *[other] { $count } providers in { $municipality }
}
providers-here-sentence = { $count ->
    [one] There is 1 provider in { $municipality }.
   *[other] There are { $count } providers in { $municipality }.
}
providers-count = { $count ->
    [one] 1 provider
   *[other] { $count } providers
}

## Kinds of help

products-title = Kinds of help
products-description = All kinds of youth help that { $municipality } buys, explained in plain words.
products-lead = Here are all kinds of help together, explained in plain words.
products-not-bought-title = Help you cannot choose here
products-not-bought = { $municipality } does not buy this help. So you cannot choose it here. Do you need it? Ask the local team what is possible.
ask-local-team = To the local team
order-products = The groups have a fixed order. Within a group everything is by name.
group-closed = { $municipality } lets no new providers into this group now. The providers below stay.
product-description = { $product } in { $municipality }: { $summary }
product-nobody = Nobody offers this in { $municipality } now.
product-ages = { $ages }. This can differ per provider.
product-about = More about this help
product-open-only = Only those who take new people
product-open-all = You now see everybody, also those who take nobody now.
product-hidden = { $count ->
    [one] 1 provider is now hidden. It takes nobody, or that is not known.
   *[other] { $count } providers are now hidden. They take nobody, or that is not known.
}
product-first-talk = What happens in a first talk
product-questions = Fits these questions
product-who = Who gives this here?
nobody-next = For advice, call
offers-caption = { $product } in { $municipality }
count-stop = { $count ->
    [one] 1 of them takes nobody now.
   *[other] { $count } of them take nobody now.
}
count-unknown = { $count ->
    [one] For 1 it is not known if there is room.
   *[other] For { $count } it is not known if there is room.
}
wait-not-yours = A waiting time is what is expected. Yours can be shorter or longer.
facts-title = Facts
fact-group = Group
fact-formal-name = Name in the contract
fact-product-code = Product code
fact-level = Bought
fact-segment = Segment
fact-places = Where
fact-questions = For these questions
offer-more = More about this help
fact-intensities = How intensive the help is
fact-contract = Contract
fact-legal-name = Official name
fact-kvk = Chamber of Commerce (KvK) number
fact-agb = AGB code
level-local = By the municipality itself
level-regional = By the municipalities of the region together
level-supra-regional = By a few regions together
level-national = By all municipalities together
segment-a = A: help from the local team
segment-b = B: help from a specialist
segment-c = C: very intensive care
norms-title = Norms for waiting
norm-source = Source:
after-label = More about waiting and figures
after-figures = What do these figures mean?
after-too-long = Do you wait too long? You can do this
after-not-found = Are you looking for a provider that is not here?

## Providers

providers-title = Providers
providers-description = All providers of youth help with a contract in { $municipality }, from A to Z and by place.
providers-by-place = By place
providers-by-name = From A to Z
providers-not-found = Is a provider missing here?
providers-not-found-link = Read why
letters-label = Go to a letter
products-and-more = { $named } and { $count } more
place-title = Providers in { $place }
place-description = Providers of youth help with a location in { $place }, for families from { $municipality }.
place-counts = { $count ->
    [one] 1 provider works in { $place }.
   *[other] { $count } providers work in { $place }.
}
other-places = Other places
provider-description = { $provider }: what help in { $municipality }, how long you wait, what families think and how to sign up.
provider-contact = Contact
provider-page = On this page
provider-contact-short = Contact
provider-offers-short = Help and waiting time
provider-next-short = What happens next?
provider-locations-short = Locations
provider-scores-short = Outcomes
provider-correction-short = Something is wrong
openness-all = { $count ->
    [one] Takes new people in { $municipality }, for 1 kind of help.
   *[other] Takes new people in { $municipality } for all { $count } kinds of help.
}
openness-some = Takes new people in { $municipality } for { $open } of the { $count } kinds of help.
openness-none = Takes nobody in { $municipality } now.
openness-stopped = Takes nobody in { $municipality } now for { $stopped } of the { $count } kinds of help.
openness-unknown = We do not know if there is room here. Call to ask.
openness-also-unknown = { $count ->
    [one] Of 1 kind we do not know if there is room.
   *[other] Of { $count } kinds we do not know if there is room.
}
sole-trader-nothing = This provider works alone. Its address and telephone number are not here, as it may also be a home.
sole-trader-partly = This provider works alone. Some details are not here, as they may also be private.
sole-trader-ask = Do you want to get in touch? Ask:
provider-languages = Helps in
provider-offers = This help you can choose here
provider-coming = This will be added
provider-locations = Locations
location-number = On the map number
location-not-on-map = Not on the map. We do not know exactly where it is.
location-about = On the map: about here.
locations-about = The numbers stand about in the right place: in the middle of the postcode area.
map-alt = Map of the locations: { $list }.
map-at = { $number } in { $place }
map-scale = { $number } km
map-north = N
order-offers = The order is by group, and then by the Dutch name.
contract-between = From { $from } to { $to }
contract-from = From { $from }
offer-coming = { $product }, from { $date }
history-title = How did the waiting time change?
history-date = Date
history-figure = Waiting time given
history-left-out = We do not show older figures.
history-expected = expected by the provider
history-experienced = how long clients waited
chart-top = { $length }
chart-top-converted = { $length }, converted
chart-zero = 0
chart-from-to = From { $before } on { $from } to { $now } on { $to }.
chart-same = The same on { $from } and on { $to }: { $now }.
chart-one = { $length } on { $date }.
chart-now = On { $date }: { $text }.
chart-note-stop = A cross on the line: it took nobody then.
chart-note-range = An open square: the longest time that was given.
chart-note-gap = Not drawn: what is not a number or not known.
chart-note-converted = Days and months are converted to weeks.
trend-shorter = Shorter than on { $date }.
trend-same = As long as on { $date }.
trend-longer = Longer than on { $date }.
next-title = What happens when you choose?
next-1 = Call or mail the provider. Ask if there is room and how long you wait.
next-1-sole-trader = Ask how you reach the provider. Also ask if there is room and how long you wait. You ask:
next-2 = Get a referral. You can ask the GP, the youth doctor or the local team.
next-3 = You have a first talk. Together you see if this is the right place.
next-3-own = This is how long you wait here for that talk:
first-talk = { $product }: { $text }
first-talk-unknown = not known, ask the provider.
first-talk-stop = takes nobody now.
first-talk-wait = { $wait } ({ $basis }, { $date }).
next-4 = If it fits, the help starts.
next-4-link = Does it take too long? What you can do
next-disagree = Do you disagree with a decision? Read what you can do
next-refused = Does the provider say no? These are your rights
next-stuck = Are you stuck? Call the local team:
next-otherwise = If it goes differently
scores-title = What families think and what the help brings
scores-none = There are no figures of this provider yet. That says nothing about how good the help is. Sometimes a provider is new.
scores-lead = This is about all help of this provider together.
scores-method = How we calculate
scores-by-question = By question
scores-group-experience = What families think
scores-group-dropout = Who stopped early
scores-group-goals = What the help achieves
scores-youth-less = Young people are less satisfied than parents.
scores-parents-less = Parents are less satisfied than young people.
scores-may-be-chance = The difference between young people and parents may be chance.
scores-meaning = What does this mean?
scores-meaning-range = Not everybody answers. That is why there is a margin. The true score is almost always inside it.
scores-meaning-same = Around average: the average of the region is inside that margin. There is no clear difference.
scores-meaning-unsaid = Too early to say: there are too few answers to compare.
scores-meaning-low = For stopping with the help, few is good.
scores-meaning-none = No score is not a bad score.
scores-table = All figures in a table
scores-table-caption = Outcomes of all help together
scores-column-what = What
scores-column-average = Average in the region
scores-column-count = Number
scores-column-period = Period
scores-no-average = not known
legend-label = How to read the bar
legend-bar = The whole bar: from 0 to 10 out of 10.
legend-block = The block: the margin.
legend-point = The dot: the figure.
legend-average = The dashes: the average in the region. They are there only when we compare.
bar-low = 0 out of 10
bar-low-good = 0 out of 10: best
bar-high = 10 out of 10
bar-high-good = 10 out of 10: best
reply-heading = Reply of the provider, { $date }
correction-text = Is something on this page not right?
correction-link = Let us know
correction-subject = Correction: { $provider } ({ $municipality })
language-nl = Dutch
language-ar = Arabic
language-ber = Berber
language-de = German
language-dse = Sign Language of the Netherlands
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-fy = Frisian
language-pap = Papiamento
language-pl = Polish
language-pt = Portuguese
language-so = Somali
language-ti = Tigrinya
language-tr = Turkish
language-uk = Ukrainian
language-zh = Chinese

## Search, compare, list

search-title = Search
search-description = Find help in { $municipality }: all questions, kinds of help and providers on one page.
search-lists = Would you rather browse? Below are all questions, all kinds of help and all lists.
search-without-script = Are you looking for a word? Use the search of your browser. On a computer that is Ctrl and F. What you type stays on your own device.
search-label = What do you need help with?
search-hint = The search looks in Dutch texts. Type a few Dutch words, such as «boos op school», or a name. What you type stays on your own device.
search-button = Search
search-filters = Filters
search-failed = Searching does not work now. Use the lists on this site:
search-failed-link = all providers from A to Z
search-loading = The search is loading.
search-found = Found: { $help } and { $providers }.
search-found-help = { $count ->
    [one] { $number } kind of help or explanation
   *[other] { $number } kinds of help and explanations
}
search-found-providers = { $count ->
    [one] { $number } provider
   *[other] { $number } providers
}
search-found-nothing = Nothing found.
search-relaxed = We did not find all your words. This comes closest.
search-left-out = { $count ->
    [one] For { $number } provider we do not know if your filters fit. It is not in the list. Call to ask.
   *[other] For { $number } providers we do not know if your filters fit. They are not in the list. Call to ask.
}
search-remember = Remember when you choose
search-crisis-title = Is there danger, or can it not wait? Call now.
search-crisis-team = For questions that can wait until tomorrow:
search-skip-filters = Skip the filters
search-filter-label = Your filters
search-remove = Remove: { $filter }
search-clear = Clear all filters
search-help-title = Help and explanation
search-providers-title = Providers
search-show-more = Show more
search-order = Order
search-order-relevance = What fits your words best
search-order-wait = Shortest waiting time { $until } first
search-order-distance = Nearby first
search-order-name = By name, from A to Z
search-order-note = Waiting times and distances we do not know are at the bottom.
search-kind-product = Kind of help
search-kind-question = Question
search-kind-page = Explanation
search-kind-service = Help without referral
search-kind-place = Place
search-open = Takes new people
search-age = { $age } years
search-at-most = At most { $length } { $until }
search-within = Within { $number } km of { $postcode }
search-distance = About { $number } km
search-any = Does not matter
search-wait-date = Figure of { $date }.
search-shortest = Shortest waiting time: { $wait }
search-more-offers = { $count ->
    [one] And { $number } other kind of help.
   *[other] And { $number } other kinds of help.
}
search-providers-open = { $count ->
    [one] { $number } takes new people.
   *[other] { $number } take new people.
}
search-facet-age = Age
search-facet-age-label = How old is your child?
search-facet-wait = Waiting time
search-facet-wait-kind = Which waiting time?
search-facet-wait-limit = How long at most?
search-facet-distance = Distance
search-facet-postcode = Four digits of your postcode
search-facet-postcode-unknown = We do not know this postcode. Fill in four digits of a postcode in { $municipality }.
search-facet-within = How far at most?
search-facet-place = Place
search-facet-product = Kind of help
search-facet-question = Question
search-facet-language = Language
search-facet-intensity = How intensive the help is
search-nothing-title = You can try this
search-nothing-words = Type one word, or another Dutch word for the same thing.
search-nothing-filters = Remove a filter.
search-nothing-lists = Look in the list of
search-nothing-lists-questions = all questions
search-nothing-lists-products = all kinds of help
search-nothing-lists-providers = all providers
search-nothing-team = Or call the local team. They will think along with you:
ways-questions-title = Start with your question
ways-products-title = Or choose a kind of help
ways-lists-title = All lists
ways-providers-link = All providers from A to Z
ways-waits-link = All waiting times
ways-outcomes-link = Outcomes: what families think
ways-local-help-link = Help nearby, without referral
compare-title = Compare
compare-description = Put two or three providers in { $municipality } side by side and choose what fits you.
compare-lead = Put two or three providers side by side. More makes choosing harder.
compare-how-title = How to compare
compare-step-choose = Choose two or three providers from the list.
compare-step-open = Open the page of each provider. It shows room, waiting time and outcomes together.
compare-step-print = Print those pages, or fill in the table below.
compare-step-call = Call the providers. Ask what you still want to know.
compare-paper-title = Compare on paper
compare-paper = Print this page. Write on each line what you find. Do you not know something? Then write a question mark.
compare-caption = Three providers side by side
compare-row-question = What do you compare?
compare-first = First
compare-second = Second
compare-third = Third
compare-row-name = Name of the provider
compare-row-ages = For which age is it?
compare-row-admission = Is there room?
compare-row-intake = How long until the first talk? What date is that from?
compare-row-treatment = How long from that talk until the start of the help? What date is that from?
compare-row-total = Or the whole wait: how long from signing up to the start? From which date is that?
compare-row-parents = What do parents and young people think?
compare-row-answers = How many people answered?
compare-row-place = Where is it? Can you get there?
compare-row-phone = Phone number
compare-row-feeling = What does your feeling say?
compare-fair-title = How to compare fairly
compare-fair-waits = There are three kinds of waiting time. Do not compare one kind with another.
compare-fair-unknown = «Not known» is not short and not long. Call the provider and ask.
compare-fair-scores = Scores that are close to each other are often equally good.
shortlist-title = My list
shortlist-description = Make a short list of providers in { $municipality } to print or to talk about.
shortlist-lead = A short list helps you choose. Two or three names is enough.
shortlist-how-title = How to make a list
shortlist-step-look = Look for providers that fit you.
shortlist-step-keep = Keep their page as a favourite, or write the name below.
shortlist-step-print = Print the page of each provider. Each provider fits on one sheet.
shortlist-step-call = Take the list to the GP, the youth doctor or the local team.
shortlist-print-title = A list to print
shortlist-print = Print this page and fill it in by hand.
shortlist-caption = My short list
shortlist-column-name = Provider
shortlist-column-phone = Phone
shortlist-column-called = Called on
shortlist-column-said = What did they say?
shortlist-wipe-title = How to remove your list
shortlist-wipe = This site keeps nothing about you. But something may stay on your own device.
shortlist-wipe-history = Remove the pages from the history of your browser. Remove favourites you no longer want.
shortlist-wipe-private = Does someone look along on your device? Then use a private window.
shortlist-wipe-print = Keep printed lists where not everybody can see them.
shortlist-privacy = Do you want to know how we handle data?
shortlist-privacy-link = Read about privacy

## Waiting times by kind of help

waits-page-title = Waiting times in { $municipality }
waits-page-description = By kind of help: who takes people in { $municipality } and how long do you wait?
waits-page-read-title = How to read this list
waits-page-read = There are three kinds of waiting time. The first runs until the first talk. The second runs from that talk until the start of the help. The third runs from sign-up until the start. Do not add them up yourself.
waits-page-ranges = For each kind of help you see the shortest and the longest waiting time. Old figures stand apart.
waits-page-figures = One provider gives an average, another the first free place. Per kind of help you see that with each figure, and its day.
waits-page-order = The groups have a fixed order. Within a group all is by name.
waits-page-jump = Go to a group
waits-page-nobody = Nobody offers this in your municipality now.
waits-column-product = Kind of help
admissions-open = { $count ->
    [0] nobody takes people
    [one] 1 takes people
   *[other] { $count } take people
}
admissions-stop = { $count ->
    [one] 1 takes nobody
   *[other] { $count } take nobody
}
admissions-unknown = { $count } not known
wait-range-between = { $shortest } to { $longest }
wait-range-known = { $range }, known of { $known } of { $total }
wait-range-old = { $range }, but the figure is old for { $known } of { $total }
wait-range-in-words = In words, not as a figure, for { $known } of { $total }
wait-range-unknown = { $count ->
    [one] No figure from this provider
   *[other] No figure from these { $count } providers
}
wait-range-intake-experienced = So long earlier clients waited:
wait-range-treatment = After the first talk:
wait-range-treatment-experienced = After the first talk, for earlier clients:
wait-range-total = From sign-up:
wait-range-total-experienced = From sign-up, for earlier clients:
product-waits-title = Waiting times for { $product }
product-waits-description = { $product } in { $municipality }: which provider takes people and how long do you wait?
product-waits-caption = Waiting times for { $product } in { $municipality }
product-waits-order = The providers are by name, from A to Z. So the shortest waiting time is not at the top.
product-waits-together = All providers together
product-waits-list = By provider
product-waits-product = Read what this help is
product-waits-without-wait = { $count ->
    [one] Of 1 provider that has room, or may have, we do not know how long you wait.
   *[other] Of { $count } providers that have room, or may have, we do not know how long you wait.
}
skip-list = Skip the list
to-top = To the top
to-letters = To the letters
narrow-label = Look for a name in this list
narrow-found = { $count ->
    [0] No provider with this name.
    [one] { $number } provider with this name.
   *[other] { $number } providers with this name.
}
trend-stopped = On { $date } there was still room.
trend-reopened = Takes people again. On { $date } it took nobody.

## Outcomes by measure

outcomes-title = Outcomes
outcomes-description = What families think of providers in { $municipality } and what the help brings, explained.
outcomes-read-title = How to read the scores
outcomes-read-words = First there is a word, such as «above average». It compares with the average in the region.
outcomes-read-range = Then there is a figure with a margin. The real score is almost always within that margin.
outcomes-read-overlap = Do two margins overlap? Then there may be no difference.
outcomes-privacy = With fewer than { $count } answers we show no figure. So nobody can be recognised.
outcomes-reliability = With fewer than { $count } answers we do not compare. Then it says «too early to say».
outcomes-absence-title = Why is there sometimes no score?
outcomes-too-few-name = Too few answers
outcomes-too-few = There are too few answers. Or another hidden score could be worked out from this score.
outcomes-not-measured-name = Not measured
outcomes-not-measured = This is not asked for this help. For example not for urgent help.
outcomes-not-supplied-name = Not sent in
outcomes-not-supplied-text = The provider sent in no figures. Sometimes a provider is new.
outcomes-too-old-name = Too old
outcomes-too-old = There were figures, but they are too old to say something now.
outcomes-withdrawn-name = Withdrawn
outcomes-withdrawn = There was a figure, but it was not right. It was removed.
outcomes-absence-none-is-not-bad = No score does not mean the help is bad.
outcomes-words-title = The words
outcomes-means-better = The score is clearly on the good side of the average.
outcomes-means-same = The difference with the average may be chance.
outcomes-means-lower = The score is clearly on the less good side of the average.
outcomes-means-unsaid = There are too few answers to compare.
outcomes-bar = In the bar the wide part is the margin. The dot is the score, the dashes are the average of the region.
outcomes-choose = Choose a score
outcomes-choose-order = On each page the providers are by name, from A to Z. There is no best one at the top.
outcomes-counts = { $count ->
    [0] No provider has a score yet.
    [one] 1 provider has a score, { $without } do not.
   *[other] { $count } providers have a score, { $without } do not.
}
measure-description = { $measure }: the scores of providers in { $municipality }, with margin and number of answers.
measure-order-name = The providers are by name, from A to Z. There is no best one at the top.
measure-order-label = Order
measure-order-by-name = By name, from A to Z
measure-order-by-score = In groups, the best group first
measure-order-explained = Each group begins with the best score that is left. With it are the scores whose margin touches the margin of the best. Their difference with the best may be chance. The word with a score compares with the average, not with the best. So group 1 too can hold a score that is less good than average. Within a group all is by name.
measure-order-without-script = Without JavaScript this list is always by name.
measure-tie = Group { $number }: { $count ->
    [one] 1 provider
   *[other] { $count } providers whose margins touch the margin of the best
}
measure-unranked = { $count ->
    [one] 1 provider without a score that can be compared
   *[other] { $count } providers without a score that can be compared
}
measure-others = Other scores
measure-how = How do you read these scores?
outcomes-high-is-good = A high score is good.
outcomes-average = Average in the region: { $percent } percent. That is about { $providers ->
    [one] 1 provider
   *[other] { $providers } providers
} and { $count } answers or measurements.
outcomes-no-average = There is no average of the region yet.
outcomes-not-supplied = { $count ->
    [one] For 1 provider we received no figures about this.
   *[other] For { $count } providers we received no figures about this.
}
outcomes-column-verdict = In a word
outcomes-column-figure = Score
outcomes-column-range = Margin
outcomes-column-answers = How many and when

## For referrers

referrers-title = For referrers
referrers-description = For GPs and other referrers: who has a contract in { $municipality }, who has room and how to refer.
referrers-find = Find by name or code
referrers-find-hint = For example «ggz», «45A» or «5». Enter opens the first hit.
referrers-find-first = Enter opens:
referrers-find-one = hit.
referrers-find-other = hits.
referrers-find-none = Nothing with this name or code.
referrers-find-words = Is it not here? Search in plain words:
referrers-find-shortcut = The key / puts the cursor in this box
referrers-profiles-title = Choose a support profile
referrers-products-title = Choose a product
referrers-counts-note = The numbers are providers per product, now, in this municipality.
referrers-overview-link = overview to print
referrers-how-title = How to refer
referrers-step-family = The family chooses. Talk about two or three providers that fit.
referrers-step-check = Check if the provider takes new clients. Call when in doubt: figures may be out of date.
referrers-step-letter = Put in the referral letter: the provider, the AGB code, the product code and the municipality.
referrers-step-stuck = Are you stuck, or is there no room anywhere? Talk with the local team:
referrers-code = Municipality { $municipality }, municipality code { $code }.
referrers-norm-mark = A current waiting time above the norm is marked «above the norm».
referrers-norm-providers = { $total ->
    [one] { $count ->
        [0] The one provider with a current figure is not
       *[other] The one provider with a current figure is
    }
   *[other] { $count ->
        [0] None of the { $total } providers with a current figure is
        [one] 1 of the { $total } providers with a current figure is
       *[other] { $count } of the { $total } providers with a current figure are
    }
} above the norm of { $length } { $what }.
referrers-norm-no-providers = Of no provider is there a current figure to lay beside the norm of { $length } { $what }.
referrers-norm-rows = { $total ->
    [one] { $count ->
        [0] The one offer with a current figure is not
       *[other] The one offer with a current figure is
    }
   *[other] { $count ->
        [0] None of the { $total } offers with a current figure is
        [one] 1 of the { $total } offers with a current figure is
       *[other] { $count } of the { $total } offers with a current figure are
    }
} above the norm of { $length } { $what }.
referrers-norm-no-rows = Of no offer is there a current figure to lay beside the norm of { $length } { $what }.
referrers-norm-intake = to the first talk (screening)
referrers-norm-treatment = from first talk to start
referrers-norm-total = from sign-up to start
referrers-norm-in-words = Of { $count } the waiting time is given in words: it cannot be compared.
referrers-norm-unknown = Of { $count } no current figure is known.
referrers-norm-stop = { $count ->
    [one] 1 takes nobody now.
   *[other] { $count } take nobody now.
}
referrers-product-title = { $product } ({ $code }), for referrers
referrers-product-description = { $product }, product code { $code }: contracts in { $municipality }, waiting times, ages and codes for the referral letter.
referrers-profile-title = { $name } (profile { $number }), for referrers
referrers-profile-description = Profile { $number }, { $name }: offers that fit in { $municipality }, with waiting times and codes for the referral letter.
referrers-group-title = { $group }: overview for referrers
referrers-group-description = { $group } in { $municipality }: who takes clients, with waiting times and telephone numbers. To print.
referrers-group-only-open = Only who takes clients now is in the table. By name, from A to Z.
referrers-counts = { $count ->
    [0] Nobody offers this now in { $municipality }.
    [one] 1 provider with a contract in { $municipality }: { $open } takes clients, { $stop } takes nobody now, { $unknown } not known.
   *[other] { $count } providers with a contract in { $municipality }: { $open } take clients, { $stop } take nobody now, { $unknown } not known.
}
referrers-counts-rows = { $count ->
    [0] Nobody offers this now in { $municipality }.
   *[other] { $count } offers that fit in { $municipality }: { $open } open, { $stop } closed, { $unknown } not known. A provider is listed once for each product.
}
referrers-counts-short = { $open } open, { $stop } closed, { $unknown } not known
referrers-order-name = Order: name of the provider, A to Z.
referrers-order-product = Order: product, then name of the provider, A to Z.
referrers-too-long = This profile has too many offers for one table. Choose a product:
referrers-caption = { $product } ({ $code })
referrers-column-product = Product
referrers-column-code = Product code
referrers-column-open = Open
referrers-column-stop = Closed
referrers-column-unknown = Not known
referrers-column-number = No.
referrers-column-profile = Profile
referrers-column-segment = Segment
referrers-column-admission = Takes clients
referrers-column-intake = Wait first talk
referrers-column-start = Wait until start
referrers-column-ages = Ages
referrers-column-places = Place
referrers-column-refer = Refer
referrers-column-agb = AGB code
referrers-column-until = Contract until
referrers-segment-a = segment A, local team
referrers-segment-b = segment B, single specialist care
referrers-segment-c = segment C, highly complex
referrers-admission-open = yes
referrers-admission-stop = takes nobody now
referrers-admission-unknown = not known
referrers-ages-between = { $from }-{ $to }
referrers-ages-from = from { $from }
referrers-ages-to = up to { $to }
referrers-kept-out = works alone, not on the site
referrers-not-given = not given
referrers-no-end = not known
referrers-mail = mail
referrers-above-norm = above the norm
referrers-in-words = in words: cannot be compared
referrers-old = out of date
referrers-group = Group:
referrers-family-page = Page for families
referrers-for-referrers = For referrers
referrers-wait-note = Waiting times differ in kind: mean, next place or longest. With more locations the shortest counts for the order.
referrers-print = Print this overview
referrers-postcode = Postcode of the family (4 digits)
referrers-keys = Keys in the table: arrow up and down go row by row. c copies the AGB code, p the product code.
referrers-without-script = Sorting, filtering and copying with one key need JavaScript.
table-filter = Filter
table-filter-open = Only who takes clients now
table-filter-age = Age of the child
table-order = Order:
table-ascending = ascending
table-descending = descending
table-without-figure-last = Out-of-date figures are below current ones. Without a figure is at the end.
table-of = of the
table-rows = rows.
table-hidden-unknown = Hidden because it is not known if they take clients:
table-ages-unknown = Shown without known ages:
table-nothing = Nothing fits what you chose. Empty the box of the age, or also show who takes nobody now.
copy-verb = Copy
copy-agb = AGB code
copy-product = Product code
copy-kvk = Chamber of commerce number
copy-done = copied
copy-failed = Copying did not work. Select the code and copy it yourself.
copy-none = There is no code here.

## Help nearby

local-help-title = Help nearby in { $municipality }
local-help-description = The local team of { $municipality } and help for which you need no referral.
local-help-team = You can bring any question to the local team of { $municipality }. It helps you itself, or looks for other help with you.
local-help-contacts-title = Who else can help you?
local-help-team-title = The local team of your municipality
local-help-team-text = You can come here with any question. The team can also call for you.
local-help-support-title = Independent help with your choice
local-help-support = Someone who stands beside you and does not work for the municipality or a provider. This is free.
local-help-disagree-title = You disagree with a decision
local-help-disagree = An independent expert looks at it with you.
local-help-complaint-title = You have a complaint
local-help-complaint = First tell the provider what bothers you. Does that not work? Then you can go here.
local-help-services-title = Help without referral
local-help-services-intro = You can just go here. You need no referral.
local-help-count = { $count ->
    [0] There is nothing in this list now.
    [one] There is 1 place in this list.
   *[other] There are { $count } places in this list.
}
local-help-more = Do you need more help? See all kinds of help

## Not found

not-listed-title = Provider not found
not-listed-description = These providers from the region you cannot choose in { $municipality } now. You read why.
not-listed-missing-title = Is the provider not here either?
not-listed-missing = Then the region does not know this provider, or there is a mistake. Mail us:
not-listed-stay = Do you already have help from a provider on this list? Sometimes you may stay there.
not-listed-stay-link = Read about your rights
not-listed-list-title = Who is not on this site?
not-listed-order = The order is by name, from A to Z.
not-listed-count = { $count ->
    [0] All providers of the region are on this site.
    [one] It is about 1 provider.
   *[other] It is about { $count } providers.
}
not-listed-ended = The contract with { $municipality } ran until { $date }.
not-listed-starts = The contract with { $municipality } starts on { $date }.
not-listed-elsewhere = Has a contract with { $list }, but not with { $municipality }.
not-listed-not-bought = { $municipality } does not buy the help of this provider. It is about: { $list }.
not-listed-no-contract = Has no contract with any municipality in the region now.
not-found-title = This page does not exist
not-found-description = Perhaps the page has moved, or the address is not right. Below you find the way back.
not-found-home = To the start
not-found-report = Did a link bring you here? Let us know:

## Changes

changes-title = Changes in { $municipality }
changes-description = What has changed in { $municipality } and what will change soon: contracts, waiting times and outcomes.
changes-feed-link = Follow the changes with a feed reader
changes-coming-title = What is coming?
changes-coming-order = What happens first is at the top. We look 60 days ahead.
changes-coming-none = We know of no change in the next 60 days.
changes-past-title = What has changed?
changes-past-order = The newest is at the top. We look 90 days back.
changes-past-how = Each time we renew this site, we compare it with the time before. A change stands at the day on which you could first read it here. When we began with this, we looked at the dates in our data.
changes-past-none = Nothing has changed in the past 90 days.
changes-feed-entry = { $provider }: { $product }
changes-contract-started = You can choose this in { $municipality } since { $date }.
changes-contract-ended = You can no longer choose this in { $municipality }. The contract ran until { $date }.
changes-contract-ended-unknown = You can no longer choose this in { $municipality }.
changes-contract-starts = You can choose this in { $municipality } from { $date }.
changes-contract-ends = The contract in { $municipality } runs until { $date }.
changes-provider-new = This provider is new in { $municipality }. There you can choose: { $products }.
changes-provider-gone = You can no longer choose this provider in { $municipality }. It was about: { $products }.
changes-products = { $count } kinds of help
changes-stop-began = Takes nobody now.
changes-stop-ended = Takes people again. { $kind }: { $now }.
changes-stop-over = Takes people again.
changes-stop-unknown = Took nobody. We do not know whether that is still so.
changes-longer = { $kind }: longer, from { $before } to { $now }.
changes-shorter = { $kind }: shorter, from { $before } to { $now }.
changes-otherwise = { $kind }: first { $before }, now { $now }.
changes-wait-known = { $kind }: now known, { $now }.
changes-score-new = { $measure }: there is a score now, over { $period }. In a word: { $now }.
changes-score-period = { $measure }: new figures, over { $period }. In a word still: { $now }.
changes-score-period-and-word = { $measure }: new figures, over { $period }. In a word: first { $before }, now { $now }.
changes-score-word = { $measure }: first { $before }, now { $now }.
changes-score-gone = { $measure }: there is no score any more. { $reason }
changes-score-too-old = The figures are too old to show now.
changes-on-day = { $sentence } That was on { $date }.
changes-more = { $count ->
    [one] We show the newest { $shown } changes. There is 1 more.
   *[other] We show the newest { $shown } changes. There are { $count } more.
}
changes-coming-more = { $count ->
    [one] We show the first { $shown } changes. After that comes 1 more.
   *[other] We show the first { $shown } changes. After that come { $count } more.
}
changes-all = All changes that we keep are in the open data
changes-feed-newest = The newest { $count } changes. More are on the page with changes.
changes-at-location = { $sentence } This is about the location { $place }.

## Open data

open-data-title = Open data
open-data-description = All data of this site about { $municipality } as files, with explanation and sources.
open-data-files-title = The files
open-data-files = Name the source and the date. The files are in Dutch.
open-data-licensed = You may use these files under this licence:
open-data-unlicensed = No licence was given for these files. Do you want to use them? Ask first:
open-data-schema = explanation of the columns:
open-data-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
file-size-small = less than 1 kB
file-size-kb = { $size } kB
file-size-mb = { $size } MB
open-data-providers-title = Providers
open-data-providers = Who has a contract here, with addresses. Each location has its own row.
open-data-offers-title = Offers
open-data-offers = What help the municipality buys from whom, for whom and how long.
open-data-waits-title = Waiting times
open-data-waits = All waiting times with kind, date and source. The earlier figures too.
open-data-outcomes-title = Outcomes
open-data-outcomes = All scores with number, margin and period. For hidden scores it only says why. If nothing was ever sent in or something is measured nowhere, there is no row.
open-data-averages-title = Averages
open-data-averages = The averages of the region with which the outcomes were compared.
open-data-everything-title = Everything together
open-data-everything = All tables in one file, for programs (JSON).
open-data-package = explanation of all tables (Data Package):
open-data-made = Made on { $date }.
open-data-hsds-title = For other guides (HSDS)
open-data-hsds = The same data in the form of HSDS 3.1. That is an agreement used in other countries on how to write down help and providers.
open-data-hsds-services = the offers (JSON)
open-data-hsds-organizations = the organisations (JSON)
open-data-hsds-archive = all tables (ZIP with CSV)
open-data-hsds-profile = HSDS has no place for outcomes and little place for waiting times. This is how we added them:
open-data-catalog-title = For lists of open data
open-data-catalog = Which files there are, with date, source and licence (DCAT).
open-data-changes-title = Changes
open-data-changes = What changes: as a page, as a feed, and as JSON with everything of the last 400 days.
open-data-form-title = How the files are made up
open-data-form-utf8 = The CSV files have commas between the columns and are written in UTF-8.
open-data-form-json-rows = In the JSON file each table has a list of columns (columns) and a list of rows (rows). The cells of a row are in the order of the columns. Empty cells at the end of a row are left out.
open-data-form-json-words = If a column in the JSON file has a list of words (words), the cell holds the number of the word. The first word has number 0.
open-data-form-ids = In the files of HSDS everything has a fixed code (UUID). That code is the same in every municipality and on every day.
open-data-form-empty = An empty cell means: not known or not shown. It is never zero.
open-data-form-apostrophe = If a text in a CSV file starts with =, +, - or @, an apostrophe is put before it. So a spreadsheet does not calculate with it. We also put that apostrophe after a semicolon or a new line. In the JSON files the text has no apostrophe.
open-data-method-title = How the figures were made
open-data-privacy = With fewer than { $count } answers we show nothing. Not even if another figure would give it away.
open-data-reliability = With fewer than { $count } answers we give no verdict.
open-data-interval = The margin is an interval of 95 percent after Wilson (1927).
open-data-average = The average of the region only counts scores that are shown.
open-data-waits-old = A waiting time older than { $count } days is called out of date.
open-data-waits-hidden = A waiting time older than { $count } days is no longer on the pages. In the file it is called too old.
open-data-outcomes-old = A score older than { $count } days is called out of date.
open-data-outcomes-hidden = A score older than { $count } days we no longer show.
open-data-method-link = Read more about the figures
open-data-sources-title = Sources and licences
open-data-license = licence:
open-data-correction = Is something not right? Mail:

## Front door of the region

front-door-title = Choose help in your municipality: { $region }
front-door-description = Help with choosing youth help in { $region }. Choose your municipality by its name or by your postcode.
front-door-lead = You may choose who helps your family. What you can choose differs by municipality.
front-door-choose = Choose your municipality
front-door-where = Choose the municipality where your child officially lives.
front-door-postcode = Are you not sure which municipality it is? Look it up with your postcode
front-door-postcode-how = Find the four digits of your postcode. Are there two municipalities behind it? Choose the one on your letters.
front-door-postcode-caption = Postcodes and their municipality
front-door-column-postcode = Postcode
front-door-column-municipality = Municipality
front-door-range = { $first } to { $last }

## The short list and comparing, with script
keep-add = Add to my list
keep-remove = Take off my list
keep-added = is on your list.
keep-removed = is no longer on your list.
keep-total = Number on your list:
keep-full = Your list is full: it holds 10. Take one off first. Two or three names make choosing easier.
keep-look = Look at my list

list-choose = Compare this one
list-choose-offer = You did not choose a kind of help yet. Choose it on the page of the provider. Then you see here how long you wait.
list-compare = Compare
list-compare-few = Choose two or three to compare.
list-compare-least = At least one provider has to stay.
list-compare-most = You can compare three. Take away a tick first.
list-copied = The link is copied. Who opens it sees your list. Your notes do not go along.
list-copy = Copy the link
list-copy-yourself = Copy the link from the box below.
list-down = Down
list-failed = We could not read this page now. Open the page of the provider yourself.
list-link = Link to this list
list-loading = We are looking up the facts for your list.
list-mail = Mail this list
list-mail-note = My note:
list-mail-notes = Put my notes in the mail too
list-mail-statements = Rules:
list-missing = Not found. This provider is not on this site.
list-moved = is now at place
list-not-stored = Your list is now only in the address of this page.
list-note = My note
list-offer-gone = This help is not on the page of the provider.
list-print = Print
list-privacy = For this your browser only fetches pages of this site. Your list and your notes are not sent.
list-store = Keep my list on this device
list-store-note = Without a tick your list is only in the address of the page. Your notes are then gone when you leave the page. With a tick, list and notes stay on this device. Others who use this device can then read them too.
list-store-refused = Your browser does not want to keep anything. Your list is in the address of this page.
list-store-title = Keeping your list
list-stored = Your list and your notes are now on this device.
list-take-title = Take along or send
list-undo = Put back
list-up = Up
list-wipe = Wipe my list
list-wipe-browser = Your list may still be in the history of your browser. Wipe that too when somebody looks along.
list-wipe-how = Click here. Then your list is gone from this device. Your notes too.
list-wiped = Done. Your list and your notes are gone.

compare-and = and
compare-beside = Now side by side:
compare-choose = Whom do you want to see side by side? Choose two or three.
compare-differs = differs
compare-few = Add another provider to your list. Then you can compare.
compare-important = What is important to you?
compare-important-how = Put at the top what matters most to you. The table follows your order. We give no points and add nothing up.
compare-not-said = Not on the page of the provider.
compare-only-differences = Show only what differs or cannot be compared
compare-row-distance = Distance
compare-row-languages = Languages
compare-rows-shown = Number of rows in the table:
compare-same = the same
compare-step-come = Then come back to this page. They stand side by side here.
compare-step-keep = Click on “Add to my list” at each provider.
compare-table = Your providers side by side
compare-taken-over = Everything below is as it stands on the page of the provider.
compare-unclear = no clear difference
compare-unknown = cannot be compared
shortlist-step-click = Click on “Add to my list” at a provider.

## Accessibility statement

accessibility-statement-title = Statement
accessibility-statement = { $organisation } wants everybody to be able to use this site. The law asks for that too: the Dutch decree on digital accessibility (Besluit digitale toegankelijkheid overheid).
accessibility-scope = What is this statement about?
accessibility-not-covered = What is it not about?
accessibility-status-title = How far are we?
accessibility-status-a = Status A: fully compliant
accessibility-status-b = Status B: partially compliant
accessibility-status-c = Status C: first measures taken
accessibility-status-d = Status D: not compliant
accessibility-meaning-a = All parts were audited. The site meets all requirements.
accessibility-meaning-b = All parts were audited. The site does not meet all requirements yet. Below you read what is not right.
accessibility-meaning-c = Not everything was audited yet. An audit is planned.
accessibility-meaning-d = Not everything was audited yet. No audit is planned either.
accessibility-register = See this statement in the national register
accessibility-audits-title = What is this status based on?
accessibility-audits = The requirements are in the European standard EN 301 549. They are the rules of WCAG 2.1, levels A and AA.
accessibility-audits-none = No audit was done yet.
accessibility-audit = { $date }: { $kind }.
accessibility-audit-complete = complete audit
accessibility-audit-part = audit of a part
accessibility-audit-automatic = test with a program
accessibility-audit-users = test with users
accessibility-audit-own = test of our own
accessibility-audit-by = Done by { $name }.
accessibility-audit-report = Read the report of { $date }
accessibility-audit-planned = A complete audit will be ready on { $date }.
accessibility-points-title = What is not right yet?
accessibility-points-none = No points are known now. That does not say that all is well.
accessibility-criterion = Requirement
accessibility-cause = Cause
accessibility-cause-technical = The technique of the site.
accessibility-cause-content = A text or picture on the site.
accessibility-cause-supplier = Something that others make for us.
accessibility-cause-burden = To solve it costs more than the law asks of us.
accessibility-effect = What do you notice?
accessibility-measure = What do we do?
accessibility-alternative = What can you do now?
accessibility-planned = Ready on
accessibility-not-planned = We will not solve this.
accessibility-adopted-title = Agreed
accessibility-adopted = This statement was adopted on { $date } by { $organisation }. Function: { $function }.
accessibility-next-review = We look at it again on { $date }, or earlier.
accessibility-feedback-title = Does something not work?
accessibility-feedback = Let us know. Tell us which page it was and what did not work.
accessibility-steps = This is what happens next:
accessibility-confirm = { $count ->
    [one] Within 1 working day you hear that we have your message.
   *[other] Within { $count } working days you hear that we have your message.
}
accessibility-inform = { $count ->
    [one] Within 1 week you hear what we do about it.
   *[other] Within { $count } weeks you hear what we do about it.
}
accessibility-settle = { $count ->
    [one] Within 1 week it is solved.
   *[other] Within { $count } weeks it is solved.
}
accessibility-complaint-title = Not satisfied with our answer?
accessibility-complaint = Then you can send a complaint. That is free. You do so at:
accessibility-ombudsman = Nationale ombudsman
