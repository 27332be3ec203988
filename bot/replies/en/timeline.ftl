# Deadlines: what each day is, the plan after an invitation, and how it is told.

## Days
deadline-profile-expiry = Your profile leaves the pool { $limit } months after it was submitted. It is not kept: save what is in it, and submit a new one. Your account shows the exact day.
deadline-nomination-accept = The last of the { $limit } days to accept or reject the nomination in your account.
deadline-ita-last-day = **Last day for the complete application**: { $limit } days from the invitation, and it cannot be extended. Your account shows the exact time.
deadline-biometrics-give = The last of the { $limit } days to give biometrics.
deadline-medical-land = The medical exam counts for { $limit } months: land by then.
deadline-result = { $what ->
    [first_language] Last day of your first language test: it counts for { $limit } years (end: { $date }).
    [second_language] Last day of your second language test: it counts for { $limit } years (end: { $date }).
    [spouse_language] Last day of your partner’s language test: it counts for { $limit } years (end: { $date }).
   *[eca] Last day of your credential assessment (ECA): it counts for { $limit } years (end: { $date }).
}
deadline-result-before-last-day = It must still count on the day you submit: submit before, or renew it.
deadline-day-untold = The exact day depends on a day that I don’t know yet; until then you are safe.
deadline-birthday = You turn { $age }: { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
} less, { $total } in all, as long as you have no invitation.
deadline-birthday-excused = Since you were invited before, this birthday does not harm this invitation.
deadline-child = Last day before one of your children turns { $age } ({ $date }): the application must be received by then for the child to be included. For nominees the day counts on which the province received theirs.
deadline-child-before-last-day = That is before the last day of your invitation: submit earlier.
step-read = Invitation: read which program it names, and note the last day in your account. You must apply under that program.
step-score = Is everything in your profile still true? Work out your score again. Below the cut-off of your round, or with something that you cannot prove, the application cannot succeed; declining within the days puts you back into the pool.
step-medical = Book the medical exam with a panel physician for the whole family, also who stays behind.
step-police = Ask for the police certificates of every country: they often take longest.
step-letters = Ask every employer for the reference letter.
step-bank = Ask your banks for their letters.
step-translations = Order translations.
step-family = Find the papers of your family: marriage or common-law, birth certificates.
step-form = Fill in the form in your account: it then shows the list of documents that counts for you.
step-chase = Half-way: what has not come? Ask again, and keep proof that you asked.
step-scan = Scan in colour, one file for each place in the list.
step-explain = For what will not come in time: a letter of explanation with proof that you asked.
step-fees = Pay the fees, and keep the receipt.
step-review = Compare every paper with your profile: names, dates, hours. Is your score still at the cut-off or above?
step-submit = Submit, with a week in hand.

## How it is told
timeline-headline = { $count ->
    [0] I know of no day ahead that matters to you yet.
    [one] One day ahead matters to you:
   *[other] The days ahead that matter to you:
}
timeline-ita = Invited on { $date }: the complete application must be in by **{ $last }**. { $left ->
    [0] That is today.
    [one] One day is left.
   *[other] { $left } days are left.
}
timeline-ita-over = Invited on { $date }: the last day was **{ $last }**. After it the invitation has lapsed; a new profile can be invited again.
timeline-plan = A plan that leaves a week in hand:
timeline-line = - **{ $date }**: { $what }
timeline-passed = Passed:
timeline-untold = Tell me more and I can tell more: the date of your language test, your date of birth, the day on which you submitted your profile.
timeline-birth-untold = Tell me your date of birth for the days on which age takes points.
timeline-account = What counts is the date and time that your account shows.
timeline-more = and { $more } more, in the calendar file
ask-ita-date = On which day did the invitation come? Press the round, or write for example “I was invited on 12 November 2026”.
ita-today = Today
ita-in-future = That day is still to come. On which day did the invitation come?
ita-noted = Congratulations on your invitation! I have noted { $date }.
profile-date-noted = Noted: your profile was submitted on { $date }.
ita-forgotten = I have forgotten the day of your invitation.
reminders-on = I will remind you here before each of these days: a week and a day before those of an invitation, one to three months before results expire.
reminders-on-visit = I cannot write to you here of my own accord: you will see what is due when you come back.
reminders-forgets = Mind: without your consent everything is erased 24 hours after your last message, the reminders too.
reminders-off = No more reminders.
reminders-none = There were no reminders.
reminder-headline = A reminder:
reminder-line = - **{ $date }** ({ $left ->
    [0] today
    [one] tomorrow
   *[other] in { $left } days
}): { $what }
calendar-name = Express Entry
calendar-file = express-entry-dates.ics
calendar-done = Your days as a calendar file, with reminders a week and a day before. Open it with the calendar of your phone or computer.
offer-ask-deadlines = My deadlines
offer-told-ita = I have an invitation (ITA)
button-deadlines = My deadlines
button-ita = I have an invitation (ITA)
button-calendar = As calendar file
button-remind = Remind me
button-remind-off = No more reminders
button-ita-forget = I have no invitation

## The command line
cli-help-timeline = every deadline: of an invitation, of a profile, or of both
cli-help-timeline-profile = a file with a profile as JSON, or - for standard input; may be left out
cli-help-ita = the day of the invitation to apply
cli-help-profile-submitted = the day on which the profile was submitted to the pool
cli-help-nomination = the day on which a nomination arrived in the account
cli-help-biometrics = the day of the letter about biometrics
cli-help-medical = the day of the medical exam
cli-date-to-come = { $option }: { $date } is later than the day for which to answer.
