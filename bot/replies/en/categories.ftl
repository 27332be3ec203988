# Category-based selection: reasons, and how it is told. The categories' names are those of the rounds (round-kind-…).
category-french = Your weakest French ability is at NCLC { $level }. You need { $needed } in each.
category-french-untold = You need a French test with NCLC { $needed } or more in each ability. I don’t know of a French test yet.
category-no-french = You need a French test with NCLC { $needed } or more in each ability.
category-asks = { $years ->
    [0] You need { $months } months in one listed occupation
    [one] You need { $months } months in one listed occupation in the last year
   *[other] You need { $months } months in one listed occupation in the last { $years } years
}{ $place ->
    [canada] , in Canada.
    [abroad] , outside Canada.
   *[anywhere] , in Canada or abroad.
}
category-asks-continuous = { $years ->
    [0] You need { $months } months without a gap in one listed occupation
    [one] You need { $months } months without a gap in one listed occupation in the last year
   *[other] You need { $months } months without a gap in one listed occupation in the last { $years } years
}{ $place ->
    [canada] , in Canada.
    [abroad] , outside Canada.
   *[anywhere] , in Canada or abroad.
}
category-hours = { $hours ->
    [0] None of your hours in NOC { $code } counts.
    [one] One of your hours in NOC { $code } counts.
   *[other] { $hours } of your hours in NOC { $code } count.
} You need { $needed }.
category-too-few = { $hours ->
    [0] None of your hours in a listed occupation counts.
    [one] One of your hours in a listed occupation counts.
   *[other] { $hours } of your hours in a listed occupation count.
} You need { $needed }.
category-no-work = You have no job that counts in a listed occupation.
category-not-listed = NOC { $code } isn’t on the list.
category-listed = NOC { $code } is on the list.
category-when = Tell me since when, and how many hours a week, and I’ll know.
category-taken-as-recent = I take your years as recent work in that occupation. Tell me your jobs with dates to be sure.
category-too-few-years = So far you’ve told me about less than that.
category-education = You need { $level ->
    [two_year] a diploma after secondary school of two years or more
   *[other] a diploma after secondary school
}, assessed if it’s from outside Canada.
category-forces-offer = You need an offer of full-time work from the Canadian Armed Forces for { $years } years or more.
categories-headline = { $count ->
    [0] From what you’ve told me, you don’t fit any category of rounds yet.
    [one] You fit **{ $names }**.
   *[other] You fit **{ $count }** categories of rounds: { $names }.
}
categories-likely = **{ $names }** may fit you, from what you’ve told me so far.
categories-open = I can’t tell yet for: { $names }.
categories-occupation = Most categories are for certain occupations. Tell me your job title or its five-digit NOC code, and I’ll know which of them are yours.
categories-because = - **{ $name }**: { $because }
categories-pool = A category gives no points. It only matters once you’re in the pool through one of the three programs.
button-categories = Which categories fit me?
