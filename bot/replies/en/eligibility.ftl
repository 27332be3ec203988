# Who may enter the pool: programs, requirements, reasons, the smallest changes, and how they are told.

## Names
program-fsw = Federal Skilled Worker
program-cec = Canadian Experience Class
program-fst = Federal Skilled Trades
requirement-experience = Work experience
requirement-language = Language
requirement-education = Education
requirement-pass-mark = 67-point grid
requirement-funds = Settlement funds
requirement-outside-quebec = Living outside Quebec
requirement-trade = Skilled trade
requirement-offer-or-certificate = Job offer or trade certificate
grid-education = Education
grid-language = Languages
grid-experience = Work experience
grid-age = Age
grid-arranged-employment = Job offer
grid-adaptability = Adaptability

## How it is told
eligibility-one = Good news: you meet the requirements of **{ $programs }**.
eligibility-provided = Good news: you meet the requirements of **{ $programs }**, as long as { $conditions }.
eligibility-none = From what you’ve told me, none of the three programs fits you **yet**.
eligibility-open = I can’t tell yet. A few things are still open for **{ $programs }**.
eligibility-work-enough = Your work can fit **{ $programs }**. What else is needed is still open.
eligibility-work-if-canada = **{ $programs }** fits only if you worked in Canada, and you haven’t told me so yet.
eligibility-brief-yes = - **{ $program }**: yes
eligibility-brief-grid = - **{ $program }**: yes, with **{ $points }** points on its grid ({ $needed } needed)
eligibility-brief-no = - **{ $program }**: not yet. { $because }
eligibility-also-missing = Missing too: { $names }.
eligibility-also-open = I don’t know yet: { $needs }.
eligibility-brief-open-grid = - **{ $program }**: **{ $points }** { $points ->
    [one] point
   *[other] points
} on its grid so far, and { $needed } are needed. I’d still need { $needs }
eligibility-brief-open = - **{ $program }**: I’d still need { $needs }
condition-outside-quebec = you plan to live outside Quebec
condition-funds = you can show **${ $amount }** in savings
open-requirement-experience = more about your work
open-requirement-language = your language test
open-requirement-education = your diploma and its assessment (ECA)
open-requirement-pass-mark = a few more facts for its 67-point grid
open-requirement-funds = your savings
open-requirement-outside-quebec = whether you’ll live outside Quebec
open-requirement-trade = your trade
open-requirement-offer-or-certificate = whether you have a job offer or a trade certificate
button-every-requirement = Show every requirement
eligibility-yes = **{ $program }**: yes
eligibility-no = **{ $program }**: no
eligibility-not-known = **{ $program }**: I don’t know yet
eligibility-met = - Met: { $names }
eligibility-not-met = - Not met: { $name }. { $because }
eligibility-not-known-yet = - Still open: { $name }. { $because }
eligibility-as-above = See above.
eligibility-jobs-more = - and { $more } more
eligibility-points = On the 67-point grid you have **{ $points }** of 100. You need { $needed }.
eligibility-admissible = An officer also looks at health, criminal record and honesty. I don’t look at those here.
eligibility-jobs = What didn’t count in your work:
eligibility-job = - { $job }: { $because }
eligibility-job-nameless = a job since { $date }
eligibility-job-undated = a job without dates
eligibility-grid-caption = The 67-point grid
eligibility-sum = Total
work-headline = From your jobs, **{ $canadian }** full { $canadian ->
    [one] year
   *[other] years
} of skilled work in Canada and **{ $foreign }** outside Canada count for your score.
work-none-told = You haven’t told me about a job yet. Tell me each one with its place and its months, for example “cook in Lima, May 2019 to June 2023”.
work-job = - { $job }: { $time } counted
work-hours = That’s { $canadian } { $canadian ->
    [one] hour
   *[other] hours
} in Canada and { $foreign } outside. A year is { $year } hours.
work-everything-counts = All of it counts.
button-eligibility = Am I eligible?
button-improve = How can I improve?
button-tell-more = Answer what’s missing

## Reasons
not-told-yet = { $fact ->
    [first_language] I don’t know your language test yet.
    [intends_quebec] I don’t know yet whether you plan to live in Quebec.
    [job_offer] I don’t know yet whether you have a job offer.
    [settlement_funds_cad] I don’t know yet how much savings you have.
    [canadian_work_years] I don’t know yet about your skilled work in Canada.
    [foreign_work_years] I don’t know yet about your skilled work outside Canada.
    [noc] I don’t know your occupation yet.
    [jobs_noc] I don’t know the occupation of one of your jobs yet.
    [certificate_of_qualification] I don’t know yet whether you have a trade certificate.
   *[other] Something is still missing.
}
language-met = { $framework } { $level } or more in each ability.
language-met-each = At least { $framework } { $speaking } in speaking, { $listening } in listening, { $reading } in reading and { $writing } in writing.
language-levels-told = That’s the level you told me; the results of a test have to show it.
language-date-untold = Results count for { $years } years from the date of your test. I don’t know that date yet.
language-depends = Your occupation decides whether you need level { $low } or { $high }.
language-below = { $ability ->
    [listening] Your listening is
    [reading] Your reading is
    [writing] Your writing is
   *[speaking] Your speaking is
} { $level ->
    [0] below { $framework } 4
   *[other] { $framework } { $level }
}. You need { $needed }.
quebec-intended = You plan to live in Quebec, and Quebec chooses its own skilled workers.
quebec-not-intended = You plan to live outside Quebec.
offer-occupation = This program doesn’t take the occupation of your offer, NOC { $code }.
offer-incomplete = I don’t know yet whether your job offer meets all the conditions.
offer-of-any-length = You have a job offer. For a physician with publicly funded work, it doesn’t have to be continuous or last a year.
funds-exempt = You don’t need any savings: you have a valid offer and may work in Canada.
funds-told = You have ${ $amount }.
funds-needed = { $size ->
    [one] One person needs ${ $amount } in savings (table of { $date }).
   *[other] A family of { $size } needs ${ $amount } in savings (table of { $date }).
}
funds-size-untold = I don’t know the size of your family yet, so this is the least you’d need.
funds-table-seen = The official page still had this table when I last looked, on { $date }.
funds-unless-exempt = With a valid offer and permission to work in Canada, you need none.
experience-something-untold = It depends on the weekly hours or the occupation of a job, which I don’t know yet.
experience-taken-as-ordinary = Unless you told me otherwise, I take it that your work was paid, allowed and for an employer. I also take it that you weren’t a full-time student then.
experience-years = { $years ->
    [0] You have no full year of skilled work so far.
    [one] You have { $years } year of skilled work.
   *[other] You have { $years } years of skilled work.
}
experience-years-in-canada = { $years ->
    [0] You have no full year of skilled work in Canada so far.
    [one] You have { $years } year of skilled work in Canada.
   *[other] You have { $years } years of skilled work in Canada.
}
experience-in-canada = { $hours ->
    [0] No hours of work in Canada count yet.
   *[other] { $hours } of your hours in Canada count.
} You need { $needed }.
experience-in-trade = { $hours ->
    [0] No hours in one skilled trade count yet.
   *[other] { $hours } of your hours in one skilled trade count.
} You need { $needed }.
experience-continuous = { $hours ->
    [0] No hours without a gap in one occupation count yet.
   *[other] { $hours } of your hours count without a gap in one occupation.
} You need { $needed }.
experience-split = You need it without a gap in one occupation. Tell me your jobs with their dates.
experience-taken-as-continuous = I assume at least one year without a gap in one occupation, in the last { $years } years. Tell me your jobs with dates to be sure.
experience-taken-as-recent = I assume this was in the last { $years } years, for an employer and not during full-time studies. Tell me your jobs with dates to be sure.
experience-taken-as-trade = I assume this was work in your trade in the last { $years } years. Tell me your jobs with dates to be sure.
trade-yes = NOC { $codes } is one of the skilled trades.
trade-no = NOC { $codes } isn’t one of the skilled trades.
fsw-points = You have { $points } { $points ->
    [one] point
   *[other] points
}. You need { $needed }.
fsw-points-open = What I don’t know yet can still change the points.
fsw-first-language = First language ({ $framework }): { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-second-language = Second language ({ $framework }): { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-years = { $years ->
    [0] No full year of skilled work.
    [one] { $years } full year of skilled work.
   *[other] { $years } full years of skilled work.
}
fsw-adaptability = { $item ->
    [partner_language] Your partner’s language
    [own_study] Your studies in Canada
    [partner_study] Your partner’s studies in Canada
    [own_work] Your year of work in Canada
    [partner_work] Your partner’s year of work in Canada
    [relative] A relative in Canada
   *[arranged_employment] Your job offer
}: { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-adaptability-none = Nothing so far gives you points for adaptability.

## The smallest change that would meet a requirement
change-test-again = It would work if you took the test again.
change-language = It would work with { $framework } { $level } or more in each ability.
change-language-each = It would work with { $framework } { $speaking } in speaking, { $listening } in listening, { $reading } in reading and { $writing } in writing.
change-quebec = It would work if you lived in another province or territory. For Quebec, look at its own program.
change-funds = It would work with ${ $amount } more.
change-work = It would work with { $hours } { $hours ->
    [one] more hour
   *[other] more hours
} of such work, about { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} of full time.
change-education = It would work with a secondary school diploma, assessed if it’s from outside Canada.
change-eca = It would work with an educational credential assessment (ECA).
change-eca-again = It would work with a new educational credential assessment (ECA).
change-trade = It would work with experience in one of the skilled trades.
change-offer-or-certificate = It would work with a Canadian certificate of qualification in your trade. A valid job offer of at least one year would do, too.
change-fsw-points = It would work with { $points ->
    [one] { $points } more point
   *[other] { $points } more points
}, from more than one change.
change-fsw-partner-language = It would work if your partner had a language test with level { $level } or more in each ability.
change-fsw-second-language = It would work with a test in the other official language, at level { $level } or more in each ability.
change-fsw-years = It would work with { $years ->
    [one] { $years } year of skilled work in all
   *[other] { $years } years of skilled work in all
}.
change-fsw-education = It would work with { $level ->
    [secondary] a secondary school diploma
    [one_year] a one-year program after secondary school
    [two_year] a two-year program after secondary school
    [bachelors_or_three_year] a bachelor’s degree or a program of three years
    [two_or_more] a second credential, one of the two of three years or more
    [masters_or_professional] a master’s or professional degree
   *[doctorate] a doctorate
}.

## What did not count of a work history
work-unpaid = unpaid work doesn’t count.
work-in-canada = work in Canada doesn’t count here.
work-abroad = only work in Canada counts here.
work-teer = NOC { $code } is TEER { $teer }, and only TEER 0, 1, 2 and 3 count.
work-other-occupation = NOC { $code } isn’t one of the occupations that count here.
work-unauthorized = work without permission doesn’t count.
work-unauthorized-counts = the rules don’t leave out work without permission here, but such work can make you inadmissible.
work-student = work during full-time studies doesn’t count.
work-self-employed = self-employed work in Canada doesn’t count.
work-not-begun = it only starts on { $date }.
work-before-window = only the last { $years ->
    [one] year counts
   *[other] { $years } years count
}, since { $date }.
work-partly-before-window = only the time since { $date } counts, { $years ->
    [one] { $years } year
   *[other] { $years } years
} back.
work-hours-untold = I don’t know the weekly hours yet, so I counted { $hours }.
work-above-full-time = { $told } hours a week count as { $hours }.
work-simultaneous = jobs at the same time count together for { $hours } hours a week at most.
work-remote = whether work done in Canada for an employer abroad counts is disputed, so I don’t count it. Get advice on your case.
work-place-untold = I don’t know yet whether this was in Canada.
work-length-untold = I don’t know yet when it started and ended.
work-taken-as-recent = I don’t know the dates yet, so I count it as within the last { $years } years.
work-dates-decide = only the last { $years } years count, and I don’t know the dates yet.
work-leave = I left out { $weeks } { $weeks ->
    [one] week
   *[other] weeks
} of leave.

problem-day-before-programs = I know the programs’ rules for days since { $date }. Choose that day or a later one.

## The command line
cli-help-eligibility = who may enter the pool: the three programs and the categories of rounds
cli-fsw-points = { $points } points of 100, { $needed } needed
