# What it costs: fees, usual prices, settlement funds.

## Names
cost-name-principal-applicant = Processing fee for you
cost-name-spouse = Processing fee for your partner
cost-name-child = Processing fee for { $count ->
    [one] your child
   *[other] your { $count } children
}
cost-name-right-of-permanent-residence = Right of permanent residence fee
cost-name-right-of-permanent-residence-child = Right of permanent residence fee for children
cost-name-biometrics = Biometrics
cost-name-english-test = English test
cost-name-french-test = French test
cost-name-eca = Credential assessment (ECA)
cost-name-medical-exam = Medical exams

## Reasons
cost-each = { $amount ->
    [0] Dependent children don’t pay it.
   *[other] { $count ->
        [one] ${ $amount } since { $date }.
       *[other] { $count } × ${ $amount } since { $date }.
    }
}
cost-biometrics = ${ $amount } for each person from { $min_age } to { $max_age } years old, at most ${ $most } for a family that applies together.
cost-children-ages = It depends on whether your children have turned { $age }.
cost-usual = { $count ->
    [one] About ${ $least } to ${ $most } (reported { $date }). Each provider sets its own price.
   *[other] { $count } × about ${ $least } to ${ $most } (reported { $date }). Each provider sets its own price.
}
fees-raised = These fees were due to go up on { $date }. I don’t know the new amounts: see the official list.
funds-not-for-cec = The Canadian Experience Class asks for no savings.
problem-day-before-costs = I know fees and programs for days from { $date } on.

## How it is told
money = ${ $amount }
money-range = ${ $least } to ${ $most }
costs-headline = **{ $total }** goes to the government for { $people ->
    [one] one person
   *[other] a family of { $people }
}.
costs-line = - { $name }: { $amount }
costs-line-derived = - { $name }: { $amount } (worked out from the other fees)
costs-reported = These fees come from people who report the official list. Check the list before you pay. What counts is the day your application arrives.
costs-reported-short = Fees reported by others.
costs-official = The official list gave ${ $amount } on { $date } for processing and the right of permanent residence together. That differs from my figures, so follow the list.
costs-seen = The official list had your own fees like this on { $date }.
costs-official-biometrics = The official list gave ${ $amount } on { $date } for one person’s biometrics. That isn’t what I have, so follow the list.
costs-others = Tests, the ECA, medical exams and the like cost about **{ $total }** more.
costs-other-line = - { $name }: about { $amount } (reported { $year })
costs-unpriced = Police certificates, translations and couriers come on top. I know no reliable price for them.
costs-all = All in all, it’s about **{ $total }**.
costs-funds = You also have to **show**, not spend, **{ $amount }** in savings for { $size ->
    [one] one person
   *[other] a family of { $size }
} (table of { $date }).
costs-funds-open = You also have to **show**, not spend, **{ $amount }** in savings for { $size ->
    [one] one person
   *[other] a family of { $size }
} (table of { $date }). That’s for Federal Skilled Worker and the trades; the Canadian Experience Class asks for none.
funds-for = { $people ->
    [one] One person needs
   *[other] A family of { $people } needs
} **${ $amount }** in savings (table of { $date }).
funds-enough = ${ $savings } is enough: it’s **${ $over }** more than you need.
funds-short = With ${ $savings }, you’re **${ $short }** short.
funds-other-money = How much is { $money } in Canadian dollars today? Tell me, and I’ll compare.
funds-who = Federal Skilled Workers and people in the trades have to show it; the Canadian Experience Class asks for none.
costs-funds-none = From what you’ve told me, you don’t have to show any savings.
costs-funds-exempt = You don’t have to show any savings: you have a valid offer and may work in Canada.
costs-funds-family = Your whole family counts, even those who stay behind or are Canadian.
costs-missing = This can still change, as I don’t know { $facts } yet.
costs-refund = You get the right of permanent residence fee back if you aren’t granted permanent residence.
button-every-fee = Show every fee
offer-ask-costs = What it all costs
button-costs = What does it cost?

## The command line
cli-help-costs = fees and settlement funds for the family of a profile
cli-help-child-born = the birth date of a dependent child; once for each child
cli-costs-fees = To the government
cli-costs-others = Usually to others
cli-costs-funds = Settlement funds
cli-costs-total = Total
cli-costs-sum = { $name }: { $amount }
cli-certainty-reported = as others report it
cli-certainty-derived = worked out, not read
cli-help-country = a country other than Canada lived in for six months or more since the age of 18; once for each
cli-help-refused = a visa, permit, entry or application was refused, by any country
cli-help-convicted = there was an arrest, a charge or a conviction, anywhere
cli-help-represented = somebody represents you, paid or not
cli-help-other-language = some documents are neither in English nor in French
cli-help-name-changed = documents show different names or birth dates
cli-help-adopted = one of the children is adopted
cli-help-parent-stays = the other parent of a child does not come
