## What is told one by one: jobs

job-noc = { $job } (NOC { $code })
job-noc-unskilled = { $job } (NOC { $code }, TEER { $teer }: not skilled work, so it adds no years)
job-untitled = work
job-from-day = from { $date }
job-from-part = from { $date }
job-to-day = to { $date }
job-to-part = to { $date }
job-since-day = since { $date }
job-since-part = since { $date }
job-hours = { $hours } { $hours ->
    [one] hour
   *[other] hours
} a week
job-self-employed = self-employed
job-unpaid = unpaid, which counts for nothing
job-full-time-student = during full-time studies
job-remote-for-employer-abroad = remote for an employer abroad
job-leave = { $weeks } { $weeks ->
    [one] week
   *[other] weeks
} of leave
place-in-canada = in Canada
place-abroad = outside Canada
choice-place-in-canada = In Canada
choice-place-abroad = Outside Canada
doubt-job-place = Where did you work as “{ $job }”: in Canada or somewhere else?
doubt-job-place-untitled = Where was this work: in Canada or somewhere else?
choice-place-apart = Some of both
doubt-job-places = Where was this work ({ $jobs }): in Canada or somewhere else?
doubt-job-place-of-partner = { $who ->
    [wife] Where did your wife do this work
    [husband] Where did your husband do this work
   *[partner] Where did your partner do this work
}{ $jobs ->
    [none] { "" }
   *[some] { " " }({ $jobs })
}: in Canada or somewhere else?
doubt-job-hours = About how many hours a week was “{ $job }”? Choose one, or type the number.
doubt-job-noc = Which of these comes closest to “{ $job }”?
doubt-jobs = How does that fit with the work you told me about before?
doubt-jobs-which = Which of these jobs do you mean?
doubt-credentials-which = Which of these diplomas do you mean?
entry-of-partner = { $partner }: { $entry }
removed-entry = Taken out: { $entry }.
fact-spouse-jobs = Partner’s work
diploma-not-completed = not completed
diploma-eca = assessed in { $date }
diploma-not-assessed = not assessed yet
diploma-assessed-as = assessed as: { $level }
diploma-assessed-so = as its assessment (ECA) says
child = a child
children = { $count ->
    [one] a child
    [2] two children
    [3] three children
    [4] four children
    [5] five children
   *[other] { $count } children
}
children-more = { $count ->
    [one] one more child
    [2] two more children
    [3] three more children
   *[other] { $count } more children
}
child-aged = { $age ->
    [0] a child under one
   *[other] a child aged { $age }
}
child-born = a child born in { $date }
no-children = no children
doubt-credentials = Do you have all of these diplomas, or only the last one?
doubt-level = What level is that diploma? Its assessment (ECA) decides; until you tell me, I count { $lowest }.
choice-level-unknown = I don’t know
choice-level-trade = One-year diploma, trade certificate or apprenticeship
doubt-dependent-children = Which children do you have now?
fact-credentials = Diplomas
fact-tests = Language tests
fact-spouse-credentials = Partner’s diplomas
fact-dependent-children = Children
partner-called = { $who ->
    [wife] your wife
    [husband] your husband
   *[partner] your partner
}
test-short-ielts-gt = IELTS General
test-short-celpip-g = CELPIP
test-short-pte-core = PTE Core
test-short-tef-canada = TEF Canada
test-short-tcf-canada = TCF Canada
told-test = { $test } { $scores }
told-test-even = { $test } { $score } in all four
told-test-date = { $test } from { $date }
told-results-date = test results from { $date }
told-age = { $text } years old
told-birth-date = { $value ->
    [day] born on { $text }
   *[part] born in { $text }
}
told-marital-status = { $value ->
    [never_married] single
    [married] married
    [common_law] in a common-law relationship
    [separated] separated
    [divorced] divorced
   *[widowed] widowed
}
told-family-size = { $value ->
    [1] one person in the family
   *[other] { $text } people in the family
}
told-intends-quebec = { $value ->
    [yes] you plan to live in Quebec
   *[no] you plan to live outside Quebec
}
told-settlement-funds-cad = ${ $text } in savings
told-spouse-citizen-or-permanent-resident = { $value ->
    [yes] { $partner } is Canadian or a permanent resident
   *[no] { $partner } isn’t Canadian or a permanent resident
}
told-spouse-accompanying = { $value ->
    [yes] { $partner } comes with you
   *[no] { $partner } doesn’t come with you
}
level = { $level ->
    [less_than_secondary] less than secondary school
    [secondary] a secondary school diploma
    [one_year] a one-year diploma
    [two_year] a two-year diploma
    [bachelors_or_three_year] a bachelor’s-level degree
    [two_or_more] two or more diplomas
    [masters_or_professional] a master’s-level degree
   *[doctorate] a doctorate
}
told-education = { $value ->
    [less_than_secondary] less than secondary school
    [secondary] a secondary school diploma
    [one_year] a one-year diploma
    [two_year] a two-year diploma
    [bachelors_or_three_year] a bachelor’s-level degree
    [two_or_more] two or more diplomas
    [masters_or_professional] a master’s-level degree
   *[doctorate] a doctorate
}
told-education-country-is-canada = { $value ->
    [yes] studied in Canada
   *[no] studied outside Canada
}
told-eca-date = { $value ->
    [none] no credential assessment (ECA) yet
    [day] an ECA of { $text }
   *[part] an ECA from { $text }
}
told-has-eca = { $value ->
    [yes] an ECA
   *[no] no ECA
}
told-spouse-has-eca = { $value ->
    [yes] { $partner } has an ECA
   *[no] { $partner } has no ECA
}
told-canadian-education = { $value ->
    [none] no diploma from Canada
    [one_or_two_years] a Canadian diploma of one or two years
   *[three_years_or_more] a Canadian diploma of three years or more
}
told-first-language = { $value ->
    [none] no language test yet
   *[some] { $text }
}
told-second-language = { $value ->
    [none] no test in the other official language
   *[some] { $text }
}
told-english-levels = { $text } in English
told-french-levels = { $text } in French
told-canadian-work-years = { $value ->
    [0] no full year of skilled work in Canada
    [1] 1 year of skilled work in Canada
   *[other] { $text } of skilled work in Canada
}
told-foreign-work-years = { $value ->
    [0] no full year of skilled work outside Canada
    [1] 1 year of skilled work outside Canada
   *[other] { $text } of skilled work outside Canada
}
told-noc = work under NOC { $text }
told-certificate-of-qualification = { $value ->
    [yes] a Canadian trade certificate
   *[no] no Canadian trade certificate
}
told-provincial-nomination = { $value ->
    [yes] a provincial nomination
   *[no] no provincial nomination
}
told-sibling-in-canada = { $value ->
    [yes] a brother or sister in Canada
   *[no] no brother or sister in Canada
}
told-job-offer = { $value ->
    [none] no job offer
    [noc] a job offer as { $text }
   *[some] a job offer
}
told-job-offer-noc = the job offer is for { $text }
told-spouse-age = { $partner } is { $text }
told-spouse-birth-date = { $value ->
    [day] { $partner } was born on { $text }
   *[part] { $partner } was born in { $text }
}
told-spouse-education = { $value ->
    [less_than_secondary] { $partner } has less than secondary school
    [secondary] { $partner } has a secondary school diploma
    [one_year] { $partner } has a one-year diploma
    [two_year] { $partner } has a two-year diploma
    [bachelors_or_three_year] { $partner } has a bachelor’s-level degree
    [two_or_more] { $partner } has two or more diplomas
    [masters_or_professional] { $partner } has a master’s-level degree
   *[doctorate] { $partner } has a doctorate
}
told-spouse-canadian-education = { $value ->
    [none] { $partner } has no diploma from Canada
    [one_or_two_years] { $partner } has a Canadian diploma of one or two years
   *[three_years_or_more] { $partner } has a Canadian diploma of three years or more
}
told-spouse-language = { $value ->
    [none] { $partner } has no language test
   *[some] { $partner } has { $text }
}
told-spouse-english-levels = { $partner } has { $text } in English
told-spouse-french-levels = { $partner } has { $text } in French
levels-of-partner = { $levels } for { $partner }
told-spouse-canadian-work-years = { $value ->
    [0] { $partner } has no full year of skilled work in Canada
   *[other] { $partner } has { $text } of skilled work in Canada
}
told-spouse-foreign-work-years = { $value ->
    [0] { $partner } has no full year of skilled work outside Canada
   *[other] { $partner } has { $text } of skilled work outside Canada
}
job-for = for { $time }
diploma-in-canada = { $level } from Canada
diploma-abroad = { $level } from outside Canada
open-birth-date = your date of birth
open-spouse-birth-date = your partner’s date of birth
open-first-language-date = the date of your language test
open-second-language-date = the date of your second language test
open-spouse-language-date = the date of your partner’s language test
open-english-levels = your English level
open-french-levels = your French level
open-spouse-english-levels = your partner’s English level
open-spouse-french-levels = your partner’s French level
open-family-size = the size of your family
open-settlement-funds-cad = your savings
open-intends-quebec = whether you’ll live in Quebec
open-credentials = your diplomas
open-jobs = your jobs
open-dependent-children = your children
open-spouse-credentials = your partner’s diplomas
open-spouse-jobs = your partner’s jobs
open-jobs-in-canada = where you did each job
open-jobs-hours-per-week = how many hours a week you worked
open-jobs-start = when each job began and ended
open-jobs-noc = the occupation of each job
open-spouse-jobs-hours-per-week = how many hours a week your partner worked
open-spouse-jobs-start = when your partner’s jobs began and ended
open-spouse-jobs-noc = the occupation of your partner’s jobs
