# Ce qui changerait le pointage : les changements, et comment on les dit.

## Changements
whatif-ability = { $who ->
    [first_language] { $ability ->
        [listening] Compréhension de l’oral
        [reading] Compréhension de l’écrit
        [writing] Expression écrite
       *[speaking] Expression orale
    } à { $framework } { $level }
    [second_language] { $ability ->
        [listening] Seconde langue, compréhension de l’oral
        [reading] Seconde langue, compréhension de l’écrit
        [writing] Seconde langue, expression écrite
       *[speaking] Seconde langue, expression orale
    } à { $framework } { $level }
   *[spouse_language] { $ability ->
        [listening] Votre conjoint, compréhension de l’oral
        [reading] Votre conjoint, compréhension de l’écrit
        [writing] Votre conjoint, expression écrite
       *[speaking] Votre conjoint, expression orale
    } à { $framework } { $level }
} ({ $test ->
    [ielts_gt] IELTS General Training
    [celpip_g] CELPIP-General
    [pte_core] PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
} { $score })
whatif-all-abilities = { $who ->
    [first_language] Chaque compétence de votre première langue à { $framework } { $level } ou plus
    [second_language] { $language ->
        [fr] Un test de français avec { $framework } { $level } ou plus pour chaque compétence
       *[en] Un test d’anglais avec { $framework } { $level } ou plus pour chaque compétence
    }
   *[spouse_language] Un test de langue de votre conjoint avec { $framework } { $level } ou plus pour chaque compétence
}
whatif-test-again = { $who ->
    [first_language] Votre premier test de langue repassé avec le même résultat
    [second_language] Votre second test de langue repassé avec le même résultat
   *[spouse_language] Le test de langue de votre conjoint repassé avec le même résultat
}
whatif-education = { $level ->
    [secondary] Un diplôme d’études secondaires
    [one_year] Un programme postsecondaire d’un an
    [two_year] Un programme postsecondaire de deux ans
    [bachelors_or_three_year] Un baccalauréat ou un programme de trois ans
    [two_or_more] Deux diplômes ou plus, dont un de trois ans ou plus
    [masters_or_professional] Une maîtrise ou un diplôme professionnel
   *[doctorate] Un doctorat
}
whatif-spouse-education = { $level ->
    [secondary] Votre conjoint : un diplôme d’études secondaires
    [one_year] Votre conjoint : un programme postsecondaire d’un an
    [two_year] Votre conjoint : un programme postsecondaire de deux ans
    [bachelors_or_three_year] Votre conjoint : un baccalauréat ou un programme de trois ans
    [two_or_more] Votre conjoint : deux diplômes ou plus, dont un de trois ans ou plus
    [masters_or_professional] Votre conjoint : une maîtrise ou un diplôme professionnel
   *[doctorate] Votre conjoint : un doctorat
}
whatif-canadian-education = { $level ->
    [one_or_two_years] Un diplôme du Canada d’un ou deux ans
   *[three_years_or_more] Un diplôme du Canada de trois ans ou plus
}
whatif-eca = Une nouvelle évaluation des diplômes d’études (EDE)
whatif-eca-first = Une évaluation de vos diplômes d’études (EDE)
whatif-canadian-work-years = { $more ->
    [one] { $more } année de plus de travail qualifié au Canada ({ $years } en tout)
   *[other] { $more } années de plus de travail qualifié au Canada ({ $years } en tout)
}
whatif-foreign-work-years = { $more ->
    [one] { $more } année de plus de travail qualifié hors du Canada ({ $years } en tout)
   *[other] { $more } années de plus de travail qualifié hors du Canada ({ $years } en tout)
}
whatif-spouse-canadian-work-years = { $more ->
    [one] { $more } année de plus de travail qualifié de votre conjoint au Canada ({ $years } en tout)
   *[other] { $more } années de plus de travail qualifié de votre conjoint au Canada ({ $years } en tout)
}
whatif-certificate = Un certificat de compétence canadien dans un métier
whatif-nomination = Une désignation par une province ou un territoire
whatif-job-offer = Une offre d’emploi valide dans votre profession
whatif-spouse-not-accompanying = S’il est vrai que votre conjoint ne vient pas (un conjoint qui vient doit être déclaré comme tel)
whatif-line = { $line } : { $from } → { $to }.

## Comment on le dit
improve-headline = Votre pointage est de **{ $total }**. Le plus que donne un seul changement en votre pouvoir : **+{ $gain }**.
improve-nothing = Votre pointage est de **{ $total }**. Je ne connais aucun changement isolé en votre pouvoir qui l’augmenterait.
improve-moves = Ce qu’un seul changement donnerait, tout le reste étant égal :
improve-move = - **+{ $gain }** → { $total } : { $change }
improve-time = Ce qui demande aussi des années :
improve-pairs = Deux changements ensemble :
improve-and = { $first }, et { $second }
improve-nomination = Une désignation par une province ou un territoire donnerait **+{ $gain }**; c’est la province qui décide.
improve-partner = S’il est vrai que votre conjoint ne vient pas : **{ $total }**. Un conjoint qui vient doit être déclaré comme tel.
improve-principal = Avec votre conjoint comme demandeur principal : **{ $total }**.
improve-age = L’âge retire { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
} le { $date } ({ $age } ans).
improve-rules = Ce sont des conséquences des règles publiées, non des conseils. Ne déclarez que ce qui est vrai.
age-headline = Le { $date }, à vos { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
}.
age-headline-undated = À { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
}. Dites-moi votre date de naissance pour connaître le jour exact.
age-none = L’âge ne vous retire plus de points.
age-untold = Dites-moi votre date de naissance, et je peux dire quel jour vous perdez des points.
age-line = - { $date } ({ $age } ans) : { $total }
age-line-undated = - { $age } ans : { $total }
expiry-line = - { $date } : { $what ->
    [first_language] votre premier test de langue
    [second_language] votre second test de langue
    [spouse_language] le test de langue de votre conjoint
   *[eca_date] votre évaluation des diplômes d’études (EDE)
}; sans cela { $total }
expiry-headline = Ce qui cesse de compter un certain jour, sauf renouvellement :
principal-candidate = Tel que vous l’avez dit, avec vous comme demandeur principal : **{ $total }**.
principal-partner = Avec votre conjoint comme demandeur principal : **{ $total }**.
principal-more = Votre conjoint comme demandeur principal aurait **{ $points }** { $points ->
    [one] point
   *[other] points
} de plus.
principal-less = Comme demandeur principal, vous avez **{ $points }** { $points ->
    [one] point
   *[other] points
} de plus.
principal-same = Les deux façons donnent le même pointage : **{ $total }**.
principal-missing = Non indiqué sur votre conjoint, et qui pourrait le changer : { $facts }.
principal-eligible = La personne qui présente la demande doit répondre elle-même aux exigences d’un programme.
principal-none = Cette question concerne les couples qui viennent ensemble : d’après ce que vous m’avez dit, il n’y a pas de conjoint qui pourrait être le demandeur principal.
suppose-more = Votre pointage serait alors de **{ $total }**, soit { $points } de plus que maintenant ({ $before }).
suppose-less = Votre pointage serait alors de **{ $total }**, soit { $points } de moins que maintenant ({ $before }).
suppose-same = Votre pointage resterait à **{ $total }**.
suppose-line = - { $change }
suppose-not-saved = Je l’ai seulement calculé; vos réponses sont inchangées.
button-save-supposed = C’est vrai maintenant : le garder
button-age = Quand vais-je perdre des points?
button-principal = Mon conjoint comme demandeur principal?
ways-headline = Pour atteindre **{ $target }**, { $changes ->
    [one] un changement suffit
   *[other] { $changes } changements ensemble suffisent
} :
ways-there = Vous y êtes déjà : votre pointage est de **{ $total }**.
ways-none = Aucune combinaison de { $changes } changements que je connais n’atteint { $target }.
chart-title = Votre pointage SCG : { $total }
chart-alt = Diagramme à barres du pointage SCG, { $total } points : { $lines }.
chart-alt-line = { $name } { $points } sur { $max }

## La ligne de commande
cli-help-whatif = ce qui changerait le pointage : changements isolés, paires, âge, et qui présente la demande
cli-help-reach = aussi les façons d’atteindre ce pointage avec le moins de changements
cli-whatif-base = Pointage SCG { $total }
cli-whatif-moves = Un changement
cli-whatif-pairs = Deux changements ensemble
cli-whatif-reach = Pour y arriver
cli-whatif-age = Ce que l’âge va retirer
cli-whatif-principal = Demandeur principal : le candidat { $candidate }, le conjoint { $partner }
cli-bench-whatif = et si, tous les changements isolés et toutes les paires pour le plus grand profil : { $milliseconds } ms ({ $moves } changements, { $pairs } paires)
