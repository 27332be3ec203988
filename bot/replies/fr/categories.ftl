# Sélection fondée sur des catégories : raisons, et comment on le dit. Les noms sont ceux des rondes (round-kind-…).
category-french = Votre habileté la plus faible en français est au NCLC { $level }. Il faut le NCLC { $needed } dans chacune.
category-french-untold = Il faut un test de français au NCLC { $needed } ou plus dans chaque habileté. Vous ne m’avez pas encore parlé d’un tel test.
category-no-french = Il faut un test de français au NCLC { $needed } ou plus dans chaque habileté.
category-asks = { $years ->
    [0] Il faut { $months } mois dans une même profession de la liste
    [one] Il faut { $months } mois dans une même profession de la liste au cours de la dernière année
   *[other] Il faut { $months } mois dans une même profession de la liste au cours des { $years } dernières années
}{ $place ->
    [canada] , au Canada.
    [abroad] , hors du Canada.
   *[anywhere] , au Canada ou à l’étranger.
}
category-asks-continuous = { $years ->
    [0] Il faut { $months } mois sans interruption dans une même profession de la liste
    [one] Il faut { $months } mois sans interruption dans une même profession de la liste au cours de la dernière année
   *[other] Il faut { $months } mois sans interruption dans une même profession de la liste au cours des { $years } dernières années
}{ $place ->
    [canada] , au Canada.
    [abroad] , hors du Canada.
   *[anywhere] , au Canada ou à l’étranger.
}
category-hours = { $hours ->
    [0] Aucune de vos heures dans la CNP { $code } ne compte.
    [one] Une de vos heures dans la CNP { $code } compte.
   *[other] { $hours } de vos heures dans la CNP { $code } comptent.
} Il en faut { $needed }.
category-too-few = { $hours ->
    [0] Aucune de vos heures dans une profession de la liste ne compte.
    [one] Une de vos heures dans une profession de la liste compte.
   *[other] { $hours } de vos heures dans une profession de la liste comptent.
} Il en faut { $needed }.
category-no-work = Aucun de vos emplois qui comptent n’est dans une profession de la liste.
category-not-listed = La CNP { $code } n’est pas sur la liste.
category-listed = La CNP { $code } est sur la liste.
category-when = Dites-moi depuis quand, et combien d’heures par semaine, et je pourrai le dire.
category-taken-as-recent = Je prends vos années comme du travail récent dans cette profession. Donnez-moi les dates de vos emplois pour que j’en sois sûr.
category-too-few-years = Pour l’instant, vous m’avez parlé de moins de travail que cela.
category-education = Il faut { $level ->
    [two_year] un diplôme postsecondaire de deux ans ou plus
   *[other] un diplôme postsecondaire
}, évalué s’il est étranger.
category-forces-offer = Il faut une offre de travail à temps plein des Forces armées canadiennes pour { $years } ans ou plus.
categories-headline = { $count ->
    [0] D’après ce que vous m’avez dit, vous n’entrez encore dans aucune catégorie de rondes.
    [one] Vous entrez dans la catégorie **{ $names }**.
   *[other] Vous entrez dans **{ $count }** catégories de rondes : { $names }.
}
categories-likely = **{ $names }** : cette catégorie peut être la vôtre, d’après ce que vous m’avez dit.
categories-open = Je ne sais pas encore pour : { $names }.
categories-occupation = La plupart des catégories visent certaines professions. Donnez-moi le titre de votre emploi ou son code CNP à cinq chiffres, et je saurai lesquelles sont les vôtres.
categories-because = - **{ $name }** : { $because }
categories-pool = Une catégorie ne donne pas de points. Elle ne compte qu’une fois dans le bassin, par un des trois programmes.
button-categories = Quelles catégories pour moi?
