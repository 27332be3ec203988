# What something is worth, and why a line of the score is what it is.
points-alone = **{ $points }** { $points ->
    [one] point
   *[other] points
} for { $thing }.
points-alone-couple = **{ $points }** { $points ->
    [one] point
   *[other] points
} for { $thing }, or **{ $couple }** if a partner comes with you.
points-only-together = Up to **{ $points }** { $points ->
    [one] point
   *[other] points
} for { $thing }, and only together with something else.
points-together-headline = It also counts together with:
points-together = - { $others }: up to { $points } more
points-held = You have these already.
points-gone = **No points** for this since { $date }. It can still help you in other ways.
points-gone-since = Since **{ $date }**, and for every score worked out since then.
points-most = At most **{ $points }** { $points ->
    [one] point
   *[other] points
}: { $line }.
points-most-couple = At most **{ $points }** { $points ->
    [one] point
   *[other] points
}, or { $couple } if a partner comes with you: { $line }.
points-yours = You have **{ $points }** of them.
points-steps = It starts with { $start }. You get all of it with { $full }.
points-steps-same = You get all of it with { $full }.
points-line = **{ $points }** of { $most } points: { $line }.
points-line-brief = - { $line }: { $points } of { $most }
points-section = **{ $points }** { $points ->
    [one] point
   *[other] points
} for this part: { $section }.
points-gaps = You’re at **{ $total }**. This is where the most is still open:
points-gaps-together = - { $section }: { $points }. They grow along with your languages and your work.

thing-age = age { $number }
thing-spouse-age = your partner’s age of { $number }
thing-education = { $level ->
    [less_than_secondary] less than secondary school
    [secondary] a secondary school diploma
    [one_year] a one-year program
    [two_year] a two-year program
    [bachelors_or_three_year] a bachelor’s degree
    [two_or_more] two or more credentials
    [masters_or_professional] a master’s or professional degree
   *[doctorate] a doctorate
}
thing-spouse-education = { $level ->
    [less_than_secondary] a partner with less than secondary school
    [secondary] a partner with a secondary school diploma
    [one_year] a partner with a one-year program
    [two_year] a partner with a two-year program
    [bachelors_or_three_year] a partner with a bachelor’s degree
    [two_or_more] a partner with two or more credentials
    [masters_or_professional] a partner with a master’s or professional degree
   *[doctorate] a partner with a doctorate
}
thing-first-language = CLB { $number } in every ability of your first language
thing-second-language = NCLC { $number } in every ability of your second language
thing-french-first = NCLC { $number } in every ability, with French as your first language
thing-french = NCLC { $number } in every ability in French
thing-english = CLB { $number } in every ability in English
thing-spouse-language = a partner with CLB { $number } in every ability
thing-canadian-work-years = { $number ->
    [one] { $number } year of skilled work in Canada
   *[other] { $number } years of skilled work in Canada
}
thing-foreign-work-years = { $number ->
    [one] { $number } year of skilled work abroad
   *[other] { $number } years of skilled work abroad
}
thing-spouse-canadian-work-years = { $number ->
    [one] a partner with { $number } year of skilled work in Canada
   *[other] a partner with { $number } years of skilled work in Canada
}
thing-spouse-foreign-work-years = { $number ->
    [one] a partner with { $number } year of skilled work abroad
   *[other] a partner with { $number } years of skilled work abroad
}
thing-canadian-education = { $level ->
    [none] no diploma from Canada
    [one_or_two_years] a diploma from Canada of one or two years
   *[three_years_or_more] a diploma from Canada of three years or more
}
thing-certificate-of-qualification = a Canadian trade certificate
thing-provincial-nomination = a provincial nomination
thing-sibling-in-canada = a brother or sister in Canada
thing-job-offer = a job offer

factor-first-language-lowest = good results in your first language
factor-education = a diploma
factor-canadian-work-years = work in Canada
factor-foreign-work-years = work abroad
factor-certificate-of-qualification = a Canadian trade certificate
factor-english-lowest = English

## The 67-point grid
points-grid = **{ $needed }** of { $most } points are needed on the grid of the Federal Skilled Worker Program: { $lines }.
points-grid-line = { $name } ({ $points })
