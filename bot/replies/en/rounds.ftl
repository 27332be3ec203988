# Rounds of invitations, chances and alerts.

## Kinds of rounds
round-kind-general = General
round-kind-cec = Canadian Experience Class
round-kind-pnp = Provincial Nominee Program
round-kind-fsw = Federal Skilled Worker
round-kind-fst = Federal Skilled Trades
round-kind-french = French-language proficiency
round-kind-healthcare = Healthcare and social services
round-kind-stem = STEM
round-kind-trades = Trades
round-kind-transport = Transport
round-kind-agriculture = Agriculture and agri-food
round-kind-education = Education
round-kind-physicians = Physicians with Canadian work experience
round-kind-senior-managers = Senior managers with Canadian work experience
round-kind-researchers = Researchers with Canadian work experience
round-kind-military = Skilled military recruits
round-kind-other = Another kind of round

## Buttons
button-latest-round = Last round
button-chances = Where do I stand?
button-subscribe = Tell me about new rounds

## One round
round-told = **{ $cutoff }** – { $kind }, { $date }. { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}, round { $number }.
round-line = { $date }: **{ $cutoff }**, { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}
round-line-kind = { $kind }, { $date }: **{ $cutoff }**, { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}
round-occupation = { $title } ({ $code }) are on the list of { $count ->
    [one] one category. Its last cut-off:
   *[other] { $count } categories. Their last cut-offs:
}
round-occupation-none = There is no score by occupation. { $title } ({ $code }) is on no category’s list today, so the other rounds count. The latest:
pool-total = The pool held **{ $total }** people on { $date }.
pool-above = **{ $count }** people in the pool of { $date } had more than { $score } points.
pool-between = Between **{ $least }** and **{ $most }** people in the pool of { $date } had more than { $score } points; IRCC publishes { $low } to { $high } as one group.
round-next = **Nobody knows when the next round comes:** IRCC announces none beforehand. The last ones:
round-ahead = **Nobody can know** whether cut-offs will fall or rise.
enough = { $reached ->
    [0] **{ $score }** would not have been enough in the last round of **any** kind.
   *[other] **{ $score }** would have been enough in the last round of **{ $reached }** of { $kinds ->
        [one] { $kinds } kind
       *[other] { $kinds } kinds
    }.
}
enough-kind = **Yes, { $score } would have been enough** the last time.
enough-kind-not = **{ $score } would not have been enough** the last time.
enough-above = { $kind }: { $cutoff } (**{ $gap } above**)
enough-below = { $kind }: { $cutoff } (**{ $gap } below**)
enough-equal = { $kind }: { $cutoff }, exactly that: the tie-break decided
own-above = You’re at **{ $score }**: that’s **{ $gap } above { $points }**.
own-below = You’re at **{ $score }**: that’s **{ $gap } below { $points }**.
own-equal = You’re at **{ $score }**: exactly that.
enough-which = Which of these can invite you depends on your work, your languages and your studies.
round-latest-others = The latest of other kinds:
round-as-of = Rounds up to { $date }.
round-as-of-old = I know the rounds up to { $date }. There may be newer ones on the official page.
round-none = I know of no such round.
round-none-kind = There has been no round of this kind: { $kind }.
round-dormant = That was { $days } days ago. Since then there were { $others ->
    [one] { $others } round
   *[other] { $others } rounds
} of other kinds.
round-no-number = I know no round { $number }. The last one I know is { $last }.
round-tie-break = Of the people with exactly { $cutoff }, IRCC invited those who submitted their profile before { $date }, { $time } UTC.
round-tie-break-unknown = I don’t know the tie-break of this round.

## History and trend
rounds-of-year = **{ $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}** in { $year }, { $invitations } invitations.
rounds-of-kind-year = **{ $low } to { $high }** – { $kind }, { $year }: { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}, { $invitations } invitations.
rounds-of-kind = **{ $low } to { $high }** – { $kind }: { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} since { $since }, { $invitations } invitations.
rounds-kind-line = { $kind }: { $rounds }, cut-offs { $low } to { $high }
rounds-kind-line-same = { $kind }: { $rounds }, cut-off { $low }
rounds-year-line = { $year }: { $low } to { $high }, half of them { $median } or less ({ $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
})
rounds-year-line-same = { $year }: { $low } ({ $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
})
rounds-of-month = **{ $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}** in { $month }, { $invitations } invitations.
rounds-none-month = I know of no round in { $month }.
round-lowest = That’s the lowest cut-off I know of. A low one tells little about the next: it came from who was invited that day.
round-highest = That’s the highest cut-off I know of. Rounds for provincial nominees look high because a nomination alone brings many points.
rounds-none-year = I know of no such round in { $year }.
round-none-that-day = I know of no round on { $date }.
round-nearest = The nearest ones I know:
rounds-more = And { $more } before those.
trend-last = **{ $cutoff }** – { $kind }: the last cut-off, on { $date }.
trend-cadence = In the last twelve months, rounds came { $shortest } to { $longest } days apart, half of the time { $median } or less.
trend-years = Cut-offs by year:

## Where a score stands
chances-then = { $verdict ->
    [yes] **Yes, with today’s { $score }.** The cut-off of { $kind } rounds was { $cutoff } on { $date }.
    [perhaps] **Yes by the number, if that round was open to you.** You’re at { $score }. The cut-off of { $kind } rounds was { $cutoff } on { $date }.
    [no] **No: { $score } is below { $cutoff }.** That was the cut-off of { $kind } rounds on { $date }.
   *[closed] **No, as far as I know: no round of { $month } was open to you.** You’re at { $score }. The lowest cut-off then was { $cutoff } ({ $kind }).
}
chances-closed = Not open to you, as far as I know:
chances-score = Your score is **{ $score }**.
chances-score-so-far = You’re at **{ $score }** so far.
chances-closed-all = You’re at **{ $score }** so far, and no kind of round that I know is open to you yet.
chances-closest-above = That’s **{ $gap } above** the last cut-off of { $kind } rounds.
chances-closest-below = That’s **{ $gap } below** the closest cut-off, the one of { $kind } rounds.
chances-closest-equal = That’s exactly the last cut-off of { $kind } rounds, where the tie-break decided.
chances-none = I looked at the rounds of the last twelve months. From what you’ve told me, I find none that could invite you.
chances-above = { $kind }: { $cutoff } on { $date }, you’re **{ $gap } above**
chances-below = { $kind }: { $cutoff } on { $date }, you’re **{ $gap } below**
chances-equal = { $kind }: { $cutoff } on { $date }, **exactly yours**; the tie-break decided
chances-asleep = You could also be invited in these, but there was none in the last twelve months: { $kinds }.
chances-year = You’d have reached { $enough } of { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} in the last twelve months.
chances-outlook = If cut-offs move as in the last two years, the next one lies between { $low } and { $high }. A range like this held in { $held } of { $tests } { $tests ->
    [one] round
   *[other] rounds
}.
chances-outlook-before = All of that is from before the rules changed on { $date }. Nobody knows yet whether it still holds.
chances-no-promise = Past rounds promise nothing: nobody can predict the next cut-off.
chances-other-rules = That round followed other rules than your score.
chances-unsure = I’m not certain yet that you can be invited in these. If you can:
chances-occupation = Some rounds are for certain occupations. Which of them are yours depends on your job title or NOC code, which I don’t know yet.
chances-with-french = A French test with NCLC { $level } in each ability would open the rounds for French. The last cut-off there was { $cutoff }, on { $date }.
chances-with-pnp = A provincial nomination would open the rounds for nominees, and nothing gives more points.
chances-place = In the pool of { $date }, between { $least } and { $most } of { $total } people stand above you; IRCC publishes the scores from { $low } to { $high } as one group.
chances-place-more = That’s { $more } { $more ->
    [one] more person
   *[other] more people
} in the bands above yours than on { $date }.
chances-place-less = That’s { $less } { $less ->
    [one] fewer person
   *[other] fewer people
} in the bands above yours than on { $date }.
button-all-standing = Show all, and the pool
button-all-kinds = Every kind of round

## The tie-break
tie-break = Several people may have exactly the lowest invited score. Then the moment they submitted their profile decides. IRCC invites those before the published date and time, and not those after it.
tie-break-yours = Your { $score } is exactly the last cut-off ({ $kind }, { $date }).

## Alerts
alerts-ask = What shall I tell you about? You can end it at any time.
alerts-choose-all = Every round
alerts-choose-mine = Rounds of my categories
alerts-choose-enough = Only if my score was enough
alerts-end = End these messages
alerts-on-all = **Done.** I’ll tell you after each new round.
alerts-on-mine = **Done.** I’ll tell you about each round in which you can be invited, going by what you’ve told me.
alerts-on-enough = **Done.** I’ll tell you when your score reaches the cut-off of a round.
alerts-where-push = You get a message here.
alerts-where-visit = You’ll see it here at your next visit. To hear of it at once, continue on Telegram, or turn on notices in the menu of my own page.
alerts-not-kept = Your data is erased 24 hours after your last message, and these alerts with it. I keep it only if you agree.
alerts-off = **Ended.** I’ll send no more messages about rounds, and no reminders.
alerts-off-none = You weren’t getting messages about rounds, and you won’t get any.
news-headline = { $rounds ->
    [one] **A new round of invitations**
   *[other] **{ $rounds } new rounds of invitations**
}
news-new-rules = Your score by the rules of { $since } is **{ $score }**; the day before they began it was { $before }.
news-gap-above = Your { $score } is { $gap } above it.
news-gap-below = Your { $score } is { $gap } below it.
news-gap-equal = Your { $score } is exactly the cut-off: the tie-break decided.
news-other-rules = Your score was calculated without the points that came in on { $date }; this round was held with them.

## Pictures
picture-cutoffs-title = Lowest invited CRS scores
picture-your-score = You: { $score }
picture-cutoffs-alt = Lowest invited scores from { $since } to { $until }.
picture-cutoffs-alt-kind = { $kind }: { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}, from { $low } to { $high }, the last { $last }.
picture-cutoffs-alt-score = The line across is your score, { $score }.
picture-cutoffs-recent = The last 24 months
picture-cutoffs-far = Too far away to draw: { $rounds }
picture-far = { $score } on { $date }
picture-pool-bar = { $low } to { $high }
picture-pool-title = Candidates in the pool, { $date }
picture-pool-alt = Candidates in the pool on { $date } by CRS score, { $total } in all: { $bands }.
picture-pool-alt-band = { $low } to { $high }: { $count }
picture-pool-alt-score = Your score { $score } is in the range { $low } to { $high }.

## Command line
cli-help-rounds = rounds of invitations, the newest first
cli-help-rounds-refresh = fetch the official feed first; without it, what is known is told
cli-help-rounds-category = only this kind: cec, pnp, french, healthcare and so on
cli-help-rounds-since = only rounds from this day on
cli-help-rounds-limit = at most so many (10; with --json all)
cli-help-rounds-url = refresh: another address of the English feed
cli-help-rounds-accept = refresh: take changed dates, sizes, cut-offs and counts of the past, too
cli-rounds-refreshed = { $added ->
    [0] No new rounds
    [one] { $added } new round
   *[other] { $added } new rounds
}, as of { $date }.
cli-rounds-changed = Round { $number }: { $field } was { $known }, now { $published }
cli-rounds-waiting = Round { $number }: { $field } stays { $known }; the feed says { $published }. To take it: rounds refresh --accept
cli-help-chances = a profile against the rounds it can be invited in, and in the pool
cli-help-alerts = tell subscribers about new rounds
cli-help-alerts-send = queue what is new, and send what is due
cli-alerts-sent = { $queued } queued, { $sent } sent, { $blocked } blocked, { $failed } failed, { $resumed } taken up again.
cli-bench-rounds = refresh of the whole feed: { $refresh_seconds } seconds
    mean error of the next cut-off, two years walked forward, in points: “the same as last time” { $cec_last } (cec), { $pnp_last } (pnp), { $french_last } (french); mean of three { $cec_mean_of_3 }, { $pnp_mean_of_3 }, { $french_mean_of_3 }; median of six { $cec_median_of_6 }, { $pnp_median_of_6 }, { $french_median_of_6 }; line through eight { $cec_line_through_8 }, { $pnp_line_through_8 }, { $french_line_through_8 }; rounds { $cec_rounds }, { $pnp_rounds }, { $french_rounds }
    ranges that held: { $cec_held } of { $cec_tests } (cec, now { $cec_width } points wide), { $pnp_held } of { $pnp_tests } (pnp, { $pnp_width }), { $french_held } of { $french_tests } (french, { $french_width })
cli-bench-alerts = { $alerts } alerts in { $seconds } seconds ({ $a_second } a second, at most { $most_in_a_second } in any second), killed { $kills } times: { $lost } lost, { $twice } arrived twice
