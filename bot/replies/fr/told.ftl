## Ce qui est raconté un à un : les emplois

job-noc = { $job } (CNP { $code })
job-noc-unskilled = { $job } (CNP { $code }, FEER { $teer } : ce n’est pas un travail qualifié, il n’ajoute aucune année)
job-untitled = travail
job-from-day = du { $date }
job-from-part = de { $date }
job-to-day = au { $date }
job-to-part = à { $date }
job-since-day = depuis le { $date }
job-since-part = depuis { $date }
job-hours = { $hours } { $hours ->
    [one] heure
   *[other] heures
} par semaine
job-self-employed = à son compte
job-unpaid = non payé, ce qui ne compte pas
job-full-time-student = pendant des études à temps plein
job-remote-for-employer-abroad = à distance pour un employeur à l’étranger
job-leave = { $weeks } { $weeks ->
    [one] semaine
   *[other] semaines
} de congé
place-in-canada = au Canada
place-abroad = hors du Canada
choice-place-in-canada = Au Canada
choice-place-abroad = Hors du Canada
doubt-job-place = Où avez-vous fait ce travail (« { $job } ») : au Canada ou ailleurs?
doubt-job-place-untitled = Où avez-vous fait ce travail : au Canada ou ailleurs?
choice-place-apart = Un peu des deux
doubt-job-places = Où avez-vous fait ce travail ({ $jobs }) : au Canada ou ailleurs?
doubt-job-place-of-partner = { $who ->
    [wife] Où votre femme a-t-elle fait ce travail
    [husband] Où votre mari a-t-il fait ce travail
   *[partner] Où votre partenaire a-t-il ou a-t-elle fait ce travail
}{ $jobs ->
    [none] { "" }
   *[some] { " " }({ $jobs })
} : au Canada ou ailleurs?
doubt-job-hours = Environ combien d’heures par semaine pour « { $job } »? Choisissez, ou écrivez le nombre.
doubt-job-noc = Qu’est-ce qui se rapproche le plus de « { $job } »?
doubt-jobs = Quel est le lien avec le travail dont vous m’avez déjà parlé?
doubt-jobs-which = De quel emploi parlez-vous?
doubt-credentials-which = De quel diplôme parlez-vous?
entry-of-partner = { $partner } : { $entry }
removed-entry = Retiré : { $entry }.
fact-spouse-jobs = Travail de votre partenaire
diploma-not-completed = non terminé
diploma-eca = évalué en { $date }
diploma-not-assessed = pas encore évalué
diploma-assessed-as = évalué comme : { $level }
diploma-assessed-so = selon son évaluation (EDE)
child = un enfant
children = { $count ->
    [one] un enfant
    [2] deux enfants
    [3] trois enfants
    [4] quatre enfants
    [5] cinq enfants
   *[other] { $count } enfants
}
children-more = { $count ->
    [one] un autre enfant
    [2] deux autres enfants
    [3] trois autres enfants
   *[other] { $count } autres enfants
}
child-aged = { $age ->
    [0] un enfant de moins d’un an
    [one] un enfant de { $age } an
   *[other] un enfant de { $age } ans
}
child-born = un enfant né en { $date }
no-children = pas d’enfants
doubt-credentials = Avez-vous tous ces diplômes, ou seulement le dernier?
doubt-level = De quel niveau est ce diplôme? C’est son évaluation (EDE) qui décide; d’ici là, je compte { $lowest }.
choice-level-unknown = Je ne sais pas
choice-level-trade = Diplôme d’un an, certificat de métier ou apprentissage
doubt-dependent-children = Quels enfants avez-vous en tout?
fact-credentials = Diplômes
fact-tests = Tests de langue
fact-spouse-credentials = Diplômes de votre partenaire
fact-dependent-children = Enfants
partner-called = { $who ->
    [wife] votre femme
    [husband] votre mari
   *[partner] votre partenaire
}
test-short-ielts-gt = IELTS General
test-short-celpip-g = CELPIP
test-short-pte-core = PTE Core
test-short-tef-canada = TEF Canada
test-short-tcf-canada = TCF Canada
told-test = { $test } { $scores }
told-test-even = { $test } { $score } partout
told-test-date = { $test } ({ $date })
told-results-date = résultats du test : { $date }
told-age = { $text } ans
told-birth-date = { $value ->
    [day] naissance le { $text }
   *[part] naissance en { $text }
}
told-marital-status = { $value ->
    [never_married] célibataire
    [married] marié(e)
    [common_law] en union de fait
    [separated] séparé(e)
    [divorced] divorcé(e)
   *[widowed] veuf ou veuve
}
told-family-size = { $value ->
    [1] une seule personne dans la famille
   *[other] { $text } personnes dans la famille
}
told-intends-quebec = { $value ->
    [yes] vous comptez vivre au Québec
   *[no] vous comptez vivre hors du Québec
}
told-settlement-funds-cad = { $text } $ d’économies
told-spouse-citizen-or-permanent-resident = { $value ->
    [yes] { $partner } a la citoyenneté canadienne ou la résidence permanente
   *[no] { $partner } n’a ni la citoyenneté canadienne ni la résidence permanente
}
told-spouse-accompanying = { $value ->
    [yes] { $partner } vient avec vous
   *[no] { $partner } ne vient pas avec vous
}
level = { $level ->
    [less_than_secondary] moins que le secondaire
    [secondary] un diplôme d’études secondaires
    [one_year] un diplôme d’un an
    [two_year] un diplôme de deux ans
    [bachelors_or_three_year] un diplôme de niveau licence
    [two_or_more] deux diplômes ou plus
    [masters_or_professional] un diplôme de niveau maîtrise
   *[doctorate] un doctorat
}
told-education = { $value ->
    [less_than_secondary] moins que le secondaire
    [secondary] un diplôme d’études secondaires
    [one_year] un diplôme d’un an
    [two_year] un diplôme de deux ans
    [bachelors_or_three_year] un diplôme de niveau licence
    [two_or_more] deux diplômes ou plus
    [masters_or_professional] un diplôme de niveau maîtrise
   *[doctorate] un doctorat
}
told-education-country-is-canada = { $value ->
    [yes] études faites au Canada
   *[no] études faites hors du Canada
}
told-eca-date = { $value ->
    [none] pas encore d’évaluation des diplômes (EDE)
    [day] une EDE du { $text }
   *[part] une EDE de { $text }
}
told-has-eca = { $value ->
    [yes] une EDE
   *[no] pas d’EDE
}
told-spouse-has-eca = { $value ->
    [yes] { $partner } a une EDE
   *[no] { $partner } n’a pas d’EDE
}
told-canadian-education = { $value ->
    [none] pas de diplôme du Canada
    [one_or_two_years] un diplôme canadien d’un ou deux ans
   *[three_years_or_more] un diplôme canadien de trois ans ou plus
}
told-first-language = { $value ->
    [none] pas encore de test de langue
   *[some] { $text }
}
told-second-language = { $value ->
    [none] pas de test dans l’autre langue officielle
   *[some] { $text }
}
told-english-levels = { $text } en anglais
told-french-levels = { $text } en français
told-canadian-work-years = { $value ->
    [0] pas d’année complète de travail qualifié au Canada
    [1] 1 an de travail qualifié au Canada
   *[other] { $text } de travail qualifié au Canada
}
told-foreign-work-years = { $value ->
    [0] pas d’année complète de travail qualifié à l’étranger
    [1] 1 an de travail qualifié à l’étranger
   *[other] { $text } de travail qualifié à l’étranger
}
told-noc = un travail de la CNP { $text }
told-certificate-of-qualification = { $value ->
    [yes] un certificat de métier canadien
   *[no] pas de certificat de métier canadien
}
told-provincial-nomination = { $value ->
    [yes] une désignation d’une province
   *[no] pas de désignation d’une province
}
told-sibling-in-canada = { $value ->
    [yes] un frère ou une sœur au Canada
   *[no] pas de frère ni de sœur au Canada
}
told-job-offer = { $value ->
    [none] pas d’offre d’emploi
    [noc] une offre d’emploi : { $text }
   *[some] une offre d’emploi
}
told-job-offer-noc = l’offre d’emploi est pour { $text }
told-spouse-age = { $partner } a { $text } ans
told-spouse-birth-date = { $value ->
    [day] naissance de { $partner } le { $text }
   *[part] naissance de { $partner } en { $text }
}
told-spouse-education = { $value ->
    [less_than_secondary] { $partner } n’a pas terminé le secondaire
    [secondary] { $partner } a un diplôme d’études secondaires
    [one_year] { $partner } a un diplôme d’un an
    [two_year] { $partner } a un diplôme de deux ans
    [bachelors_or_three_year] { $partner } a un diplôme de niveau licence
    [two_or_more] { $partner } a deux diplômes ou plus
    [masters_or_professional] { $partner } a un diplôme de niveau maîtrise
   *[doctorate] { $partner } a un doctorat
}
told-spouse-canadian-education = { $value ->
    [none] { $partner } n’a pas de diplôme du Canada
    [one_or_two_years] { $partner } a un diplôme canadien d’un ou deux ans
   *[three_years_or_more] { $partner } a un diplôme canadien de trois ans ou plus
}
told-spouse-language = { $value ->
    [none] { $partner } n’a pas de test de langue
   *[some] test de { $partner } : { $text }
}
told-spouse-english-levels = { $partner } a { $text } en anglais
told-spouse-french-levels = { $partner } a { $text } en français
levels-of-partner = { $levels } pour { $partner }
told-spouse-canadian-work-years = { $value ->
    [0] { $partner } n’a pas d’année complète de travail qualifié au Canada
   *[other] { $partner } a { $text } de travail qualifié au Canada
}
told-spouse-foreign-work-years = { $value ->
    [0] { $partner } n’a pas d’année complète de travail qualifié à l’étranger
   *[other] { $partner } a { $text } de travail qualifié à l’étranger
}
job-for = pendant { $time }
diploma-in-canada = { $level } du Canada
diploma-abroad = { $level } de l’étranger
open-birth-date = votre date de naissance
open-spouse-birth-date = la date de naissance de votre partenaire
open-first-language-date = la date de votre test de langue
open-second-language-date = la date de votre deuxième test de langue
open-spouse-language-date = la date du test de langue de votre partenaire
open-english-levels = votre niveau d’anglais
open-french-levels = votre niveau de français
open-spouse-english-levels = le niveau d’anglais de votre partenaire
open-spouse-french-levels = le niveau de français de votre partenaire
open-family-size = la taille de votre famille
open-settlement-funds-cad = vos économies
open-intends-quebec = votre projet de vivre au Québec ou non
open-credentials = vos diplômes
open-jobs = vos emplois
open-dependent-children = vos enfants
open-spouse-credentials = les diplômes de votre partenaire
open-spouse-jobs = les emplois de votre partenaire
open-jobs-in-canada = le lieu de chaque emploi
open-jobs-hours-per-week = vos heures de travail par semaine
open-jobs-start = le début et la fin de chaque emploi
open-jobs-noc = la profession de chaque emploi
open-spouse-jobs-hours-per-week = les heures de travail par semaine de votre partenaire
open-spouse-jobs-start = le début et la fin des emplois de votre partenaire
open-spouse-jobs-noc = la profession de votre partenaire
