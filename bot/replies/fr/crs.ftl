## Le Système de classement global : ses sections et ses lignes. Les identifiants suivent les lignes du pointage.

crs-section-a = Vous
crs-section-b = Votre partenaire
crs-section-c = Compétences qui se combinent
crs-section-d = Points supplémentaires

crs-core-age = Âge
crs-core-education = Études
crs-core-first-language = Première langue officielle
crs-core-second-language = Seconde langue officielle
crs-core-canadian-work = Travail au Canada
crs-spouse-education = Études du conjoint
crs-spouse-language = Langue officielle du conjoint
crs-spouse-canadian-work = Travail du conjoint au Canada
crs-transfer-education-language = Études et langue
crs-transfer-education-canadian-work = Études et travail au Canada
crs-transfer-foreign-work-language = Travail à l’étranger et langue
crs-transfer-foreign-work-canadian-work = Travail à l’étranger et travail au Canada
crs-transfer-certificate-language = Certificat de compétence et langue
crs-additional-nomination = Désignation par une province
crs-additional-canadian-study = Études au Canada
crs-additional-french = Français
crs-additional-sibling = Frère ou sœur au Canada
crs-additional-job-offer = Offre d’emploi

crs-notice-2026-11-03 = À savoir : des points pour les emplois à haut salaire existent depuis le { $since }. Leurs valeurs ne sont pas encore connues; ce nombre suit donc les règles du { $rules }. L’outil officiel donne le pointage actuel.
crs-notice-2026-11-03-short = Règles du { $rules }, sans les points pour hauts salaires du { $since } (valeurs inconnues).

## Pourquoi une ligne a ses points

because-not-told = { $fact ->
    [age] Âge
    [education] Études
    [first_language] Premier test de langue
    [second_language] Second test de langue
    [canadian_work_years] Travail au Canada
    [foreign_work_years] Travail à l’étranger
    [noc] Profession
    [certificate_of_qualification] Certificat de compétence
    [provincial_nomination] Désignation
    [canadian_education] Études au Canada
    [sibling_in_canada] Frère ou sœur au Canada
    [job_offer] Offre d’emploi
    [job_offer_noc] Profession de l’offre
    [spouse_age] Âge du conjoint
    [spouse_education] Études du conjoint
    [spouse_canadian_education] Études du conjoint au Canada
    [spouse_language] Test du conjoint
    [spouse_canadian_work_years] Travail du conjoint au Canada
   *[spouse_foreign_work_years] Travail du conjoint à l’étranger
} : non indiqué.
because-age = Âge : { $years } ans.
because-spouse-age = Âge du conjoint : { $years } ans.
because-education = { $level ->
    [less_than_secondary] Moins que le diplôme d’études secondaires.
    [secondary] Diplôme d’études secondaires.
    [one_year] Programme postsecondaire d’un an.
    [two_year] Programme postsecondaire de deux ans.
    [bachelors_or_three_year] Baccalauréat, ou programme de trois ans ou plus.
    [two_or_more] Deux diplômes ou plus, dont un d’un programme de trois ans ou plus.
    [masters_or_professional] Maîtrise ou diplôme professionnel.
   *[doctorate] Doctorat.
}
because-spouse-education = { $level ->
    [less_than_secondary] Conjoint : moins que le diplôme d’études secondaires.
    [secondary] Conjoint : diplôme d’études secondaires.
    [one_year] Conjoint : programme postsecondaire d’un an.
    [two_year] Conjoint : programme postsecondaire de deux ans.
    [bachelors_or_three_year] Conjoint : baccalauréat, ou programme de trois ans ou plus.
    [two_or_more] Conjoint : deux diplômes ou plus, dont un d’un programme de trois ans ou plus.
    [masters_or_professional] Conjoint : maîtrise ou diplôme professionnel.
   *[doctorate] Conjoint : doctorat.
}
because-eca-missing = Compté tel que vous l’avez dit; un diplôme étranger demande une évaluation des diplômes d’études (EDE).
because-eca-expired = L’évaluation des diplômes d’études (EDE) a { $years } ans ou plus ({ $date }) : le diplôme étranger ne compte donc pas.
because-eca-day-decides = L’évaluation des diplômes d’études (EDE, { $date }) compte { $years } ans. Son jour exact décide si elle compte encore.
because-eca-none = Sans évaluation des diplômes d’études (EDE), un diplôme étranger ne donne pas encore de points.
credential-not-completed = Un diplôme que vous n’avez pas terminé ne compte pas.
because-ability = { $ability ->
    [listening] Compréhension de l’oral :
    [reading] Compréhension de l’écrit :
    [writing] Expression écrite :
   *[speaking] Expression orale :
} { $level ->
    [0] sous { $framework } 4.
    [10] { $framework } 10 ou plus.
   *[other] { $framework } { $level }.
}
because-lowest = Compétence la plus faible : { $level ->
    [0] sous { $framework } 4.
    [10] { $framework } 10 ou plus.
   *[other] { $framework } { $level }.
}
because-french-lowest = { $level ->
    [0] Français : aucun résultat de NCLC 4 ou plus dans les quatre compétences.
    [10] Français : NCLC 10 ou plus dans les quatre compétences.
   *[other] Français : NCLC { $level } ou plus dans les quatre compétences.
}
because-english-lowest = { $level ->
    [0] Anglais : aucun résultat de CLB 4 ou plus dans les quatre compétences.
    [10] Anglais : CLB 10 ou plus dans les quatre compétences.
   *[other] Anglais : CLB { $level } ou plus dans les quatre compétences.
}
because-no-test = Aucun test.
because-test-expired = Les résultats du test ont expiré ({ $date }) : { $years } ans après le test, ils ne donnent plus de points.
because-test-day-decides = Les résultats du test expirent à ce moment-ci : { $date }. Le jour du test décide s’ils comptent encore; ils donnent des points pendant { $years } ans.
because-better-first = J’ai essayé les deux langues en premier : avec le { $test ->
    [ielts_gt] test IELTS
    [celpip_g] test CELPIP
    [pte_core] test PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
} en premier, vous avez plus de points que dans l’autre ordre ({ $other }).
because-test-not-accepted = Ce test n’est accepté pour Entrée express que depuis le { $date }.
because-tef-ancien-score = Lu dans la colonne « Équivalence ancien score » de l’attestation du TEF Canada, celle qu’utilise Entrée express.
because-tef-699 = Lu dans la colonne sur 699 points de l’attestation du TEF Canada; Entrée express utilise la colonne « Équivalence ancien score ».
because-canadian-work-years = { $years ->
    [0] Aucune année complète de travail qualifié au Canada.
    [one] { $years } année complète de travail qualifié au Canada.
   *[other] { $years } années complètes de travail qualifié au Canada.
}
because-foreign-work-years = { $years ->
    [0] Aucune année complète de travail qualifié à l’étranger.
    [one] { $years } année complète de travail qualifié à l’étranger.
   *[other] { $years } années complètes de travail qualifié à l’étranger.
}
because-foreign-several-occupations = Compté toutes professions confondues; l’outil officiel ne demande qu’une seule profession.
because-spouse-canadian-work-years = { $years ->
    [0] Aucune année complète de travail qualifié du conjoint au Canada; le travail pendant des études à temps plein ou à son compte ne compte pas.
    [one] { $years } année complète de travail qualifié du conjoint au Canada; le travail pendant des études à temps plein ou à son compte ne compte pas.
   *[other] { $years } années complètes de travail qualifié du conjoint au Canada; le travail pendant des études à temps plein ou à son compte ne compte pas.
}
because-spouse-foreign-work-years = { $years ->
    [0] Aucune année complète de travail qualifié du conjoint à l’étranger.
    [one] { $years } année complète de travail qualifié du conjoint à l’étranger.
   *[other] { $years } années complètes de travail qualifié du conjoint à l’étranger.
}
because-noc = Profession : CNP { $codes }.
because-noc-not-skilled = Votre profession { $code } est FEER { $teer } : seules les années en FEER 0, 1, 2 ou 3 comptent ici.
because-no-occupation = Aucune profession.
because-certificate-of-qualification = { $answer ->
    [yes] Certificat de compétence dans un métier.
   *[no] Aucun certificat de compétence.
}
because-provincial-nomination = { $answer ->
    [yes] Désignation par une province ou un territoire.
   *[no] Aucune désignation.
}
because-canadian-education = { $level ->
    [none] Aucun diplôme postsecondaire du Canada.
    [one_or_two_years] Diplôme du Canada d’un ou deux ans.
   *[three_years_or_more] Diplôme du Canada de trois ans ou plus.
}
because-spouse-canadian-education = { $level ->
    [none] Conjoint : aucun diplôme postsecondaire du Canada.
    [one_or_two_years] Conjoint : diplôme du Canada d’un ou deux ans.
   *[three_years_or_more] Conjoint : diplôme du Canada de trois ans ou plus.
}
because-sibling-in-canada = { $answer ->
    [yes] Frère ou sœur au Canada.
   *[no] Aucun frère ni sœur au Canada.
}
because-job-offer = { $answer ->
    [yes] Offre d’emploi.
    [not_valid] L’offre d’emploi ne remplit pas les conditions.
   *[no] Aucune offre d’emploi.
}
because-repealed = Ne donne plus de points depuis le { $date }.
because-capped = Compté { $to } au lieu de { $from } : au plus { $limit } ici.
because-capped-together = Compté { $to } au lieu de { $from } : avec d’autres lignes, au plus { $limit }.

## Faits que seul un parcours professionnel contient

fact-jobs = Parcours professionnel
fact-jobs-hours-per-week = Heures par semaine de chaque emploi
fact-dependent-children-birth-date = Dates de naissance de vos enfants
fact-spouse-jobs-start = Dates des emplois de votre conjoint
fact-spouse-jobs-in-canada = Pays des emplois de votre conjoint
fact-spouse-jobs-noc = Profession de chaque emploi de votre conjoint
fact-spouse-jobs-hours-per-week = Heures par semaine des emplois de votre conjoint
fact-spouse-eca-date = EDE du conjoint
fact-jobs-start = Dates de chaque emploi
fact-jobs-in-canada = Pays de chaque emploi
fact-jobs-noc = Profession de chaque emploi

## Ce qui est permis dans un profil

problem-unknown-field = Ce champ n’existe pas ici. Il y a : { $allowed }.
problem-required = Ce champ est nécessaire.
problem-object = Il faut ici un objet avec des champs.
problem-null = Null n’est pas une réponse ici : omettez ce qui n’est pas indiqué.
problem-choice = Il faut l’une de ces valeurs : { $allowed }.
problem-yes-no = Il faut true ou false.
problem-whole-number = Il faut un nombre entier de { $least } à { $most }.
problem-number = Il faut un nombre de { $least } à { $most }.
problem-any-number = Il faut un nombre.
problem-amount = Il faut un montant de zéro ou plus.
problem-hours = Il faut un nombre d’heures supérieur à 0 et d’au plus { $most }.
problem-date = Il faut un jour qui existe, écrit année-mois-jour : 2026-03-14.
problem-day-or-month = Il faut un jour, un mois ou une année qui existe : 2026-03-14, 2026-03 ou 2026.
problem-noc = Il faut un code de la CNP 2021 : cinq chiffres entre guillemets.
problem-text = Il faut un texte d’au plus { $most } caractères.
problem-list = Il faut une liste d’au plus { $most } éléments.
problem-end-before-start = La fin ne peut pas précéder le début.
problem-same-language = Le second test doit être dans l’autre langue officielle.
problem-birth-date = La date de naissance doit donner un âge de 0 à { $most } ans le jour du pointage.
problem-age-and-birth-date = L’âge et la date de naissance se contredisent : selon la date de naissance, l’âge est de { $age } ans. Indiquez l’un des deux.
problem-scale = Seul le TEF Canada a une échelle, « ancien_score » ou « 699 »; omettez-la pour les autres tests.
problem-score-whole = Au { $test ->
    [celpip_g] CELPIP-General
    [pte_core] PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
}, les notes de { $ability ->
    [listening] compréhension de l’oral
    [reading] compréhension de l’écrit
    [writing] expression écrite
   *[speaking] expression orale
} sont des nombres entiers de { $least } à { $most }.
problem-score-steps = À l’{ $test ->
   *[ielts_gt] IELTS General Training
}, les notes de { $ability ->
    [listening] compréhension de l’oral
    [reading] compréhension de l’écrit
    [writing] expression écrite
   *[speaking] expression orale
} vont de { $least } à { $most } par pas de { $step }, par exemple 6 ou 6,5.
problem-day-before-express-entry = Il y a des pointages depuis le { $date } : choisissez ce jour ou un jour ultérieur.
