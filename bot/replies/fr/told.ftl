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
entry-of-partner = votre partenaire : { $entry }
removed-entry = Retiré : { $entry }.
fact-spouse-jobs = Travail du conjoint
diploma-not-completed = non terminé
diploma-eca = évalué en { $date }
diploma-assessed-as = évalué comme : { $level }
child = un enfant
child-aged = { $age ->
    [0] un enfant de moins d’un an
    [one] un enfant de { $age } an
   *[other] un enfant de { $age } ans
}
child-born = un enfant né en { $date }
no-children = pas d’enfants
doubt-credentials = Avez-vous tous ces diplômes, ou seulement le dernier?
doubt-level = De quel niveau est ce diplôme?
fact-credentials = Diplômes
fact-spouse-credentials = Diplômes du conjoint
fact-dependent-children = Enfants
