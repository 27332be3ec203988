# Category-based selection: reasons, and how it is told. The categories' names are those of the rounds (round-kind-…).
category-french = French: NCLC { $level } in the weakest ability; { $needed } is needed in each.
category-french-untold = A French test with NCLC { $needed } or more in each ability is needed; no French test is told.
category-no-french = A French test with NCLC { $needed } or more in each ability is needed.
category-asks = { $years ->
    [0] Needed: { $months } months in one listed occupation
   *[other] Needed: { $months } months in one listed occupation in the last { $years } years
}{ $place ->
    [canada] , in Canada.
    [abroad] , outside Canada.
   *[anywhere] , in Canada or abroad.
}
category-asks-continuous = { $years ->
    [0] Needed: { $months } months without a gap in one listed occupation
   *[other] Needed: { $months } months without a gap in one listed occupation in the last { $years } years
}{ $place ->
    [canada] , in Canada.
    [abroad] , outside Canada.
   *[anywhere] , in Canada or abroad.
}
category-hours = { $hours } hours count in NOC { $code }; { $needed } are needed.
category-too-few = { $hours } hours count in a listed occupation; { $needed } are needed.
category-no-work = No job of yours that counts is in a listed occupation.
category-not-listed = NOC { $code } is not in the list.
category-listed = NOC { $code } is in the list.
category-taken-as-recent = Your years are taken as recent work in that occupation; tell me your jobs with dates to be sure.
category-too-few-years = You told me less than that.
category-education = Needed: { $level ->
    [two_year] a credential after secondary school of two years or more
   *[other] a credential after secondary school
}, assessed if it is foreign.
category-forces-offer = Needed: an offer of full-time work from the Canadian Armed Forces for { $years } years or more.
categories-headline = { $count ->
    [0] By what you told me, you do not fit any category of rounds.
    [one] You fit **{ $names }**.
   *[other] You fit **{ $count }** categories of rounds: { $names }.
}
categories-open = Not known yet: { $names }.
categories-because = - **{ $name }**: { $because }
categories-pool = A category gives no points: it matters only for those who are in the pool through one of the three programs.
button-categories = Which categories fit me?
