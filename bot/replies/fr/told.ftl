## Ce qui est raconté un à un : les emplois

job-noc = { $job } (CNP { $code })
job-noc-unskilled = { $job } (CNP { $code }, FEER { $teer } : ce n’est pas un travail qualifié, il ne donne aucune année)
job-untitled = travail
job-dates = de { $start } à { $end }
job-since = depuis { $start }
job-hours = { $hours } heures par semaine
job-self-employed = à son compte
job-full-time-student = pendant des études à temps plein
job-remote-for-employer-abroad = à distance pour un employeur à l’étranger
job-leave = { $weeks } semaines de congé
place-in-canada = au Canada
place-abroad = hors du Canada
choice-place-in-canada = Au Canada
choice-place-abroad = Hors du Canada
doubt-job-place = C’était où, « { $job } » : au Canada ou ailleurs?
doubt-job-noc = Qu’est-ce qui se rapproche le plus de « { $job } »?
doubt-jobs = Comment cela va-t-il avec le travail dont vous m’avez parlé?
noted-entry = Noté : { $entry }.
removed-entry = Retiré : { $entry }.
fact-spouse-jobs = Travail du conjoint
