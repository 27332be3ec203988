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
crs-spouse-education = Études de votre partenaire
crs-spouse-language = Langue officielle de votre partenaire
crs-spouse-canadian-work = Travail de votre partenaire au Canada
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

crs-notice-2026-11-03 = À savoir : on rapporte de nouveaux points pour les emplois à haut salaire depuis le { $since }. Je n’ai pas encore vu leurs valeurs; ce nombre suit donc les règles du { $rules }. L’outil officiel donne le pointage actuel.
crs-notice-2026-11-03-short = Points « haut salaire » exclus.

## Pourquoi une ligne a ses points

because-not-told = { $fact ->
    [age] Je ne connais pas encore votre âge.
    [education] Je ne connais pas encore vos études.
    [first_language] Je ne connais pas encore votre premier test de langue.
    [second_language] Je ne sais pas encore si vous avez un second test de langue.
    [canadian_work_years] Je ne connais pas encore votre travail au Canada.
    [foreign_work_years] Je ne connais pas encore votre travail à l’étranger.
    [noc] Je ne connais pas encore votre profession.
    [certificate_of_qualification] Je ne sais pas encore si vous avez un certificat de compétence.
    [provincial_nomination] Je ne sais pas encore si vous avez une désignation.
    [canadian_education] Je ne connais pas encore vos études au Canada.
    [sibling_in_canada] Je ne sais pas encore si vous avez un frère ou une sœur au Canada.
    [job_offer] Je ne sais pas encore si vous avez une offre d’emploi.
    [job_offer_noc] Je ne connais pas encore la profession de l’offre.
    [spouse_age] Je ne connais pas encore l’âge de votre partenaire.
    [spouse_education] Je ne connais pas encore les études de votre partenaire.
    [spouse_canadian_education] Je ne connais pas encore les études de votre partenaire au Canada.
    [spouse_language] Je ne connais pas encore le test de votre partenaire.
    [spouse_canadian_work_years] Je ne connais pas encore le travail de votre partenaire au Canada.
   *[spouse_foreign_work_years] Je ne connais pas encore le travail de votre partenaire à l’étranger.
}
because-age = Âge : { $years } ans.
because-spouse-age = Âge de votre partenaire : { $years } ans.
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
    [less_than_secondary] Partenaire : moins que le diplôme d’études secondaires.
    [secondary] Partenaire : diplôme d’études secondaires.
    [one_year] Partenaire : programme postsecondaire d’un an.
    [two_year] Partenaire : programme postsecondaire de deux ans.
    [bachelors_or_three_year] Partenaire : baccalauréat, ou programme de trois ans ou plus.
    [two_or_more] Partenaire : deux diplômes ou plus, dont un d’un programme de trois ans ou plus.
    [masters_or_professional] Partenaire : maîtrise ou diplôme professionnel.
   *[doctorate] Partenaire : doctorat.
}
because-eca-missing = Je le compte tel que vous l’avez dit. Un diplôme étranger demande une évaluation des diplômes d’études (EDE).
because-eca-undated = Je compte votre évaluation (EDE) comme encore valide. C’est son mois qui décide.
because-eca-expired = Votre évaluation des diplômes d’études (EDE) a { $years } ans ou plus ({ $date }) : votre diplôme étranger ne compte donc pas.
because-eca-day-decides = Votre évaluation des diplômes d’études (EDE, { $date }) est valable { $years } ans. Son jour exact décide si elle l’est encore.
because-eca-none = Sans évaluation des diplômes d’études (EDE), un diplôme étranger ne donne pas encore de points.
credential-not-completed = Un diplôme que vous n’avez pas terminé ne compte pas.
because-ability = { $ability ->
    [listening] Compréhension orale :
    [reading] Compréhension écrite :
    [writing] Expression écrite :
   *[speaking] Expression orale :
} { $level ->
    [0] sous { $framework } 4.
    [10] { $framework } 10 ou plus.
   *[other] { $framework } { $level }.
}
because-lowest = Habileté la plus faible : { $level ->
    [0] sous { $framework } 4.
    [10] { $framework } 10 ou plus.
   *[other] { $framework } { $level }.
}
because-french-lowest = { $level ->
    [0] Français : aucun résultat de NCLC 4 ou plus dans les quatre habiletés.
    [10] Français : NCLC 10 ou plus dans les quatre habiletés.
   *[other] Français : NCLC { $level } ou plus dans les quatre habiletés.
}
because-english-lowest = { $level ->
    [0] Anglais : aucun résultat de CLB 4 ou plus dans les quatre habiletés.
    [10] Anglais : CLB 10 ou plus dans les quatre habiletés.
   *[other] Anglais : CLB { $level } ou plus dans les quatre habiletés.
}
because-no-test = Pas de test.
because-test-expired = Vos résultats de test ont expiré ({ $date }). Ils ne donnent plus de points après { $years } ans.
because-test-day-decides = Vos résultats de test expirent ces jours-ci ({ $date }). Ils donnent des points pendant { $years } ans : le jour exact du test décide.
because-better-first = J’ai compté votre { $test ->
    [ielts_gt] test IELTS
    [celpip_g] test CELPIP
    [pte_core] test PTE Core
    [clb] anglais
    [nclc] français
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
} comme première langue : dans l’autre ordre, vous auriez { $other }.
because-test-not-accepted = Entrée express n’accepte ce test que depuis le { $date }.
because-tef-ancien-score = Je l’ai lu dans la colonne « Équivalence ancien score » de votre attestation du TEF Canada, celle qu’utilise Entrée express.
because-tef-699 = Je l’ai lu dans la colonne sur 699 points de votre attestation du TEF Canada. Entrée express utilise la colonne « Équivalence ancien score ».
because-canadian-work-years = { $years ->
    [0] Pas d’année complète de travail qualifié au Canada.
    [one] { $years } année complète de travail qualifié au Canada.
   *[other] { $years } années complètes de travail qualifié au Canada.
}
because-foreign-work-years = { $years ->
    [0] Pas d’année complète de travail qualifié à l’étranger.
    [one] { $years } année complète de travail qualifié à l’étranger.
   *[other] { $years } années complètes de travail qualifié à l’étranger.
}
because-foreign-several-occupations = Je compte toutes vos professions ensemble. L’outil officiel n’en demande qu’une.
because-spouse-canadian-work-years = { $years ->
    [0] Votre partenaire n’a pas d’année complète de travail qualifié au Canada. Le travail pendant des études à temps plein ou à son compte ne compte pas.
    [one] Votre partenaire a { $years } année complète de travail qualifié au Canada. Le travail pendant des études à temps plein ou à son compte ne compte pas.
   *[other] Votre partenaire a { $years } années complètes de travail qualifié au Canada. Le travail pendant des études à temps plein ou à son compte ne compte pas.
}
because-spouse-foreign-work-years = { $years ->
    [0] Votre partenaire n’a pas d’année complète de travail qualifié à l’étranger.
    [one] Votre partenaire a { $years } année complète de travail qualifié à l’étranger.
   *[other] Votre partenaire a { $years } années complètes de travail qualifié à l’étranger.
}
because-noc = Profession : CNP { $codes }.
because-noc-not-skilled = Votre profession { $code } est de la FEER { $teer }. Seules les années en FEER 0, 1, 2 ou 3 comptent ici.
because-no-occupation = Pas de profession.
because-certificate-of-qualification = { $answer ->
    [yes] Certificat de compétence dans un métier.
   *[no] Pas de certificat de compétence.
}
because-provincial-nomination = { $answer ->
    [yes] Désignation par une province ou un territoire.
   *[no] Pas de désignation.
}
because-canadian-education = { $level ->
    [none] Pas de diplôme postsecondaire du Canada.
    [one_or_two_years] Diplôme du Canada d’un ou deux ans.
   *[three_years_or_more] Diplôme du Canada de trois ans ou plus.
}
because-spouse-canadian-education = { $level ->
    [none] Partenaire : pas de diplôme postsecondaire du Canada.
    [one_or_two_years] Partenaire : diplôme du Canada d’un ou deux ans.
   *[three_years_or_more] Partenaire : diplôme du Canada de trois ans ou plus.
}
because-sibling-in-canada = { $answer ->
    [yes] Frère ou sœur au Canada.
   *[no] Pas de frère ni de sœur au Canada.
}
because-job-offer = { $answer ->
    [yes] Offre d’emploi.
    [not_valid] L’offre d’emploi ne remplit pas les conditions.
   *[no] Pas d’offre d’emploi.
}
because-repealed = Cela ne donne plus de points depuis le { $date }.
because-capped = Cela compte pour { $to } au lieu de { $from }, car le maximum ici est { $limit }.
because-capped-together = Cela compte pour { $to } au lieu de { $from }, car ces lignes ensemble donnent au plus { $limit }.

## Faits que seul un parcours professionnel contient

fact-jobs = Parcours professionnel
fact-jobs-hours-per-week = Heures par semaine de chaque emploi
fact-dependent-children-birth-date = Dates de naissance de vos enfants
fact-spouse-jobs-start = Dates des emplois de votre partenaire
fact-spouse-jobs-in-canada = Pays des emplois de votre partenaire
fact-spouse-jobs-noc = Profession de chaque emploi de votre partenaire
fact-spouse-jobs-hours-per-week = Heures par semaine des emplois de votre partenaire
fact-spouse-eca-date = EDE de votre partenaire
fact-spouse-has-eca = EDE de votre partenaire
fact-jobs-start = Dates de chaque emploi
fact-jobs-in-canada = Pays de chaque emploi
fact-jobs-noc = Profession de chaque emploi

## Ce qui est permis dans un profil

problem-unknown-field = Ce champ n’existe pas ici. Il y a : { $allowed }.
problem-required = Ce champ est nécessaire.
problem-object = Il faut ici un objet avec des champs.
problem-null = Null n’est pas une réponse ici : omettez ce qui n’est pas connu.
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
problem-age-and-birth-date = L’âge et la date de naissance se contredisent. Selon la date de naissance, l’âge est de { $age } ans. Indiquez l’un des deux.
problem-scale = Seul le TEF Canada a une échelle, « ancien_score » ou « 699 »; omettez-la pour les autres tests.
problem-score-whole = Au { $test ->
    [celpip_g] CELPIP-General
    [pte_core] PTE Core
    [tef_canada] TEF Canada
   *[tcf_canada] TCF Canada
}, les notes de { $ability ->
    [listening] compréhension orale
    [reading] compréhension écrite
    [writing] expression écrite
   *[speaking] expression orale
} sont des nombres entiers de { $least } à { $most }.
problem-score-steps = À l’{ $test ->
   *[ielts_gt] IELTS General Training
}, les notes de { $ability ->
    [listening] compréhension orale
    [reading] compréhension écrite
    [writing] expression écrite
   *[speaking] expression orale
} vont de { $least } à { $most } par pas de { $step }, par exemple 6 ou 6,5.
problem-day-before-express-entry = Il y a des pointages depuis le { $date } : choisissez ce jour ou un jour ultérieur.
