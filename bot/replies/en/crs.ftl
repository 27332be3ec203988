## The Comprehensive Ranking System: its sections and lines. Ids follow the lines of the score.

crs-section-a = You
crs-section-b = Your partner
crs-section-c = Skills that go together
crs-section-d = Additional points

crs-core-age = Age
crs-core-education = Education
crs-core-first-language = First official language
crs-core-second-language = Second official language
crs-core-canadian-work = Work in Canada
crs-spouse-education = Partner’s education
crs-spouse-language = Partner’s official language
crs-spouse-canadian-work = Partner’s work in Canada
crs-transfer-education-language = Education with language
crs-transfer-education-canadian-work = Education with work in Canada
crs-transfer-foreign-work-language = Work abroad with language
crs-transfer-foreign-work-canadian-work = Work abroad with work in Canada
crs-transfer-certificate-language = Trade certificate with language
crs-additional-nomination = Provincial nomination
crs-additional-canadian-study = Studies in Canada
crs-additional-french = French
crs-additional-sibling = Brother or sister in Canada
crs-additional-job-offer = Job offer

crs-notice-2026-11-03 = One caution: new points for high-wage jobs came in on { $since }. Nobody has seen their values yet, so this number follows the rules of { $rules }. The official tool has the current score.
crs-notice-2026-11-03-short = Rules of { $rules }, without the high-wage points of { $since } (values not known).

## Why a line has its points

because-not-told = { $fact ->
    [age] Age
    [education] Education
    [first_language] First language test
    [second_language] Second language test
    [canadian_work_years] Work in Canada
    [foreign_work_years] Work abroad
    [noc] Occupation
    [certificate_of_qualification] Trade certificate
    [provincial_nomination] Nomination
    [canadian_education] Studies in Canada
    [sibling_in_canada] Brother or sister in Canada
    [job_offer] Job offer
    [job_offer_noc] Occupation of the offer
    [spouse_age] Partner’s age
    [spouse_education] Partner’s education
    [spouse_canadian_education] Partner’s studies in Canada
    [spouse_language] Partner’s test
    [spouse_canadian_work_years] Partner’s work in Canada
   *[spouse_foreign_work_years] Partner’s work abroad
}: not told.
because-age = Age { $years }.
because-spouse-age = Partner’s age { $years }.
because-education = { $level ->
    [less_than_secondary] Less than secondary school.
    [secondary] Secondary school.
    [one_year] Programme of one year after secondary school.
    [two_year] Programme of two years after secondary school.
    [bachelors_or_three_year] Bachelor’s degree, or a programme of three years or more.
    [two_or_more] Two or more credentials, one of them from a programme of three years or more.
    [masters_or_professional] Master’s degree or professional degree.
   *[doctorate] Doctorate.
}
because-spouse-education = { $level ->
    [less_than_secondary] Partner: less than secondary school.
    [secondary] Partner: secondary school.
    [one_year] Partner: programme of one year after secondary school.
    [two_year] Partner: programme of two years after secondary school.
    [bachelors_or_three_year] Partner: bachelor’s degree, or a programme of three years or more.
    [two_or_more] Partner: two or more credentials, one of them from a programme of three years or more.
    [masters_or_professional] Partner: master’s degree or professional degree.
   *[doctorate] Partner: doctorate.
}
because-eca-missing = Counted as you told it; a foreign credential needs an educational credential assessment (ECA).
because-eca-expired = The educational credential assessment (ECA) is { $years } years old or more ({ $date }), so the foreign credential does not count.
because-eca-day-decides = The educational credential assessment (ECA, { $date }) counts for { $years } years. Its exact day decides whether it still does.
because-eca-none = Without an educational credential assessment (ECA) a foreign credential gives no points yet.
credential-not-completed = A credential that you did not finish does not count.
because-ability = { $ability ->
    [listening] Listening:
    [reading] Reading:
    [writing] Writing:
   *[speaking] Speaking:
} { $level ->
    [0] below { $framework } 4.
    [10] { $framework } 10 or more.
   *[other] { $framework } { $level }.
}
because-lowest = Lowest ability: { $level ->
    [0] below { $framework } 4.
    [10] { $framework } 10 or more.
   *[other] { $framework } { $level }.
}
because-french-lowest = { $level ->
    [0] French: no result of NCLC 4 or more in all four abilities.
    [10] French: NCLC 10 or more in all four abilities.
   *[other] French: NCLC { $level } or more in all four abilities.
}
because-english-lowest = { $level ->
    [0] English: no result of CLB 4 or more in all four abilities.
    [10] English: CLB 10 or more in all four abilities.
   *[other] English: CLB { $level } or more in all four abilities.
}
because-no-test = No test.
because-test-expired = The test results have expired ({ $date }): { $years } years after the test they give no points.
because-test-day-decides = The test results expire in this time: { $date }. The day of the test decides whether they still count; they give points for { $years } years.
because-better-first = I tried both languages first: with { $test ->
    [ielts_gt] IELTS
    [celpip_g] CELPIP
    [pte_core] PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
} first you get more than the other way round ({ $other }).
because-test-not-accepted = This test is accepted for Express Entry only since { $date }.
because-tef-ancien-score = Read from the column “Équivalence ancien score” of the TEF Canada result sheet, which Express Entry uses.
because-tef-699 = Read from the 699-point column of the TEF Canada result sheet; Express Entry uses the column “Équivalence ancien score”.
because-canadian-work-years = { $years ->
    [0] No full year of skilled work in Canada.
    [one] { $years } full year of skilled work in Canada.
   *[other] { $years } full years of skilled work in Canada.
}
because-foreign-work-years = { $years ->
    [0] No full year of skilled work abroad.
    [one] { $years } full year of skilled work abroad.
   *[other] { $years } full years of skilled work abroad.
}
because-foreign-several-occupations = Counted across occupations; the official tool asks about one occupation only.
because-spouse-canadian-work-years = { $years ->
    [0] No full year of skilled work of your partner in Canada; work as a full-time student or self-employed does not count.
    [one] { $years } full year of skilled work of your partner in Canada; work as a full-time student or self-employed does not count.
   *[other] { $years } full years of skilled work of your partner in Canada; work as a full-time student or self-employed does not count.
}
because-spouse-foreign-work-years = { $years ->
    [0] No full year of skilled work of your partner abroad.
    [one] { $years } full year of skilled work of your partner abroad.
   *[other] { $years } full years of skilled work of your partner abroad.
}
because-noc = Occupation: NOC { $codes }.
because-noc-not-skilled = Your occupation { $code } is TEER { $teer }: only years in TEER 0, 1, 2 or 3 count here.
because-no-occupation = No occupation.
because-certificate-of-qualification = { $answer ->
    [yes] Certificate of qualification in a trade.
   *[no] No certificate of qualification.
}
because-provincial-nomination = { $answer ->
    [yes] Nominated by a province or territory.
   *[no] No nomination.
}
because-canadian-education = { $level ->
    [none] No credential from Canada after secondary school.
    [one_or_two_years] Credential from Canada of one or two years.
   *[three_years_or_more] Credential from Canada of three years or more.
}
because-spouse-canadian-education = { $level ->
    [none] Partner: no credential from Canada after secondary school.
    [one_or_two_years] Partner: credential from Canada of one or two years.
   *[three_years_or_more] Partner: credential from Canada of three years or more.
}
because-sibling-in-canada = { $answer ->
    [yes] Brother or sister in Canada.
   *[no] No brother or sister in Canada.
}
because-job-offer = { $answer ->
    [yes] Job offer.
    [not_valid] The job offer does not meet the conditions.
   *[no] No job offer.
}
because-repealed = No longer gives points since { $date }.
because-capped = Counted as { $to } instead of { $from }: at most { $limit } here.
because-capped-together = Counted as { $to } instead of { $from }: together with other lines at most { $limit }.

## Facts that only a work history has

fact-jobs = Work history
fact-jobs-hours-per-week = Hours per week of each job
fact-dependent-children-birth-date = Your children’s dates of birth
fact-spouse-jobs-start = Dates of your partner’s jobs
fact-spouse-jobs-in-canada = Country of your partner’s jobs
fact-spouse-jobs-noc = Occupation of your partner’s jobs
fact-spouse-jobs-hours-per-week = Hours per week of your partner’s jobs
fact-spouse-eca-date = Partner’s ECA
fact-jobs-start = Dates of each job
fact-jobs-in-canada = Country of each job
fact-jobs-noc = Occupation of each job

## What is allowed in a profile

problem-unknown-field = There is no such field here. There are: { $allowed }.
problem-required = This is needed here.
problem-object = An object with fields is needed here.
problem-null = Null is no answer here: leave out what is not told.
problem-choice = It must be one of: { $allowed }.
problem-yes-no = It must be true or false.
problem-whole-number = It must be a whole number from { $least } to { $most }.
problem-number = It must be a number from { $least } to { $most }.
problem-any-number = It must be a number.
problem-amount = It must be an amount of zero or more.
problem-hours = It must be a number of hours above 0 and at most { $most }.
problem-date = It must be a day that exists, written as year-month-day: 2026-03-14.
problem-day-or-month = It must be a day, a month or a year that exists: 2026-03-14, 2026-03 or 2026.
problem-noc = It must be a NOC 2021 code: five digits in quotation marks.
problem-text = It must be a text of at most { $most } characters.
problem-list = It must be a list of at most { $most } entries.
problem-end-before-start = The end must not be before the start.
problem-same-language = The second test must be of the other official language.
problem-birth-date = The date of birth must give an age from 0 to { $most } on the day of the score.
problem-age-and-birth-date = Age and date of birth contradict each other: by the date of birth the age is { $age }. Give one of them.
problem-scale = Only TEF Canada has a scale, “ancien_score” or “699”; leave it out for other tests.
problem-score-whole = { $test ->
    [celpip_g] CELPIP-General
    [pte_core] PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
} gives whole numbers from { $least } to { $most } for { $ability ->
    [listening] listening
    [reading] reading
    [writing] writing
   *[speaking] speaking
}.
problem-score-steps = { $test ->
   *[ielts_gt] IELTS General Training
} gives { $ability ->
    [listening] listening
    [reading] reading
    [writing] writing
   *[speaking] speaking
} scores from { $least } to { $most } in steps of { $step }, such as 6 or 6.5.
problem-day-before-express-entry = Scores exist since { $date }: choose that day or a later one.
