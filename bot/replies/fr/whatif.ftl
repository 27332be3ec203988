# Ce qui changerait le pointage : les changements, et comment on les dit.

## Changements
whatif-ability = { $who ->
    [first_language] { $ability ->
        [listening] Compréhension orale
        [reading] Compréhension écrite
        [writing] Expression écrite
       *[speaking] Expression orale
    } au { $framework } { $level }
    [second_language] { $ability ->
        [listening] Seconde langue, compréhension orale
        [reading] Seconde langue, compréhension écrite
        [writing] Seconde langue, expression écrite
       *[speaking] Seconde langue, expression orale
    } au { $framework } { $level }
   *[spouse_language] { $ability ->
        [listening] Votre conjoint, compréhension orale
        [reading] Votre conjoint, compréhension écrite
        [writing] Votre conjoint, expression écrite
       *[speaking] Votre conjoint, expression orale
    } au { $framework } { $level }
}{ $test ->
    [clb] { "" }
    [nclc] { "" }
    [ielts_gt] { " " }(IELTS General Training { $score })
    [celpip_g] { " " }(CELPIP-General { $score })
    [pte_core] { " " }(PTE Core { $score })
    [tef_canada] { " " }(TEF Canada { $score })
   *[tcf_canada] { " " }(TCF Canada { $score })
}
whatif-all-abilities = { $who ->
    [first_language] Chaque habileté de votre première langue au { $framework } { $level } ou plus
    [second_language] { $language ->
        [fr] Un test de français au { $framework } { $level } ou plus pour chaque habileté
       *[en] Un test d’anglais au { $framework } { $level } ou plus pour chaque habileté
    }
   *[spouse_language] Un test de langue de votre conjoint au { $framework } { $level } ou plus pour chaque habileté
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
improve-headline = Vous êtes à **{ $total }**. Ces étapes ajouteraient le plus :
improve-nothing = Vous êtes à **{ $total }**. Je ne vois pas d’étape à votre portée qui, à elle seule, ferait monter ce pointage.
improve-move = - **+{ $gain }** ({ $total }) : { $change }
improve-time = Plus long :
improve-pairs = Deux étapes ensemble :
improve-and = { $first } et { $second }
improve-nomination = Une désignation par une province ajouterait **{ $gain }**. C’est la province qui décide.
improve-partner = Si votre partenaire reste vraiment au pays : **{ $total }**. Une personne qui vient doit être déclarée comme telle.
improve-principal = Avec votre partenaire comme demandeur principal : **{ $total }**.
improve-age = Votre anniversaire du { $date } ({ $age } ans) vous coûtera { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
}.
improve-rules = C’est ce que donnent les règles publiées, pas un conseil. Ne déclarez que ce qui est vrai.
button-all-ways = Voir toutes les possibilités
age-headline = Le { $date }, à vos { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
} : vous serez alors à **{ $total }**.
age-headline-undated = À { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
} : vous serez alors à **{ $total }**. Dites-moi votre date de naissance pour connaître le jour exact.
age-loss = Le { $date }, à vos { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
}.
age-loss-undated = À { $age } ans, vous perdez **{ $loss }** { $loss ->
    [one] point
   *[other] points
}. Dites-moi votre date de naissance pour connaître le jour exact.
age-none = Aucun anniversaire ne vous retirera plus de points.
age-untold = Donnez-moi votre date de naissance, et je vous dirai quels jours vous perdez des points.
age-line = - { $date } ({ $age } ans) : { $total }
age-line-undated = - { $age } ans : { $total }
expiry-line = - { $date } : { $what ->
    [first_language] votre premier test de langue
    [second_language] votre second test de langue
    [spouse_language] le test de langue de votre conjoint
   *[eca_date] votre évaluation des diplômes d’études (EDE)
}; sans cela, { $total }
expiry-headline = Ce qui cesse de compter un certain jour, sauf renouvellement :
principal-candidate = Avec vous comme demandeur principal : **{ $total }**.
principal-partner = Avec votre partenaire comme demandeur principal : **{ $total }**.
principal-stays = D’après ce que vous m’avez dit, { $partner } ne vient pas : vous présentez donc votre demande à votre seul nom. Si vous veniez ensemble, l’un ou l’autre pourrait être le demandeur principal : parlez-moi des deux, et je compare.
button-principal-self = Moi
button-principal-partner = { $who ->
    [wife] Ma femme
    [husband] Mon mari
   *[partner] Mon partenaire
}
principal-applies = La personne qui demande
principal-beside = L’autre
button-partner-comes = Mon partenaire vient avec moi
suppose-not-kept = Je ne peux pas noter un niveau ou un souhait comme un résultat. Quand vous aurez le test, donnez-moi son nom et les quatre résultats : je les compterai.
principal-more = Votre partenaire aurait **{ $points }** { $points ->
    [one] point
   *[other] points
} de plus comme demandeur principal.
principal-less = C’est vous qui avez le plus de points comme demandeur principal : **{ $points }** de plus.
principal-same = Cela ne change rien au pointage : **{ $total }** dans les deux cas.
principal-open = **Ce n’est pas encore décidé :** cela dépend de ce qui suit.
principal-untested = { $who ->
    [self] **Sans test de langue, vous ne pouvez pas être le demandeur principal.** Pour l’instant, cela ne peut être que votre partenaire.
    [partner] **Sans test de langue, votre partenaire ne peut pas être le demandeur principal.** Pour l’instant, cela ne peut être que vous.
   *[other] **Aucun de vous deux ne peut présenter de demande sans test de langue.**
}
principal-renewed = Pas compté ici : { $things }. Avec un nouveau test et les mêmes résultats : vous **{ $mine }**, votre partenaire **{ $theirs }**.
principal-test-expired = Personne ne peut présenter de demande avec un test expiré.
principal-lapsed-self-test = votre test de langue (expiré)
principal-lapsed-partner-test = le test de langue de votre partenaire (expiré)
principal-lapsed-self-eca = votre diplôme (sans EDE valide)
principal-lapsed-partner-eca = le diplôme de votre partenaire (sans EDE valide)
principal-level = { $whose ->
    [self] Si votre diplôme compte comme { $level }
   *[other] Si le diplôme de votre partenaire compte comme { $level }
} : vous **{ $mine }**, votre partenaire **{ $theirs }**.
principal-missing = Cela peut encore changer, car je ne connais pas encore { $facts }.
principal-eligible = La personne qui présente la demande doit répondre elle-même aux exigences d’un programme. Chacun de vous peut avoir son propre profil.
principal-none = Ce choix concerne les couples qui viennent ensemble; d’après ce que je sais, personne ne vous accompagne. Dites-le-moi si je me trompe.
partner-comes = **{ $points }** de plus si votre conjoint vient : **{ $comes }** à deux, **{ $stays }** s’il reste.
partner-stays = **{ $points }** de plus si votre conjoint reste : **{ $stays }**, ou **{ $comes }** s’il vient.
partner-same = Cela ne change rien au pointage : **{ $comes }** dans les deux cas.
partner-declared = Dites ce qui est vrai : un conjoint se déclare dans tous les cas. S’il est citoyen ou résident permanent du Canada, il compte comme s’il restait.
suppose-more = **{ $points }** de plus : { $before } devient **{ $total }**.
suppose-less = **{ $points }** de moins : { $before } devient **{ $total }**.
suppose-same = Aucun changement : vous resteriez à **{ $total }**.
suppose-held = Vous avez déjà le niveau { $level } ou plus, donc ce n’est pas un pas de plus : vous restez à **{ $before }**. Avec le niveau { $level } tout juste, vous auriez { $total }, soit { $points } de moins.
suppose-first = Avec cela, vous seriez à **{ $total }**, d’après ce que vous m’avez dit jusqu’ici.
suppose-letters-line = - { $letters } partout, soit environ NCLC { $level } : **{ $total }** en tout
suppose-letters-one = J’ai compté { $letters } comme NCLC { $level }, la comparaison habituelle. Ce sont les quatre résultats de votre test qui décident.
suppose-levels = Jusqu’à **{ $most }** de plus : vous êtes à { $total }. Tout dépend { $whose ->
    [partner] du niveau de votre partenaire
   *[self] de votre niveau
} dans les quatre habiletés :
suppose-levels-nothing = Aucun changement : d’après ce que je sais, vous resteriez à **{ $total }**, quel que soit le niveau.
suppose-level-line = - { $framework } { $level } : **+{ $gain }**, { $total } en tout
suppose-place = { $place ->
    [quebec] Entrée express s’adresse aux personnes qui comptent vivre **hors du Québec**. Le Québec choisit lui-même ses immigrants. Votre pointage reste à **{ $total }**.
   *[elsewhere] **Aucun changement en soi :** vous restez à **{ $total }**, où que vous viviez au Canada. Une désignation par cette province ajouterait **{ $nomination }**. Une année de travail qualifié au Canada ajouterait **{ $work }**.
}
suppose-letters-note = Entrée express compte en NCLC, pas en { $letters }. C’est la comparaison habituelle; ce sont les quatre résultats de votre test qui décident.
suppose-assumed-test = { $test ->
    [celpip_g] J’ai pris ces notes pour celles du CELPIP. Nommez le test si c’en est un autre.
   *[ielts_gt] J’ai pris ces notes pour celles de l’IELTS General Training. Nommez le test si c’en est un autre.
}
suppose-later = Vous aurez alors { $age } ans. Je laisse tout le reste comme aujourd’hui : un test ou une EDE qui expire d’ici là serait à renouveler.
suppose-together = Cela tient compte de ce que vous avez supposé avant.
suppose-total = Cela ferait **{ $total }** en tout, au lieu de { $before }.
suppose-dropped = Sans cela, vous êtes à **{ $before }**, votre pointage actuel.
suppose-unchanged = Rien n’a changé : une supposition n’est jamais notée.
suppose-still = Vous êtes toujours à **{ $total }**.
suppose-line = - { $change }
suppose-not-saved = Ce n’est qu’une supposition. Vos réponses restent les mêmes.
button-suppose-lines = Ligne par ligne
button-save-supposed = C’est vrai maintenant : l’enregistrer
button-age = Quand vais-je perdre des points?
button-principal = Mon conjoint comme demandeur principal?
compare-more = { $first } : c’est ce qui rapporterait le plus, **{ $gain } points** contre **{ $other }**.
compare-same = Les deux rapporteraient autant : **{ $gain } points**.
compare-nothing = Ni l’un ni l’autre ne changerait votre pointage : il reste à **{ $total }**.
compare-province = C’est la province qui décide d’une désignation, selon ses propres règles.
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
