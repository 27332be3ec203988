# What would change the score: the changes, and how they are told.

## Changes
whatif-ability = { $who ->
    [first_language] { $ability ->
        [listening] Listening
        [reading] Reading
        [writing] Writing
       *[speaking] Speaking
    } at { $framework } { $level }
    [second_language] { $ability ->
        [listening] Second language, listening
        [reading] Second language, reading
        [writing] Second language, writing
       *[speaking] Second language, speaking
    } at { $framework } { $level }
   *[spouse_language] { $ability ->
        [listening] Your partner’s listening
        [reading] Your partner’s reading
        [writing] Your partner’s writing
       *[speaking] Your partner’s speaking
    } at { $framework } { $level }
}{ $test ->
    [clb] { "" }
    [nclc] { "" }
    [ielts_gt] { " " }(IELTS General Training { $score })
    [celpip_g] { " " }(CELPIP-General { $score })
    [pte_core] { " " }(PTE Core { $score })
    [tef_canada] { " " }(TEF Canada { $score })
   *[tcf_canada] { " " }(TCF Canada { $score })
}
whatif-all-abilities = { $who ->
    [first_language] Every ability of your first language at { $framework } { $level } or more
    [second_language] { $language ->
        [fr] A French test with { $framework } { $level } or more in every ability
       *[en] An English test with { $framework } { $level } or more in every ability
    }
   *[spouse_language] A language test of your partner with { $framework } { $level } or more in every ability
}
whatif-test-again = { $who ->
    [first_language] Your first language test taken again with the same result
    [second_language] Your second language test taken again with the same result
   *[spouse_language] Your partner’s language test taken again with the same result
}
whatif-education = { $level ->
    [secondary] A secondary school diploma
    [one_year] A one-year program after secondary school
    [two_year] A two-year program after secondary school
    [bachelors_or_three_year] A bachelor’s degree or a program of three years
    [two_or_more] Two or more credentials, one of three years or more
    [masters_or_professional] A master’s or professional degree
   *[doctorate] A doctorate
}
whatif-spouse-education = { $level ->
    [secondary] Your partner: a secondary school diploma
    [one_year] Your partner: a one-year program after secondary school
    [two_year] Your partner: a two-year program after secondary school
    [bachelors_or_three_year] Your partner: a bachelor’s degree or a program of three years
    [two_or_more] Your partner: two or more credentials, one of three years or more
    [masters_or_professional] Your partner: a master’s or professional degree
   *[doctorate] Your partner: a doctorate
}
whatif-canadian-education = { $level ->
    [one_or_two_years] A credential from Canada of one or two years
   *[three_years_or_more] A credential from Canada of three years or more
}
whatif-eca = A new educational credential assessment (ECA)
whatif-eca-first = An educational credential assessment (ECA) of your diplomas
whatif-canadian-work-years = { $more ->
    [one] { $more } more year of skilled work in Canada ({ $years } in all)
   *[other] { $more } more years of skilled work in Canada ({ $years } in all)
}
whatif-foreign-work-years = { $more ->
    [one] { $more } more year of skilled work outside Canada ({ $years } in all)
   *[other] { $more } more years of skilled work outside Canada ({ $years } in all)
}
whatif-spouse-canadian-work-years = { $more ->
    [one] { $more } more year of your partner’s skilled work in Canada ({ $years } in all)
   *[other] { $more } more years of your partner’s skilled work in Canada ({ $years } in all)
}
whatif-certificate = A Canadian certificate of qualification in a trade
whatif-nomination = A nomination by a province or territory
whatif-job-offer = A valid job offer in your occupation
whatif-spouse-not-accompanying = If it is true that your partner stays where they are (a partner who comes must be declared as coming)
whatif-line = { $line }: { $from } → { $to }.

## How it is told
improve-headline = You’re at **{ $total }**. These steps would add the most:
improve-nothing = You’re at **{ $total }**. I know of no single step in your own hands that would raise it.
improve-move = - **+{ $gain }** ({ $total }): { $change }
improve-time = Takes longer:
improve-pairs = Two steps together:
improve-and = { $first }, and { $second }
improve-nomination = A provincial nomination would add **{ $gain }**. The province decides on that.
improve-partner = If your partner really stays where they are: **{ $total }**. A partner who comes has to be declared as coming.
improve-principal = With your partner as the principal applicant: **{ $total }**.
improve-age = Your birthday on { $date } ({ $age }) will take { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
}.
improve-rules = This is what the published rules give, not advice. Only claim what’s true.
button-all-ways = Show all the ways
age-headline = On { $date }, when you turn { $age }, you lose **{ $loss }** { $loss ->
    [one] point
   *[other] points
}: your score is then **{ $total }**.
age-headline-undated = When you turn { $age }, you lose **{ $loss }** { $loss ->
    [one] point
   *[other] points
}: your score is then **{ $total }**. Tell me your date of birth for the exact day.
age-loss = On { $date }, when you turn { $age }, you lose **{ $loss }** { $loss ->
    [one] point
   *[other] points
}.
age-loss-undated = When you turn { $age }, you lose **{ $loss }** { $loss ->
    [one] point
   *[other] points
}. Tell me your date of birth for the exact day.
age-none = No birthday will take points from you any more.
age-untold = Tell me your date of birth, and I can give you the exact days on which you lose points.
age-line = - { $date } ({ $age } years): { $total }
age-line-undated = - { $age } years: { $total }
expiry-line = - { $date }: { $what ->
    [first_language] your first language test
    [second_language] your second language test
    [spouse_language] your partner’s language test
   *[eca_date] your educational credential assessment (ECA)
}; without it { $total }
expiry-headline = These stop counting on the day shown, unless you renew them:
principal-candidate = With you as the principal applicant: **{ $total }**.
principal-partner = With your partner as the principal applicant: **{ $total }**.
principal-stays = As you’ve told me, { $partner } stays behind, so you’d apply by yourself. If you came together, either of you could be the main applicant: tell me about both, and I’ll compare.
button-principal-self = Me
button-principal-partner = { $who ->
    [wife] My wife
    [husband] My husband
   *[partner] My partner
}
principal-applies = Whoever applies
principal-beside = The other one
button-partner-comes = My partner comes with me
suppose-not-kept = I can’t keep a level or a wish as a result. Once you have the test, tell me its name and the four scores, and I’ll count it.
principal-more = Your partner as the principal applicant would score **{ $points }** { $points ->
    [one] point
   *[other] points
} more.
principal-less = You score higher as the principal applicant, by **{ $points }** { $points ->
    [one] point
   *[other] points
}.
principal-same = It makes no difference to the score: **{ $total }** both ways.
principal-open = **That isn’t decided yet:** it depends on what you see below.
principal-untested = { $who ->
    [self] **You can’t be the principal applicant without a language test.** Today that leaves your partner.
    [partner] **Your partner can’t be the principal applicant without a language test.** Today that leaves you.
   *[other] **Neither of you can apply without a language test.**
}
principal-renewed = Not counted here: { $things }. With new results at the same level: you **{ $mine }**, your partner **{ $theirs }**.
principal-test-expired = Nobody can apply with a test that has expired.
principal-lapsed-self-test = your language test (expired)
principal-lapsed-partner-test = your partner’s language test (expired)
principal-lapsed-self-eca = your diploma (no valid ECA)
principal-lapsed-partner-eca = your partner’s diploma (no valid ECA)
principal-level = { $whose ->
    [self] If your diploma counts as { $level }
   *[other] If your partner’s diploma counts as { $level }
}: you **{ $mine }**, your partner **{ $theirs }**.
principal-missing = This can still change: I don’t know { $facts } yet.
principal-eligible = Whoever applies has to meet the rules of one of the programs. You may each make a profile of your own.
principal-none = That’s a choice for couples who come together, and as far as I know there’s no partner coming with you. Tell me if that’s wrong.
partner-comes = **{ $points }** more if your partner comes: **{ $comes }** together, **{ $stays }** if they stay.
partner-stays = **{ $points }** more if your partner stays: **{ $stays }**, or **{ $comes }** if they come.
partner-same = It makes no difference to the score: **{ $comes }** both ways.
partner-declared = Say what is true: a partner has to be declared either way. One who is a citizen or permanent resident of Canada counts as staying.
suppose-more = **{ $points }** more: { $before } becomes **{ $total }**.
suppose-less = **{ $points }** less: { $before } becomes **{ $total }**.
suppose-same = No change: you’d stay at **{ $total }**.
suppose-held = You already have level { $level } or more there, so that’s no step up: you stay at **{ $before }**. With exactly level { $level } you’d have { $total }, which is { $points } less.
suppose-first = With that you’d be at **{ $total }**, from what you’ve told me so far.
suppose-letters-line = - { $letters } everywhere, about NCLC { $level }: **{ $total }** in all
suppose-letters-one = I took { $letters } as NCLC { $level }, the usual comparison. The four scores of your test decide.
suppose-levels = Up to **{ $most }** more, as you’re at { $total }. It depends on { $whose ->
    [partner] your partner’s
   *[self] your
} level in all four abilities:
suppose-levels-nothing = No change: as far as I know you’d stay at **{ $total }**, whatever the level.
suppose-level-line = - { $framework } { $level }: **+{ $gain }**, { $total } in all
suppose-place = { $place ->
    [quebec] Express Entry is for those who mean to live **outside Quebec**. Quebec chooses its immigrants itself. Your score stays **{ $total }**.
   *[elsewhere] **No change by itself:** you stay at **{ $total }**, wherever in Canada you live. A nomination by that province would add **{ $nomination }**. A year of skilled work in Canada would add **{ $work }**.
}
suppose-letters-note = Express Entry counts NCLC levels, not { $letters }. That’s the usual comparison; the four scores of your test decide.
suppose-assumed-test = { $test ->
    [celpip_g] I took that as CELPIP scores. Name the test if it’s another one.
   *[ielts_gt] I took that as IELTS General Training scores. Name the test if it’s another one.
}
suppose-later = You’ll be { $age } then. I leave all else as it is today. A test or ECA that runs out before then must be renewed.
suppose-together = That’s together with what you supposed before.
suppose-total = That would be **{ $total }** in all, instead of { $before }.
suppose-dropped = Without that you’re at **{ $before }**, your score as it is.
suppose-unchanged = Nothing was changed: a what-if is never kept.
suppose-still = You’re still at **{ $total }**.
suppose-line = - { $change }
suppose-not-saved = This is only a what-if. Your answers stay as they are.
button-suppose-lines = Line by line
button-save-supposed = It’s true now: save it
button-age = When do I lose points?
button-principal = My partner as the main applicant?
compare-more = { $first } would give you more: **{ $gain } points** against **{ $other }**.
compare-same = Both would give you the same: **{ $gain } points**.
compare-nothing = Neither would change your score: it stays at **{ $total }**.
compare-province = The province decides on a nomination, by its own rules.
ways-headline = To reach **{ $target }**, { $changes ->
    [one] one change is enough
   *[other] { $changes } changes together are enough
}:
ways-there = You are there already: your score is **{ $total }**.
ways-none = No { $changes } changes that I know of reach { $target } together.
chart-title = Your CRS score: { $total }
chart-alt = Bar chart of the CRS score, { $total } points: { $lines }.
chart-alt-line = { $name } { $points } of { $max }

## The command line
cli-help-whatif = what would change the score: single changes, pairs, age, and who applies
cli-help-reach = also the ways to this score with the fewest changes
cli-whatif-base = CRS score { $total }
cli-whatif-moves = One change
cli-whatif-pairs = Two changes together
cli-whatif-reach = Ways there
cli-whatif-age = What age will take
cli-whatif-principal = Principal applicant: the candidate { $candidate }, the partner { $partner }
cli-bench-whatif = what-if, all single changes and pairs for the largest profile: { $milliseconds } ms ({ $moves } changes, { $pairs } pairs)
