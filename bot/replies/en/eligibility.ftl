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
eligibility-none = From what you’ve told me, none of the three programs fits **yet**.
eligibility-open = I can’t tell yet: a few things are still open for **{ $programs }**.
eligibility-brief-yes = - **{ $program }**: yes
eligibility-brief-grid = - **{ $program }**: yes, with **{ $points }** points on its grid ({ $needed } needed)
eligibility-brief-no = - **{ $program }**: not yet. { $because }
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
eligibility-not-known = **{ $program }**: not known yet
eligibility-met = - Met: { $names }
eligibility-not-met = - Not met: { $name }. { $because }
eligibility-not-known-yet = - Not known yet: { $name }. { $because }
eligibility-as-above = See above.
eligibility-jobs-more = - and { $more } more
eligibility-points = 67-point grid: **{ $points }** of 100, { $needed } needed.
eligibility-admissible = Whether someone is admissible (health, criminal record, honesty) is decided by an officer and not looked at here.
eligibility-jobs = What did not count of your work:
eligibility-job = - { $job }: { $because }
eligibility-job-nameless = a job since { $date }
eligibility-job-undated = a job without dates
eligibility-grid-caption = The 67-point grid
eligibility-sum = Total
work-headline = By your jobs you have **{ $canadian }** full { $canadian ->
    [one] year
   *[other] years
} of skilled work in Canada and **{ $foreign }** outside it that count for the score.
work-hours = In Canada { $canadian } hours, outside { $foreign }; { $year } hours are a year.
work-everything-counts = All of it counts.
button-eligibility = Am I eligible?
button-improve = How can I improve?
button-tell-more = Answer what is missing

## Reasons
not-told-yet = { $fact ->
    [first_language] Your language test is not told.
    [intends_quebec] Whether you plan to live in Quebec is not told.
    [job_offer] Whether you have a job offer is not told.
    [settlement_funds_cad] Your settlement funds are not told.
    [canadian_work_years] Your skilled work in Canada is not told.
    [foreign_work_years] Your skilled work outside Canada is not told.
    [noc] Your occupation is not told.
    [jobs_noc] The occupation of a job is not told.
    [certificate_of_qualification] Whether you have a trade certificate is not told.
   *[other] Something is not told.
}
language-met = { $framework } { $level } or more in each ability.
language-met-each = At least { $framework } { $speaking } in speaking, { $listening } in listening, { $reading } in reading and { $writing } in writing.
language-date-untold = Results count for { $years } years from the date of the test, which is not told.
language-depends = The occupation decides whether level { $low } or { $high } is needed.
language-below = { $ability ->
    [listening] Listening is
    [reading] Reading is
    [writing] Writing is
   *[speaking] Speaking is
} { $level ->
    [0] below { $framework } 4
   *[other] { $framework } { $level }
}; { $needed } is needed.
quebec-intended = You plan to live in Quebec, which selects its own skilled workers.
quebec-not-intended = You plan to live outside Quebec.
offer-occupation = The occupation of the offer, NOC { $code }, is not one that this program takes.
offer-incomplete = Not all conditions of the job offer are told.
offer-of-any-length = Job offer. For a physician with publicly funded work it need be neither continuous nor for a year.
funds-exempt = No funds are needed: you have a valid offer and may work in Canada.
funds-told = You have { $amount } Canadian dollars.
funds-needed = { $size ->
    [one] Needed for one person by the table of { $date }: { $amount } Canadian dollars.
   *[other] Needed for a family of { $size } by the table of { $date }: { $amount } Canadian dollars.
}
funds-size-untold = The size of your family is not told; this is the least for what you told me.
funds-table-seen = The official page still had this table when it was last looked up, on { $date }.
funds-unless-exempt = With a valid offer and authorization to work in Canada no funds are needed.
experience-something-untold = Weekly hours or the occupation of a job are not told and decide it.
experience-taken-as-ordinary = What you did not say about a job is taken as ordinary: paid, authorized, employed, not while studying full-time.
experience-years = { $years ->
    [0] No year of skilled work is told.
    [one] { $years } year of skilled work is told.
   *[other] { $years } years of skilled work are told.
}
experience-years-in-canada = { $years ->
    [0] No year of skilled work in Canada is told.
    [one] { $years } year of skilled work in Canada is told.
   *[other] { $years } years of skilled work in Canada are told.
}
experience-in-canada = { $hours } hours count in Canada; { $needed } are needed.
experience-in-trade = { $hours } hours count in one skilled trade; { $needed } are needed.
experience-continuous = { $hours } hours count without a gap in one occupation; { $needed } are needed.
experience-split = It is needed without a gap in one occupation: tell me your jobs with their dates.
experience-taken-as-continuous = Taken as at least one year without a gap in one occupation, in the last { $years } years; tell me your jobs with dates to be sure.
experience-taken-as-recent = Taken as work of the last { $years } years, employed and not while studying full-time; tell me your jobs with dates to be sure.
experience-taken-as-trade = Taken as work in your trade in the last { $years } years; tell me your jobs with dates to be sure.
trade-yes = NOC { $codes } is among the skilled trades.
trade-no = NOC { $codes } is not among the skilled trades.
fsw-points = { $points } points; { $needed } are needed.
fsw-points-open = What is not told can still change the points.
fsw-first-language = First language ({ $framework }): { $points } points.
fsw-second-language = Second language ({ $framework }): { $points } points.
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
}: { $points } points.
fsw-adaptability-none = Nothing told that gives points for adaptability.

## The smallest change that would meet a requirement
change-test-again = What would meet it: the test taken again.
change-language = What would meet it: { $framework } { $level } or more in each ability.
change-language-each = What would meet it: { $framework } { $speaking } in speaking, { $listening } in listening, { $reading } in reading and { $writing } in writing.
change-quebec = What would meet it: living in another province or territory. For Quebec, look at its own program.
change-funds = What would meet it: { $amount } more Canadian dollars.
change-work = What would meet it: { $hours } more hours of such work, about { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} of full time.
change-education = What would meet it: a secondary school diploma, assessed if it is foreign.
change-eca = What would meet it: an educational credential assessment (ECA).
change-eca-again = What would meet it: a new educational credential assessment (ECA).
change-trade = What would meet it: work in one of the skilled trades.
change-offer-or-certificate = What would meet it: a Canadian certificate of qualification in the trade, or a valid job offer of at least one year.
change-fsw-points = What would meet it: { $points ->
    [one] { $points } more point
   *[other] { $points } more points
}, from more than one change.
change-fsw-partner-language = What would meet it: a language test of your partner with level { $level } or more in each ability.
change-fsw-second-language = What would meet it: a test in the other official language with level { $level } or more in each ability.
change-fsw-years = What would meet it: { $years ->
    [one] { $years } year of skilled work in all
   *[other] { $years } years of skilled work in all
}.
change-fsw-education = What would meet it: { $level ->
    [secondary] a secondary school diploma
    [one_year] a one-year program after secondary school
    [two_year] a two-year program after secondary school
    [bachelors_or_three_year] a bachelor’s degree or a program of three years
    [two_or_more] a second credential, one of the two of three years or more
    [masters_or_professional] a master’s or professional degree
   *[doctorate] a doctorate
}.

## What did not count of a work history
work-unpaid = unpaid work does not count.
work-in-canada = work in Canada does not count here.
work-abroad = only work in Canada counts here.
work-teer = NOC { $code } is in TEER { $teer }; only TEER 0, 1, 2 and 3 count.
work-other-occupation = NOC { $code } is not one of the occupations that count here.
work-unauthorized = work without authorization does not count.
work-unauthorized-counts = the regulation does not leave out work without authorization here, but such work can make a person inadmissible.
work-student = work while studying full-time does not count.
work-self-employed = self-employed work in Canada does not count.
work-not-begun = it begins only on { $date }.
work-before-window = only the last { $years ->
    [one] year counts
   *[other] { $years } years count
}, since { $date }.
work-partly-before-window = only the time since { $date } counts, { $years ->
    [one] { $years } year
   *[other] { $years } years
} back.
work-hours-untold = weekly hours are not told; counted as { $hours }.
work-above-full-time = { $told } hours a week count as { $hours }.
work-simultaneous = jobs at the same time count as { $hours } hours a week together at most.
work-remote = work done in Canada for an employer abroad is not counted: IRCC’s page asks for a Canadian employer.
work-place-untold = I don’t know yet whether this was in Canada.
work-length-untold = I don’t know yet from when to when.
work-taken-as-recent = no dates yet; taken as within the last { $years } years.
work-dates-decide = only the last { $years } years count, and I don’t know the dates yet.
work-leave = { $weeks } weeks of leave are taken off.

problem-day-before-programs = Eligibility can be told for days since { $date }: choose that day or a later one.

## The command line
cli-help-eligibility = who may enter the pool: the three programs and the categories of rounds
cli-fsw-points = { $points } points of 100, { $needed } needed
