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

crs-notice-2026-11-03 = One caution: new points for high-wage jobs are reported to apply from { $since }. I haven’t seen their values yet, so this number follows the rules of { $rules }. The official tool has the current score.
crs-notice-2026-11-03-short = High-wage points aren’t included.

## Why a line has its points

because-not-told = { $fact ->
    [age] I don’t know your age yet.
    [education] I don’t know your education yet.
    [first_language] I don’t know your first language test yet.
    [second_language] I don’t know about a second language test yet.
    [canadian_work_years] I don’t know about work in Canada yet.
    [foreign_work_years] I don’t know about work abroad yet.
    [noc] I don’t know your occupation yet.
    [certificate_of_qualification] I don’t know about a trade certificate yet.
    [provincial_nomination] I don’t know about a nomination yet.
    [canadian_education] I don’t know about studies in Canada yet.
    [sibling_in_canada] I don’t know about a brother or sister in Canada yet.
    [job_offer] I don’t know about a job offer yet.
    [job_offer_noc] I don’t know the occupation of the offer yet.
    [spouse_age] I don’t know your partner’s age yet.
    [spouse_education] I don’t know your partner’s education yet.
    [spouse_canadian_education] I don’t know about your partner’s studies in Canada yet.
    [spouse_language] I don’t know about your partner’s test yet.
    [spouse_canadian_work_years] I don’t know about your partner’s work in Canada yet.
   *[spouse_foreign_work_years] I don’t know about your partner’s work abroad yet.
}
because-age = Age { $years }.
because-spouse-age = Partner’s age { $years }.
because-education = { $level ->
    [less_than_secondary] Less than secondary school.
    [secondary] Secondary school.
    [one_year] Program of one year after secondary school.
    [two_year] Program of two years after secondary school.
    [bachelors_or_three_year] Bachelor’s degree, or a program of three years or more.
    [two_or_more] Two or more credentials, one of them from a program of three years or more.
    [masters_or_professional] Master’s degree or professional degree.
   *[doctorate] Doctorate.
}
because-spouse-education = { $level ->
    [less_than_secondary] Partner: less than secondary school.
    [secondary] Partner: secondary school.
    [one_year] Partner: program of one year after secondary school.
    [two_year] Partner: program of two years after secondary school.
    [bachelors_or_three_year] Partner: bachelor’s degree, or a program of three years or more.
    [two_or_more] Partner: two or more credentials, one of them from a program of three years or more.
    [masters_or_professional] Partner: master’s degree or professional degree.
   *[doctorate] Partner: doctorate.
}
because-eca-missing = I count it as you told me. A diploma from outside Canada needs an educational credential assessment (ECA).
because-eca-undated = I count your assessment (ECA) as one that is still valid. Its month decides.
because-eca-expired = Your educational credential assessment (ECA) is { $years } years old or more ({ $date }), so your foreign diploma doesn’t count.
because-eca-day-decides = Your educational credential assessment (ECA, { $date }) counts for { $years } years. Its exact day decides whether it still does.
because-eca-none = Without an educational credential assessment (ECA), a foreign diploma gives no points yet.
credential-not-completed = A diploma you didn’t finish doesn’t count.
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
because-test-expired = Your test results have expired ({ $date }). They give no points once they’re { $years } years old.
because-test-day-decides = Your test results expire about now ({ $date }). They give points for { $years } years, so the exact day of the test decides.
because-better-first = I counted your { $test ->
    [ielts_gt] IELTS results
    [celpip_g] CELPIP results
    [pte_core] PTE Core results
    [clb] English
    [nclc] French
    [tef_canada] TEF Canada results
   *[tcf_canada] TCF Canada results
} as your first language: the other way round you’d have { $other }.
because-test-not-accepted = Express Entry has only taken this test since { $date }.
because-tef-ancien-score = I read it from the column “Équivalence ancien score” of your TEF Canada results, which Express Entry uses.
because-tef-699 = I read it from the 699-point column of your TEF Canada results. Express Entry uses the column “Équivalence ancien score”.
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
because-foreign-several-occupations = I count all your occupations together. The official tool asks about one only.
because-spouse-canadian-work-years = { $years ->
    [0] Your partner has no full year of skilled work in Canada. Work during full-time studies or self-employed doesn’t count.
    [one] Your partner has { $years } full year of skilled work in Canada. Work during full-time studies or self-employed doesn’t count.
   *[other] Your partner has { $years } full years of skilled work in Canada. Work during full-time studies or self-employed doesn’t count.
}
because-spouse-foreign-work-years = { $years ->
    [0] Your partner has no full year of skilled work abroad.
    [one] Your partner has { $years } full year of skilled work abroad.
   *[other] Your partner has { $years } full years of skilled work abroad.
}
because-noc = Occupation: NOC { $codes }.
because-noc-not-skilled = Your occupation { $code } is TEER { $teer }. Only years in TEER 0, 1, 2 or 3 count here.
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
    [not_valid] The job offer doesn’t meet the conditions.
   *[no] No job offer.
}
because-repealed = This has given no points since { $date }.
because-capped = It counts as { $to } instead of { $from }, because { $limit } is the most here.
because-capped-together = It counts as { $to } instead of { $from }, because these lines together give { $limit } at most.

## Facts that only a work history has

fact-jobs = Work history
fact-jobs-hours-per-week = Hours per week of each job
fact-dependent-children-birth-date = Your children’s dates of birth
fact-spouse-jobs-start = Dates of your partner’s jobs
fact-spouse-jobs-in-canada = Country of your partner’s jobs
fact-spouse-jobs-noc = Occupation of your partner’s jobs
fact-spouse-jobs-hours-per-week = Hours per week of your partner’s jobs
fact-spouse-eca-date = Partner’s ECA
fact-spouse-has-eca = Partner’s ECA
fact-jobs-start = Dates of each job
fact-jobs-in-canada = Country of each job
fact-jobs-noc = Occupation of each job

## What is allowed in a profile

problem-unknown-field = There is no such field here. There are: { $allowed }.
problem-required = This is needed here.
problem-object = An object with fields is needed here.
problem-null = Null is no answer here: leave out what isn’t known.
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
problem-age-and-birth-date = Age and date of birth contradict each other. By the date of birth, the age is { $age }. Give one of them.
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
