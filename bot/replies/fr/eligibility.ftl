# Qui peut entrer dans le bassin : programmes, exigences, raisons, plus petits changements, et comment on le dit.

## Noms
program-fsw = Travailleurs qualifiés (fédéral)
program-cec = Catégorie de l’expérience canadienne
program-fst = Métiers spécialisés (fédéral)
requirement-experience = Expérience de travail
requirement-language = Langue
requirement-education = Études
requirement-pass-mark = Grille de 67 points
requirement-funds = Fonds d’établissement
requirement-outside-quebec = Vivre hors du Québec
requirement-trade = Métier spécialisé
requirement-offer-or-certificate = Offre d’emploi ou certificat de compétence
grid-education = Études
grid-language = Langues
grid-experience = Expérience de travail
grid-age = Âge
grid-arranged-employment = Offre d’emploi
grid-adaptability = Capacité d’adaptation

## Comment on le dit
eligibility-one = Bonne nouvelle : vous répondez aux exigences du programme **{ $programs }**.
eligibility-provided = Bonne nouvelle : vous répondez aux exigences du programme **{ $programs }**, à condition { $conditions }.
eligibility-none = D’après ce que vous m’avez dit, aucun des trois programmes ne vous convient **pour l’instant**.
eligibility-open = Je ne peux pas encore le dire. Il reste des questions ouvertes pour **{ $programs }**.
eligibility-work-enough = Votre travail peut convenir à **{ $programs }**. Le reste est encore ouvert.
eligibility-work-if-canada = **{ $programs }** ne convient que si vous avez travaillé au Canada, ce que vous ne m’avez pas encore dit.
eligibility-brief-yes = - **{ $program }** : oui
eligibility-brief-grid = - **{ $program }** : oui, avec **{ $points }** points à sa grille ({ $needed } exigés)
eligibility-brief-no = - **{ $program }** : pas encore. { $because }
eligibility-also-missing = Il manque aussi : { $names }.
eligibility-also-open = Je ne sais pas encore : { $needs }.
eligibility-brief-open-grid = - **{ $program }** : **{ $points }** { $points ->
    [one] point
   *[other] points
} à sa grille pour l’instant; il en faut { $needed }. Il me manque { $needs }
eligibility-brief-open = - **{ $program }** : il me manque { $needs }
condition-outside-quebec = que vous comptiez vivre hors du Québec
condition-funds = que vous puissiez montrer **{ $amount } $** d’économies
open-requirement-experience = des précisions sur votre travail
open-requirement-language = votre test de langue
open-requirement-education = votre diplôme et son évaluation (EDE)
open-requirement-pass-mark = quelques éléments pour sa grille de 67 points
open-requirement-funds = vos économies
open-requirement-outside-quebec = si vous vivrez hors du Québec
open-requirement-trade = votre métier
open-requirement-offer-or-certificate = si vous avez une offre d’emploi ou un certificat de compétence
button-every-requirement = Voir chaque exigence
eligibility-yes = **{ $program }** : oui
eligibility-no = **{ $program }** : non
eligibility-not-known = **{ $program }** : je ne sais pas encore
eligibility-met = - Rempli : { $names }
eligibility-not-met = - Non rempli : { $name }. { $because }
eligibility-not-known-yet = - Encore ouvert : { $name }. { $because }
eligibility-as-above = Voir plus haut.
eligibility-jobs-more = - et { $more } de plus
eligibility-points = À la grille de 67 points, vous avez **{ $points }** { $points ->
    [one] point
   *[other] points
} sur 100. Il en faut { $needed }.
eligibility-admissible = Un agent examine aussi la santé, le casier judiciaire et l’honnêteté. Je ne les examine pas ici.
eligibility-jobs = Ce qui n’a pas compté dans votre travail :
eligibility-job = - { $job } : { $because }
eligibility-job-nameless = un emploi commencé ({ $date })
eligibility-job-undated = un emploi sans dates
eligibility-grid-caption = La grille de 67 points
eligibility-sum = Total
work-headline = D’après vos emplois, **{ $canadian }** { $canadian ->
    [one] année complète
   *[other] années complètes
} de travail qualifié au Canada et **{ $foreign }** hors du Canada comptent pour votre pointage.
work-none-told = Vous ne m’avez pas encore parlé d’un emploi. Dites-moi chacun avec son lieu et ses mois, par exemple « cuisinier à Lima, de mai 2019 à juin 2023 ».
work-job = - { $job } : compte pour { $time }
work-hours = Cela fait { $canadian } { $canadian ->
    [one] heure
   *[other] heures
} au Canada et { $foreign } hors du Canada. Une année, c’est { $year } heures.
work-everything-counts = Tout compte.
button-eligibility = Suis-je admissible?
button-improve = Comment m’améliorer?
button-tell-more = Répondre à ce qui manque

## Raisons
not-told-yet = { $fact ->
    [first_language] Je ne connais pas encore votre test de langue.
    [intends_quebec] Je ne sais pas encore si vous comptez vivre au Québec.
    [job_offer] Je ne sais pas encore si vous avez une offre d’emploi.
    [settlement_funds_cad] Je ne sais pas encore combien d’économies vous avez.
    [canadian_work_years] Je ne connais pas encore votre travail qualifié au Canada.
    [foreign_work_years] Je ne connais pas encore votre travail qualifié hors du Canada.
    [noc] Je ne connais pas encore votre profession.
    [jobs_noc] Je ne connais pas encore la profession d’un de vos emplois.
    [certificate_of_qualification] Je ne sais pas encore si vous avez un certificat de compétence.
   *[other] Il me manque encore quelque chose.
}
language-met = { $framework } { $level } ou plus dans chaque habileté.
language-met-each = Au moins { $framework } { $speaking } en expression orale, { $listening } en compréhension orale, { $reading } en compréhension écrite et { $writing } en expression écrite.
language-levels-told = C’est le niveau que vous m’avez dit; les résultats d’un test doivent le montrer.
language-date-untold = Les résultats sont valables { $years } ans à partir de la date du test. Je ne connais pas encore cette date.
language-depends = Votre profession décide s’il vous faut le niveau { $low } ou { $high }.
language-below = { $ability ->
    [listening] Votre compréhension orale :
    [reading] Votre compréhension écrite :
    [writing] Votre expression écrite :
   *[speaking] Votre expression orale :
} { $level ->
    [0] moins que { $framework } 4
   *[other] { $framework } { $level }
}. Il vous faut { $needed }.
quebec-intended = Vous comptez vivre au Québec, qui choisit ses propres travailleurs qualifiés.
quebec-not-intended = Vous comptez vivre hors du Québec.
offer-occupation = Ce programme n’accepte pas la profession de votre offre, CNP { $code }.
offer-incomplete = Je ne sais pas encore si votre offre d’emploi remplit toutes les conditions.
offer-of-any-length = Vous avez une offre d’emploi. Elle n’a pas à être continue ni à durer un an si l’État paie votre travail de médecin.
funds-exempt = Vous n’avez pas d’économies à montrer : vous avez une offre valide et le droit de travailler au Canada.
funds-told = Vous avez { $amount } $.
funds-needed = { $size ->
    [one] Une personne a besoin de { $amount } $ d’économies (tableau du { $date }).
   *[other] Une famille de { $size } personnes a besoin de { $amount } $ d’économies (tableau du { $date }).
}
funds-size-untold = Je ne connais pas encore la taille de votre famille : c’est donc le minimum.
funds-table-seen = La page officielle donnait encore ce tableau quand je l’ai consultée, le { $date }.
funds-unless-exempt = Avec une offre valide et le droit de travailler au Canada, il n’en faut pas.
experience-something-untold = Cela dépend des heures par semaine ou de la profession d’un emploi, que je ne connais pas encore.
experience-taken-as-ordinary = Sauf si vous me dites le contraire, je suppose un travail payé, autorisé, salarié et hors études à temps plein.
experience-years = { $years ->
    [0] Vous n’avez pas encore d’année complète de travail qualifié.
    [1] Vous avez une année de travail qualifié.
   *[other] Vous avez { $years } ans de travail qualifié.
}
experience-years-in-canada = { $years ->
    [0] Vous n’avez pas encore d’année complète de travail qualifié au Canada.
    [1] Vous avez une année de travail qualifié au Canada.
   *[other] Vous avez { $years } ans de travail qualifié au Canada.
}
experience-in-canada = { $hours ->
    [0] Aucune heure de travail au Canada ne compte encore.
   *[other] { $hours } de vos heures au Canada comptent.
} Il en faut { $needed }.
experience-in-trade = { $hours ->
    [0] Aucune heure dans un même métier spécialisé ne compte encore.
   *[other] { $hours } de vos heures dans un même métier spécialisé comptent.
} Il en faut { $needed }.
experience-continuous = { $hours ->
    [0] Aucune heure sans interruption dans une même profession ne compte encore.
   *[other] { $hours } de vos heures comptent sans interruption dans une même profession.
} Il en faut { $needed }.
experience-split = Cette expérience doit être sans interruption, dans une même profession. Dites-moi vos emplois avec leurs dates.
experience-taken-as-continuous = Je suppose au moins un an sans interruption dans une même profession, au cours des { $years } dernières années. Donnez-moi les dates de vos emplois pour que j’en sois sûr.
experience-taken-as-recent = Je suppose un travail salarié des { $years } dernières années, hors études à temps plein. Donnez-moi les dates de vos emplois pour que j’en sois sûr.
experience-taken-as-trade = Je suppose un travail dans votre métier au cours des { $years } dernières années. Donnez-moi les dates de vos emplois pour que j’en sois sûr.
trade-yes = La CNP { $codes } fait partie des métiers spécialisés.
trade-no = La CNP { $codes } ne fait pas partie des métiers spécialisés.
fsw-points = Vous avez { $points } { $points ->
    [one] point
   *[other] points
}. Il en faut { $needed }.
fsw-points-open = Ce que je ne sais pas encore peut changer les points.
fsw-first-language = Première langue ({ $framework }) : { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-second-language = Seconde langue ({ $framework }) : { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-years = { $years ->
    [0] Aucune année complète de travail qualifié.
    [one] { $years } année complète de travail qualifié.
   *[other] { $years } années complètes de travail qualifié.
}
fsw-adaptability = { $item ->
    [partner_language] La langue de votre partenaire
    [own_study] Vos études au Canada
    [partner_study] Les études de votre partenaire au Canada
    [own_work] Votre année de travail au Canada
    [partner_work] L’année de travail de votre partenaire au Canada
    [relative] De la parenté au Canada
   *[arranged_employment] Votre offre d’emploi
} : { $points } { $points ->
    [one] point
   *[other] points
}.
fsw-adaptability-none = Pour l’instant, rien ne vous donne de points de capacité d’adaptation.

## Le plus petit changement qui remplirait une exigence
change-test-again = Il suffirait de repasser le test.
change-language = Il suffirait d’atteindre le { $framework } { $level } dans chaque habileté.
change-language-each = Il suffirait du { $framework } { $speaking } en expression orale, { $listening } en compréhension orale, { $reading } en compréhension écrite et { $writing } en expression écrite.
change-quebec = Il suffirait de vivre dans une autre province ou un territoire. Pour le Québec, voyez son propre programme.
change-funds = Il suffirait de { $amount } $ de plus.
change-work = Il suffirait de { $hours } { $hours ->
    [one] heure
   *[other] heures
} de plus d’un tel travail, environ { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
} à temps plein.
change-education = Il suffirait d’un diplôme d’études secondaires, évalué s’il est étranger.
change-eca = Il suffirait d’une évaluation des diplômes d’études (EDE).
change-eca-again = Il suffirait d’une nouvelle évaluation des diplômes d’études (EDE).
change-trade = Il suffirait d’expérience dans un des métiers spécialisés.
change-offer-or-certificate = Il suffirait d’un certificat de compétence canadien dans votre métier, ou d’une offre d’emploi valide d’au moins un an.
change-fsw-points = Il suffirait de { $points ->
    [one] { $points } point de plus
   *[other] { $points } points de plus
}, par plus d’un changement.
change-fsw-partner-language = Il suffirait d’un test de langue de votre partenaire au niveau { $level } ou plus dans chaque habileté.
change-fsw-second-language = Il suffirait d’un test dans l’autre langue officielle, au niveau { $level } ou plus dans chaque habileté.
change-fsw-years = Il suffirait de { $years ->
    [one] { $years } année de travail qualifié en tout
   *[other] { $years } années de travail qualifié en tout
}.
change-fsw-education = { $level ->
    [secondary] Il suffirait d’un diplôme d’études secondaires.
    [one_year] Il suffirait d’un programme postsecondaire d’un an.
    [two_year] Il suffirait d’un programme postsecondaire de deux ans.
    [bachelors_or_three_year] Il suffirait d’un baccalauréat ou d’un programme de trois ans.
    [two_or_more] Il suffirait d’un second diplôme, l’un des deux de trois ans ou plus.
    [masters_or_professional] Il suffirait d’une maîtrise ou d’un diplôme professionnel.
   *[doctorate] Il suffirait d’un doctorat.
}

## Ce qui n’a pas compté d’un parcours de travail
work-unpaid = le travail non payé ne compte pas.
work-in-canada = le travail au Canada ne compte pas ici.
work-abroad = seul le travail au Canada compte ici.
work-teer = la CNP { $code } est de la FEER { $teer }, et seules les FEER 0, 1, 2 et 3 comptent.
work-other-occupation = la CNP { $code } n’est pas une des professions qui comptent ici.
work-unauthorized = le travail sans autorisation ne compte pas.
work-unauthorized-counts = les règles n’excluent pas ici le travail sans autorisation, mais un tel travail peut entraîner une interdiction de territoire.
work-student = le travail pendant des études à temps plein ne compte pas.
work-self-employed = le travail à son compte au Canada ne compte pas.
work-not-begun = il ne commence que le { $date }.
work-before-window = { $years ->
    [one] seule la dernière année compte
   *[other] seules les { $years } dernières années comptent
}, depuis le { $date }.
work-partly-before-window = seul le temps depuis le { $date } compte, soit { $years ->
    [one] la dernière année
   *[other] les { $years } dernières années
}.
work-hours-untold = je ne connais pas encore les heures par semaine : j’en ai compté { $hours }.
work-above-full-time = { $told } heures par semaine comptent pour { $hours }.
work-simultaneous = des emplois en même temps comptent ensemble pour { $hours } heures par semaine au plus.
work-remote = le travail fait au Canada pour un employeur à l’étranger est contesté, donc je ne le compte pas. Demandez un avis sur votre cas.
work-place-untold = je ne sais pas encore si c’était au Canada.
work-length-untold = je ne sais pas encore quand cela a commencé et fini.
work-taken-as-recent = je ne connais pas encore les dates : je le compte dans les { $years } dernières années.
work-dates-decide = seules les { $years } dernières années comptent, et je ne connais pas encore les dates.
work-leave = j’ai retiré { $weeks } { $weeks ->
    [one] semaine
   *[other] semaines
} de congé.

problem-day-before-programs = Je connais les règles des programmes pour les jours depuis le { $date }. Choisissez ce jour ou un jour plus tard.

## La ligne de commande
cli-help-eligibility = qui peut entrer dans le bassin : les trois programmes et les catégories de rondes
cli-fsw-points = { $points } points sur 100, il en faut { $needed }
