# Sélection fondée sur des catégories : raisons, et comment on le dit. Les noms sont ceux des rondes (round-kind-…).
category-french = Français : NCLC { $level } pour la compétence la plus faible; il faut { $needed } pour chacune.
category-french-untold = Il faut un test de français avec NCLC { $needed } ou plus pour chaque compétence; aucun test de français n’est indiqué.
category-no-french = Il faut un test de français avec NCLC { $needed } ou plus pour chaque compétence.
category-asks = { $years ->
    [0] Il faut { $months } mois dans une même profession de la liste
   *[other] Il faut { $months } mois dans une même profession de la liste au cours des { $years } dernières années
}{ $place ->
    [canada] , au Canada.
    [abroad] , hors du Canada.
   *[anywhere] , au Canada ou à l’étranger.
}
category-asks-continuous = { $years ->
    [0] Il faut { $months } mois sans interruption dans une même profession de la liste
   *[other] Il faut { $months } mois sans interruption dans une même profession de la liste au cours des { $years } dernières années
}{ $place ->
    [canada] , au Canada.
    [abroad] , hors du Canada.
   *[anywhere] , au Canada ou à l’étranger.
}
category-hours = { $hours } heures comptent dans CNP { $code }; il en faut { $needed }.
category-too-few = { $hours } heures comptent dans une profession de la liste; il en faut { $needed }.
category-no-work = Aucun de vos emplois qui comptent n’est dans une profession de la liste.
category-not-listed = CNP { $code } n’est pas dans la liste.
category-listed = CNP { $code } est dans la liste.
category-taken-as-recent = Vos années sont prises comme du travail récent dans cette profession; dites-moi vos emplois avec leurs dates pour en être sûr.
category-too-few-years = Vous m’en avez dit moins.
category-education = Il faut { $level ->
    [two_year] un diplôme postsecondaire de deux ans ou plus
   *[other] un diplôme postsecondaire
}, évalué s’il est étranger.
category-forces-offer = Il faut une offre de travail à temps plein des Forces armées canadiennes pour { $years } ans ou plus.
categories-headline = { $count ->
    [0] D’après ce que vous m’avez dit, vous n’entrez dans aucune catégorie de rondes.
    [one] Vous entrez dans la catégorie **{ $names }**.
   *[other] Vous entrez dans **{ $count }** catégories de rondes : { $names }.
}
categories-open = Pas encore connu : { $names }.
categories-because = - **{ $name }** : { $because }
categories-pool = Une catégorie ne donne pas de points : elle ne compte que pour les personnes qui sont dans le bassin par un des trois programmes.
button-categories = Quelles catégories pour moi?
