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
eligibility-provided = Bonne nouvelle : vous répondez aux exigences du programme **{ $programs }**, à condition que { $conditions }.
eligibility-none = D’après ce que vous m’avez dit, aucun des trois programmes ne convient **pour l’instant**.
eligibility-open = Je ne peux pas encore le dire : il reste des éléments ouverts pour **{ $programs }**.
eligibility-brief-yes = - **{ $program }** : oui
eligibility-brief-grid = - **{ $program }** : oui, avec **{ $points }** points à sa grille ({ $needed } exigés)
eligibility-brief-no = - **{ $program }** : pas encore. { $because }
eligibility-brief-open = - **{ $program }** : il me manque { $needs }
condition-outside-quebec = vous comptiez vivre hors du Québec
condition-funds = vous puissiez montrer **{ $amount } $** d’économies
open-requirement-experience = des précisions sur votre travail
open-requirement-language = votre test de langue
open-requirement-education = votre diplôme et son évaluation (EDE)
open-requirement-pass-mark = quelques éléments pour sa grille de 67 points
open-requirement-funds = vos économies
open-requirement-outside-quebec = si vous vivrez hors du Québec
open-requirement-trade = votre métier
open-requirement-offer-or-certificate = si vous avez une offre d’emploi ou un certificat de qualification
button-every-requirement = Voir chaque exigence
eligibility-yes = **{ $program }** : oui
eligibility-no = **{ $program }** : non
eligibility-not-known = **{ $program }** : pas encore connu
eligibility-met = - Rempli : { $names }
eligibility-not-met = - Non rempli : { $name }. { $because }
eligibility-not-known-yet = - Pas encore connu : { $name }. { $because }
eligibility-as-above = Voir plus haut.
eligibility-jobs-more = - et { $more } de plus
eligibility-points = Grille de 67 points : **{ $points }** sur 100; il en faut { $needed }.
eligibility-admissible = L’interdiction de territoire (santé, casier judiciaire, honnêteté) relève d’un agent et n’est pas examinée ici.
eligibility-jobs = Ce qui n’a pas compté de votre travail :
eligibility-job = - { $job } : { $because }
eligibility-job-nameless = un emploi (depuis : { $date })
eligibility-job-undated = un emploi sans dates
eligibility-grid-caption = La grille de 67 points
eligibility-sum = Total
work-headline = D’après vos emplois, **{ $canadian }** { $canadian ->
    [one] année complète
   *[other] années complètes
} de travail qualifié au Canada et **{ $foreign }** hors du Canada comptent pour le pointage.
work-hours = Au Canada { $canadian } heures, hors du Canada { $foreign }; { $year } heures font une année.
work-everything-counts = Tout compte.
button-eligibility = Suis-je admissible?
button-improve = Comment m’améliorer?
button-tell-more = Répondre à ce qui manque

## Raisons
not-told-yet = { $fact ->
    [first_language] Votre test de langue n’est pas indiqué.
    [intends_quebec] Vous n’avez pas dit si vous pensez vivre au Québec.
    [job_offer] Vous n’avez pas dit si vous avez une offre d’emploi.
    [settlement_funds_cad] Vos fonds d’établissement ne sont pas indiqués.
    [canadian_work_years] Votre travail qualifié au Canada n’est pas indiqué.
    [foreign_work_years] Votre travail qualifié hors du Canada n’est pas indiqué.
    [noc] Votre profession n’est pas indiquée.
    [jobs_noc] La profession d’un emploi n’est pas indiquée.
    [certificate_of_qualification] Vous n’avez pas dit si vous avez un certificat de compétence.
   *[other] Quelque chose n’est pas indiqué.
}
language-met = { $framework } { $level } ou plus pour chaque compétence.
language-met-each = Au moins { $framework } { $speaking } en expression orale, { $listening } en compréhension de l’oral, { $reading } en compréhension de l’écrit et { $writing } en expression écrite.
language-date-untold = Les résultats comptent { $years } ans à partir de la date du test, qui n’est pas indiquée.
language-depends = La profession décide s’il faut le niveau { $low } ou { $high }.
language-below = { $ability ->
    [listening] Compréhension de l’oral :
    [reading] Compréhension de l’écrit :
    [writing] Expression écrite :
   *[speaking] Expression orale :
} { $level ->
    [0] moins que { $framework } 4
   *[other] { $framework } { $level }
}; il faut { $needed }.
quebec-intended = Vous pensez vivre au Québec, qui choisit ses propres travailleurs qualifiés.
quebec-not-intended = Vous pensez vivre hors du Québec.
offer-occupation = La profession de l’offre, CNP { $code }, n’est pas de celles que ce programme accepte.
offer-incomplete = Toutes les conditions de l’offre d’emploi ne sont pas indiquées.
offer-of-any-length = Offre d’emploi. Pour un ou une médecin dont le travail est financé par l’État, elle n’a pas à être continue ni à durer un an.
funds-exempt = Aucun n’est exigé : vous avez une offre valide et le droit de travailler au Canada.
funds-told = Vous avez { $amount } dollars canadiens.
funds-needed = { $size ->
    [one] Il faut pour une personne, selon le tableau du { $date } : { $amount } dollars canadiens.
   *[other] Il faut pour une famille de { $size } personnes, selon le tableau du { $date } : { $amount } dollars canadiens.
}
funds-size-untold = La taille de votre famille n’est pas indiquée; c’est le minimum d’après ce que vous m’avez dit.
funds-table-seen = La page officielle présentait encore ce tableau la dernière fois qu’on l’a consultée, le { $date }.
funds-unless-exempt = Avec une offre valide et le droit de travailler au Canada, aucun fonds n’est exigé.
experience-something-untold = Les heures par semaine ou la profession d’un emploi ne sont pas indiquées et en décident.
experience-taken-as-ordinary = Ce que vous n’avez pas dit d’un emploi est pris comme l’ordinaire : payé, autorisé, salarié, sans études à temps plein.
experience-years = { $years ->
    [0] Aucune année de travail qualifié n’est indiquée.
    [1] Une année de travail qualifié est indiquée.
   *[other] Années de travail qualifié indiquées : { $years }.
}
experience-years-in-canada = { $years ->
    [0] Aucune année de travail qualifié au Canada n’est indiquée.
    [1] Une année de travail qualifié au Canada est indiquée.
   *[other] Années de travail qualifié au Canada indiquées : { $years }.
}
experience-in-canada = { $hours } heures comptent au Canada; il en faut { $needed }.
experience-in-trade = { $hours } heures comptent dans un même métier spécialisé; il en faut { $needed }.
experience-continuous = { $hours } heures comptent sans interruption dans une même profession; il en faut { $needed }.
experience-split = Il en faut une sans interruption dans une même profession : dites-moi vos emplois avec leurs dates.
experience-taken-as-continuous = Pris comme au moins un an sans interruption dans une même profession, au cours des { $years } dernières années; dites-moi vos emplois avec leurs dates pour en être sûr.
experience-taken-as-recent = Pris comme du travail salarié des { $years } dernières années, sans études à temps plein; dites-moi vos emplois avec leurs dates pour en être sûr.
experience-taken-as-trade = Pris comme du travail dans votre métier au cours des { $years } dernières années; dites-moi vos emplois avec leurs dates pour en être sûr.
trade-yes = CNP { $codes } fait partie des métiers spécialisés.
trade-no = CNP { $codes } ne fait pas partie des métiers spécialisés.
fsw-points = { $points } points; il en faut { $needed }.
fsw-points-open = Ce qui n’est pas indiqué peut encore changer les points.
fsw-first-language = Première langue ({ $framework }) : { $points } points.
fsw-second-language = Seconde langue ({ $framework }) : { $points } points.
fsw-years = { $years ->
    [0] Aucune année complète de travail qualifié.
    [one] { $years } année complète de travail qualifié.
   *[other] { $years } années complètes de travail qualifié.
}
fsw-adaptability = { $item ->
    [partner_language] Langue de votre conjoint
    [own_study] Vos études au Canada
    [partner_study] Études de votre conjoint au Canada
    [own_work] Votre année de travail au Canada
    [partner_work] Année de travail de votre conjoint au Canada
    [relative] Parenté au Canada
   *[arranged_employment] Votre offre d’emploi
} : { $points } points.
fsw-adaptability-none = Rien d’indiqué qui donne des points de capacité d’adaptation.

## Le plus petit changement qui remplirait une exigence
change-test-again = Ce qui y répondrait : repasser le test.
change-language = Ce qui y répondrait : { $framework } { $level } ou plus pour chaque compétence.
change-language-each = Ce qui y répondrait : { $framework } { $speaking } en expression orale, { $listening } en compréhension de l’oral, { $reading } en compréhension de l’écrit et { $writing } en expression écrite.
change-quebec = Ce qui y répondrait : vivre dans une autre province ou un territoire. Pour le Québec, voyez son propre programme.
change-funds = Ce qui y répondrait : { $amount } dollars canadiens de plus.
change-work = Ce qui y répondrait : { $hours } heures de plus d’un tel travail, environ { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
} à temps plein.
change-education = Ce qui y répondrait : un diplôme d’études secondaires, évalué s’il est étranger.
change-eca = Ce qui y répondrait : une évaluation des diplômes d’études (EDE).
change-eca-again = Ce qui y répondrait : une nouvelle évaluation des diplômes d’études (EDE).
change-trade = Ce qui y répondrait : du travail dans un des métiers spécialisés.
change-offer-or-certificate = Ce qui y répondrait : un certificat de compétence canadien dans le métier, ou une offre d’emploi valide d’au moins un an.
change-fsw-points = Ce qui y répondrait : { $points ->
    [one] { $points } point de plus
   *[other] { $points } points de plus
}, par plus d’un changement.
change-fsw-partner-language = Ce qui y répondrait : un test de langue de votre conjoint au niveau { $level } ou plus pour chaque compétence.
change-fsw-second-language = Ce qui y répondrait : un test dans l’autre langue officielle au niveau { $level } ou plus pour chaque compétence.
change-fsw-years = Ce qui y répondrait : { $years ->
    [one] { $years } année de travail qualifié en tout
   *[other] { $years } années de travail qualifié en tout
}.
change-fsw-education = Ce qui y répondrait : { $level ->
    [secondary] un diplôme d’études secondaires
    [one_year] un programme postsecondaire d’un an
    [two_year] un programme postsecondaire de deux ans
    [bachelors_or_three_year] un baccalauréat ou un programme de trois ans
    [two_or_more] un second diplôme, l’un des deux de trois ans ou plus
    [masters_or_professional] une maîtrise ou un diplôme professionnel
   *[doctorate] un doctorat
}.

## Ce qui n’a pas compté d’un parcours de travail
work-unpaid = le travail non payé ne compte pas.
work-in-canada = le travail au Canada ne compte pas ici.
work-abroad = seul le travail au Canada compte ici.
work-teer = CNP { $code } est dans la catégorie FEER { $teer }; seules les FEER 0, 1, 2 et 3 comptent.
work-other-occupation = CNP { $code } n’est pas une des professions qui comptent ici.
work-unauthorized = le travail sans autorisation ne compte pas.
work-unauthorized-counts = le règlement n’exclut pas ici le travail sans autorisation, mais un tel travail peut entraîner une interdiction de territoire.
work-student = le travail pendant des études à temps plein ne compte pas.
work-self-employed = le travail autonome au Canada ne compte pas.
work-not-begun = il ne commence que le { $date }.
work-before-window = { $years ->
    [one] seule la dernière année compte
   *[other] seules les { $years } dernières années comptent
}, depuis le { $date }.
work-partly-before-window = seul le temps depuis le { $date } compte, { $years ->
    [one] { $years } an
   *[other] { $years } ans
} en arrière.
work-hours-untold = les heures par semaine ne sont pas indiquées; comptées comme { $hours }.
work-above-full-time = { $told } heures par semaine comptent pour { $hours }.
work-simultaneous = des emplois simultanés comptent ensemble pour { $hours } heures par semaine au plus.
work-remote = le travail fait au Canada pour un employeur à l’étranger n’est pas compté : la page d’IRCC demande un employeur canadien.
work-place-untold = je ne sais pas encore si c’était au Canada.
work-length-untold = je ne sais pas encore de quand à quand.
work-taken-as-recent = pas encore de dates; compté comme fait dans les { $years } dernières années.
work-dates-decide = seules les { $years } dernières années comptent, et je ne connais pas encore les dates.
work-leave = { $weeks } semaines de congé sont retranchées.

problem-day-before-programs = L’admissibilité peut être dite pour les jours depuis le { $date } : choisissez ce jour ou un jour plus tard.

## La ligne de commande
cli-help-eligibility = qui peut entrer dans le bassin : les trois programmes et les catégories de rondes
cli-fsw-points = { $points } points sur 100, il en faut { $needed }
