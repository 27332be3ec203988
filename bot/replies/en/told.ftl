## What is told one by one: jobs

job-noc = { $job } (NOC { $code })
job-noc-unskilled = { $job } (NOC { $code }, TEER { $teer }: not skilled work, so it gives no years)
job-untitled = work
job-dates = from { $start } to { $end }
job-since = since { $start }
job-hours = { $hours } hours a week
job-self-employed = self-employed
job-full-time-student = during full-time studies
job-remote-for-employer-abroad = remote for an employer abroad
job-leave = { $weeks } weeks of leave
place-in-canada = in Canada
place-abroad = outside Canada
choice-place-in-canada = In Canada
choice-place-abroad = Outside Canada
doubt-job-place = Where was “{ $job }”: in Canada or somewhere else?
doubt-job-noc = Which of these comes closest to “{ $job }”?
doubt-jobs = How does that fit with the work you told me about?
entry-of-partner = your partner: { $entry }
removed-entry = Removed: { $entry }.
fact-spouse-jobs = Partner’s work
diploma-not-completed = not completed
diploma-eca = assessed in { $date }
diploma-assessed-as = assessed as: { $level }
child = a child
child-aged = { $age ->
    [0] a child under 1 year
    [one] a child of { $age } year
   *[other] a child of { $age } years
}
child-born = a child born in { $date }
no-children = no children
doubt-credentials = Do you hold all of these diplomas, or only the last one?
doubt-level = Which level does that diploma have?
fact-credentials = Diplomas
fact-spouse-credentials = Partner’s diplomas
fact-dependent-children = Children
