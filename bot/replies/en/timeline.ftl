# Deadlines: what each day is, the plan after an invitation, and how it is told.

## Days
deadline-profile-expiry = Your profile leaves the pool { $limit } months after you submitted it, and it isn’t kept. Save what’s in it, and submit a new one. Your account shows the exact day.
deadline-nomination-accept = This is the last of your { $limit } days to accept or reject the nomination in your account.
deadline-ita-last-day = **Last day for your complete application**: { $limit } days from the invitation. It can’t be extended. Your account shows the exact time.
deadline-biometrics-give = This is the last of your { $limit } days to give biometrics.
deadline-medical-land = The medical exam counts for { $limit } months: land by then.
deadline-result = { $what ->
    [first_language] Last day of your first language test. It counts for { $limit } years (end: { $date }).
    [second_language] Last day of your second language test. It counts for { $limit } years (end: { $date }).
    [spouse_language] Last day of your partner’s language test. It counts for { $limit } years (end: { $date }).
   *[eca] Last day of your credential assessment (ECA). It counts for { $limit } years (end: { $date }).
}
deadline-result-before-last-day = It must still count on the day you submit. Submit before that, or renew it.
deadline-day-untold = The exact day depends on a day I don’t know yet. Until then you’re safe.
deadline-birthday = You turn { $age } and lose { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
}, for a total of { $total }, as long as you have no invitation.
deadline-birthday-excused = You were invited before this birthday, so it doesn’t harm this invitation.
deadline-child = Last day before one of your children turns { $age } ({ $date }). IRCC must receive your application by then to include the child. If a province nominates you, what counts is the day it received your application.
deadline-child-before-last-day = That’s before the last day of your invitation, so submit earlier.
step-read = Read which program your invitation names, and note the last day in your account. You must apply under that program.
step-score = Is everything in your profile still true? Work out your score again. If it’s below the cut-off of your round, or you can’t prove something, the application can’t succeed. If you decline in time, you go back into the pool.
step-medical = Book the medical exam with a panel physician for the whole family, even those who stay behind.
step-police = Ask for the police certificates of every country. They often take longest.
step-letters = Ask every employer for the reference letter.
step-bank = Ask your banks for their letters.
step-translations = Order translations.
step-family = Find your family’s papers: marriage or common-law, birth certificates.
step-form = Fill in the form in your account. It then shows the list of documents that counts for you.
step-chase = Half-way: what hasn’t come yet? Ask again, and keep proof that you asked.
step-scan = Scan in colour, one file for each place in the list.
step-explain = For what won’t come in time, write a letter of explanation with proof that you asked.
step-fees = Pay the fees, and keep the receipt.
step-review = Compare every paper with your profile: names, dates, hours. Is your score still at the cut-off or above?
step-submit = Submit, with a week in hand.

## How it is told
timeline-headline = { $count ->
    [0] I don’t know of any day ahead that matters to you yet.
    [one] One day ahead matters to you:
   *[other] The days ahead that matter to you:
}
timeline-ita = You were invited on { $date }. Your complete application must be in by **{ $last }**. { $left ->
    [0] That’s today.
    [one] One day is left.
   *[other] { $left } days are left.
}
timeline-ita-over = You were invited on { $date }, and the last day was **{ $last }**. The invitation has now lapsed. A new profile can be invited again.
timeline-plan = A plan that leaves you a week to spare:
timeline-line = - **{ $date }**: { $what }
timeline-passed = Passed:
timeline-untold = Tell me more and I can tell you more. Three dates help: your language test, your date of birth and the day you submitted your profile.
timeline-birth-untold = With your date of birth, I can tell you on which days age takes points.
timeline-account = What counts is the date and time your account shows.
timeline-more = and { $more } more, in the calendar file
ask-ita-date = On which day did your invitation come? Press the round, or write for example “I was invited on 12 November 2026”.
ita-today = Today
ita-in-future = That day is still to come. On which day did your invitation come?
ita-noted = Congratulations on your invitation! I’ve noted { $date }.
profile-date-noted = Got it: you submitted your profile on { $date }.
ita-forgotten = I’ve forgotten the day of your invitation.
reminders-on = I’ll remind you here before each of these days. That’s a week and a day before those of an invitation, and one to three months before results expire.
reminders-on-visit = I can’t write to you here first: you’ll see what’s due when you come back. To hear of it in time, continue on Telegram, or turn on notices in the menu of my own page.
reminders-forgets = Please note: everything is erased 24 hours after your last message, the reminders too. It stays only if you let me keep your data.
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
calendar-done = Here are your days as a calendar file, with reminders a week and a day before. Open it with the calendar of your phone or computer.
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
