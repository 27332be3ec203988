# How a score is told.
score-total = **{ $total }** is your CRS score.
score-so-far = **{ $total }** so far.
score-by-level = At least **{ $low }**, at most **{ $high }**: it depends on the level that the ECA gives the diploma.
suppose-by-level = At least **{ $low }**, at most **{ $high }** then: it depends on the level that the ECA gives the diploma.
score-more = That’s { $points } more than before ({ $before }).
score-less = That’s { $points } less than before ({ $before }).
score-renewed = With all of it valid and the same results: **{ $total }**.
score-without = It leaves out { $things }.
levels-told = { $count ->
    [one] I count { $levels } as you told it; the four scores of your test decide.
   *[other] I count { $levels } as you told me; the four scores of each test decide.
}
levels-told-short = It’s provisional: { $levels }, as told.
score-undated = I don’t know when you took your language test; results of 2 years or more give no points.
score-supposes-eca = It counts your foreign diploma as if it had an assessment (ECA).
without-eca = your diploma (it needs an assessment, an ECA)
without-valid-eca = your diploma (its assessment, the ECA, has expired)
without-expired-test = the language test, which expired ({ $date })
without-years = { $whose ->
    [partner] your partner’s
   *[self] your
} { $years ->
    [one] { $years } year
   *[other] { $years } years
} { $titled ->
    [yes] as { $title }
   *[no] of work
} (I don’t know where that was)
without-job = { $whose ->
    [partner] your partner’s
   *[self] your
} work{ $titled ->
    [yes] { " " }as { $title }
   *[no] { "" }
} (I don’t know where that was)
score-section = { $name }: { $points }
score-open = { $count ->
    [one] One thing could still change it: { $things }.
    [2] Two things could still change it: { $things }.
    [3] Three things could still change it: { $things }.
   *[other] It may still change once I know more about { $things }.
}
score-aim = Your language points need your test results. For a preview, tell me the level you aim at, for example “I’m aiming for CLB 9”.
score-caption = Your points, line by line
score-sum = Total
score-rules = Rules of { $date }.
score-rules-short = Rules of { $date }.
button-every-line = Show every line

open-any-of-these = a few other things
open-age = your age
open-marital-status = whether you have a partner who comes with you
open-education = your education
open-first-language = your language test
open-second-language = a test in your other official language
open-canadian-work-years = work in Canada
open-foreign-work-years = work outside Canada
open-noc = your occupation
open-certificate-of-qualification = a Canadian trade certificate
open-provincial-nomination = a provincial nomination
open-canadian-education = a diploma from Canada
open-sibling-in-canada = a brother or sister in Canada
open-job-offer = a job offer
open-job-offer-noc = the occupation of your job offer
open-spouse-accompanying = whether your partner comes with you
open-spouse-citizen-or-permanent-resident = whether your partner is Canadian
open-spouse-age = your partner’s age
open-spouse-education = your partner’s diploma
open-spouse-language = your partner’s language test
open-spouse-canadian-work-years = your partner’s work in Canada
open-spouse-foreign-work-years = your partner’s work outside Canada
open-spouse-canadian-education = your partner’s diploma from Canada
open-eca-date = your educational credential assessment (ECA)
open-education-country-is-canada = where you studied
open-more = a few other things
