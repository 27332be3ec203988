# Rondes d’invitations, chances et avis.

## Kinds of rounds
round-kind-general = Générale
round-kind-cec = Catégorie de l’expérience canadienne
round-kind-pnp = Programme des candidats des provinces
round-kind-fsw = Travailleurs qualifiés (fédéral)
round-kind-fst = Métiers spécialisés (fédéral)
round-kind-french = Compétence linguistique en français
round-kind-healthcare = Soins de santé et services sociaux
round-kind-stem = STIM
round-kind-trades = Métiers spécialisés
round-kind-transport = Transport
round-kind-agriculture = Agriculture et agroalimentaire
round-kind-education = Éducation
round-kind-physicians = Médecins ayant de l’expérience de travail au Canada
round-kind-senior-managers = Cadres de la haute direction ayant de l’expérience de travail au Canada
round-kind-researchers = Recherche, avec expérience de travail au Canada
round-kind-military = Recrues militaires qualifiées
round-kind-other = Autre type de ronde

## Buttons
button-latest-round = Dernière ronde
button-chances = Où en suis-je?
button-subscribe = M’avertir des nouvelles rondes

## One round
round-told = **{ $cutoff }** – { $kind }, { $date }. { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}, ronde n° { $number }.
round-line = { $date } : **{ $cutoff }**, { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}
round-line-kind = { $kind }, { $date } : **{ $cutoff }**, { $invitations ->
    [one] { $invitations } invitation
   *[other] { $invitations } invitations
}
round-occupation = { $title } ({ $code }) : sur la liste { $count ->
    [one] d’une catégorie. Son dernier seuil :
   *[other] de { $count } catégories. Leurs derniers seuils :
}
round-occupation-none = Aucune profession n’a de pointage à elle, et { $title } ({ $code }) n’est sur la liste d’aucune catégorie aujourd’hui. Ce sont donc les autres rondes qui comptent. La dernière :
pool-total = Le bassin comptait **{ $total }** personnes le { $date }.
pool-above = Dans le bassin du { $date }, **{ $count }** personnes avaient plus de { $score } points.
pool-between = Dans le bassin du { $date }, entre **{ $least }** et **{ $most }** personnes avaient plus de { $score } points; IRCC publie de { $low } à { $high } en un seul groupe.
round-next = **Personne ne sait quand aura lieu la prochaine ronde :** IRCC n’en annonce aucune d’avance. Les dernières :
round-ahead = **Personne ne peut savoir** si les seuils vont baisser ou monter.
enough = { $reached ->
    [0] **{ $score }** n’aurait suffi à la dernière ronde **d’aucun type**.
    [one] **{ $score }** aurait suffi à la dernière ronde de **{ $reached }** type sur { $kinds }.
   *[other] **{ $score }** aurait suffi à la dernière ronde de **{ $reached }** types sur { $kinds }.
}
enough-kind = **Oui, { $score } aurait suffi** la dernière fois.
enough-kind-not = **{ $score } n’aurait pas suffi** la dernière fois.
enough-above = { $kind } : { $cutoff } (**{ $gap } de plus**)
enough-below = { $kind } : { $cutoff } (**{ $gap } de moins**)
enough-equal = { $kind } : { $cutoff }, exactement le même : le départage a tranché
own-above = Vous êtes à **{ $score }** : c’est **{ $gap } de plus que { $points }**.
own-below = Vous êtes à **{ $score }** : c’est **{ $gap } de moins que { $points }**.
own-equal = Vous êtes à **{ $score }** : exactement ce nombre.
enough-which = Lesquelles peuvent vous inviter dépend de votre travail, de vos langues et de vos études.
round-latest-others = Les dernières des autres types :
round-as-of = Rondes jusqu’au { $date }.
round-as-of-old = Je connais les rondes jusqu’au { $date }. La page officielle en affiche peut-être de plus récentes.
round-none = Je ne connais aucune ronde de ce genre.
round-none-kind = Il n’y a encore eu aucune ronde de ce type : { $kind }.
round-dormant = C’était il y a { $days } jours. Depuis, il y a eu { $others ->
    [one] { $others } ronde
   *[other] { $others } rondes
} d’autres types.
round-no-number = Je ne connais pas de ronde n° { $number }. La dernière que je connais est la ronde n° { $last }.
round-tie-break = À { $cutoff } points exactement, IRCC a invité les personnes qui ont présenté leur profil avant le { $date } à { $time } UTC.
round-tie-break-unknown = Je ne connais pas la règle de départage de cette ronde.

## History and trend
rounds-of-year = **{ $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
}** en { $year }, { $invitations } invitations.
rounds-of-kind-year = **{ $low } à { $high }** – { $kind }, { $year } : { $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
}, { $invitations } invitations.
rounds-of-kind = **{ $low } à { $high }** – { $kind } : { $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
} depuis { $since }, { $invitations } invitations.
rounds-kind-line = { $kind } : { $rounds }, seuils de { $low } à { $high }
rounds-kind-line-same = { $kind } : { $rounds }, seuil de { $low }
rounds-year-line = { $year } : de { $low } à { $high }, la moitié à { $median } ou moins ({ $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
})
rounds-year-line-same = { $year } : { $low } ({ $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
})
rounds-of-month = **{ $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
}** en { $month }, { $invitations } invitations.
rounds-none-month = Je ne connais aucune ronde en { $month }.
round-lowest = C’est le seuil le plus bas que je connaisse. Il en dit peu sur le prochain : tout dépendait de qui était invité ce jour-là.
round-highest = C’est le seuil le plus haut que je connaisse. Les rondes pour candidats des provinces paraissent hautes, car la désignation donne à elle seule beaucoup de points.
rounds-none-year = Je ne connais aucune ronde de ce genre en { $year }.
round-none-that-day = Je ne connais aucune ronde du { $date }.
round-nearest = Les plus proches que je connaisse :
rounds-more = Et { $more } avant celles-ci.
trend-last = **{ $cutoff }** – { $kind } : le dernier seuil, le { $date }.
trend-cadence = Depuis douze mois, de { $shortest } à { $longest } jours séparent deux rondes, la moitié du temps { $median } ou moins.
trend-years = Seuils par année :

## Where a score stands
chances-then = { $verdict ->
    [yes] **Oui, avec vos { $score } points d’aujourd’hui.** Le seuil des rondes « { $kind } » était de { $cutoff } le { $date }.
    [perhaps] **Oui d’après le nombre, si cette ronde vous était ouverte.** Vous êtes à { $score }. Le seuil des rondes « { $kind } » était de { $cutoff } le { $date }.
    [no] **Non : { $score }, c’est moins que { $cutoff }.** C’était le seuil des rondes « { $kind } » le { $date }.
   *[closed] **Non, d’après ce que je sais : aucune ronde de { $month } ne vous était ouverte.** Vous êtes à { $score }. Le seuil le plus bas était alors de { $cutoff } ({ $kind }).
}
chances-closed = Pas ouvertes pour vous, d’après ce que je sais :
chances-score = Votre pointage est de **{ $score }**.
chances-score-so-far = Vous êtes à **{ $score }** pour l’instant.
chances-closed-all = Vous êtes à **{ $score }** pour l’instant, et aucun type de ronde que je connais ne vous est encore ouvert.
chances-closest-above = C’est **{ $gap } de plus** que le dernier seuil des rondes « { $kind } ».
chances-closest-below = C’est **{ $gap } de moins** que le seuil le plus proche, celui des rondes « { $kind } ».
chances-closest-equal = C’est exactement le dernier seuil des rondes « { $kind } », où le départage a tranché.
chances-none = J’ai regardé les rondes des douze derniers mois. D’après ce que vous m’avez dit, je n’en trouve aucune qui pourrait vous inviter.
chances-above = { $kind } : { $cutoff } le { $date }, vous avez **{ $gap } de plus**
chances-below = { $kind } : { $cutoff } le { $date }, vous avez **{ $gap } de moins**
chances-equal = { $kind } : { $cutoff } le { $date }, **exactement le vôtre**; le départage a tranché
chances-asleep = Vous pourriez aussi recevoir une invitation dans ces rondes, mais il n’y en a pas eu depuis douze mois : { $kinds }.
chances-year = Vous auriez atteint le seuil de { $enough ->
    [one] { $enough } ronde
   *[other] { $enough } rondes
} sur { $rounds } dans les douze derniers mois.
chances-outlook = Si les seuils bougent comme ces deux dernières années, le prochain se situera entre { $low } et { $high }. Une telle fourchette s’est vérifiée pour { $held } { $held ->
    [one] ronde
   *[other] rondes
} sur { $tests }.
chances-outlook-before = Tout cela date d’avant le changement de règles du { $date }. Personne ne sait encore si cela tient toujours.
chances-no-promise = Les rondes passées ne promettent rien : personne ne peut prédire le prochain seuil.
chances-other-rules = Cette ronde suivait d’autres règles que votre pointage.
chances-unsure = Je ne sais pas encore avec certitude si vous pouvez recevoir une invitation dans celles-ci. Si oui :
chances-occupation = Certaines rondes visent certaines professions. Pour savoir lesquelles sont les vôtres, il me manque le titre de votre emploi ou son code CNP.
chances-with-french = Un test de français au NCLC { $level } dans chaque habileté vous ouvrirait les rondes pour le français : leur dernier seuil était de { $cutoff }, le { $date }.
chances-with-pnp = Une désignation provinciale vous ouvrirait les rondes pour personnes désignées, et rien ne donne plus de points.
chances-place = Dans le bassin du { $date }, entre { $least } et { $most } personnes sur { $total } sont au-dessus de vous; IRCC publie les pointages de { $low } à { $high } en un seul groupe.
chances-place-more = Cela fait { $more } { $more ->
    [one] personne
   *[other] personnes
} de plus dans les tranches au-dessus de la vôtre que le { $date }.
chances-place-less = Cela fait { $less } { $less ->
    [one] personne
   *[other] personnes
} de moins dans les tranches au-dessus de la vôtre que le { $date }.
button-all-standing = Tout voir, avec le bassin
button-all-kinds = Tous les types de rondes

## The tie-break
tie-break = Plusieurs personnes peuvent être exactement au seuil. C’est alors le moment où elles ont présenté leur profil qui tranche. IRCC invite celles qui l’ont fait avant la date et l’heure publiées, pas les autres.
tie-break-yours = Votre pointage de { $score } est exactement le dernier seuil ({ $kind }, { $date }).

## Alerts
alerts-ask = De quoi dois-je vous avertir? Vous pouvez y mettre fin à tout moment.
alerts-choose-all = De chaque ronde
alerts-choose-mine = Des rondes de mes catégories
alerts-choose-enough = Seulement si mon pointage suffisait
alerts-end = Mettre fin à ces messages
alerts-on-all = **C’est fait.** Je vous avertirai après chaque nouvelle ronde.
alerts-on-mine = **C’est fait.** Je vous avertirai de chaque ronde où l’on peut vous inviter, d’après ce que vous m’avez dit de vous.
alerts-on-enough = **C’est fait.** Je vous avertirai quand votre pointage atteint le seuil d’une ronde.
alerts-where-push = Vous recevrez un message ici.
alerts-where-visit = Vous le verrez ici à votre prochaine visite. Pour l’apprendre tout de suite, continuez sur Telegram ou activez les avis dans le menu de ma propre page.
alerts-not-kept = Vos données sont effacées 24 heures après votre dernier message, et ces avis avec elles. Je les garde seulement si vous acceptez.
alerts-off = **C’est terminé.** Je n’enverrai plus de messages sur les rondes, ni de rappels.
alerts-off-none = Vous ne receviez aucun message sur les rondes, et n’en recevrez pas.
news-headline = { $rounds ->
    [one] **Une nouvelle ronde d’invitations**
   *[other] **{ $rounds } nouvelles rondes d’invitations**
}
news-new-rules = Selon les règles du { $since }, votre pointage est de **{ $score }**; la veille, il était de { $before }.
news-gap-above = Votre pointage de { $score } est { $gap } { $gap ->
    [one] point
   *[other] points
} au-dessus.
news-gap-below = Votre pointage de { $score } est { $gap } { $gap ->
    [one] point
   *[other] points
} au-dessous.
news-gap-equal = Votre pointage de { $score } est exactement le seuil : le départage a tranché.
news-other-rules = Votre pointage est calculé sans les points entrés en vigueur le { $date }; cette ronde s’est tenue avec eux.

## Pictures
picture-cutoffs-title = Seuils des rondes (pointage SCG)
picture-your-score = Vous : { $score }
picture-cutoffs-alt = Seuils des rondes, du { $since } au { $until }.
picture-cutoffs-alt-kind = { $kind } : { $rounds ->
    [one] { $rounds } ronde
   *[other] { $rounds } rondes
}, de { $low } à { $high }, la dernière à { $last }.
picture-cutoffs-alt-score = La ligne horizontale est votre pointage, { $score }.
picture-cutoffs-recent = Les 24 derniers mois
picture-cutoffs-far = Trop loin pour être dessinées : { $rounds }
picture-far = { $score } le { $date }
picture-pool-bar = { $low } à { $high }
picture-pool-title = Personnes dans le bassin, { $date }
picture-pool-alt = Personnes dans le bassin le { $date } selon le pointage SCG, { $total } en tout : { $bands }.
picture-pool-alt-band = de { $low } à { $high } : { $count }
picture-pool-alt-score = Votre pointage de { $score } est dans la tranche de { $low } à { $high }.

## Command line
cli-help-rounds = les rondes d’invitations, la plus récente d’abord
cli-help-rounds-refresh = consulter d’abord le fil officiel; sans cela, ce qui est connu est donné
cli-help-rounds-category = ce type seulement : cec, pnp, french, healthcare, etc.
cli-help-rounds-since = les rondes à partir de ce jour seulement
cli-help-rounds-limit = au plus ce nombre (10; toutes avec --json)
cli-help-rounds-url = refresh : une autre adresse du fil en anglais
cli-help-rounds-accept = refresh : accepter aussi les dates, nombres et seuils modifiés du passé
cli-rounds-refreshed = { $added ->
    [0] Aucune nouvelle ronde
    [one] { $added } nouvelle ronde
   *[other] { $added } nouvelles rondes
}, au { $date }.
cli-rounds-changed = Ronde { $number } : { $field } était { $known }, maintenant { $published }
cli-rounds-waiting = Ronde { $number } : { $field } reste { $known }; le fil indique { $published }. Pour l’accepter : rounds refresh --accept
cli-help-chances = un profil face aux rondes où l’on peut l’inviter, et dans le bassin
cli-help-alerts = avertir les personnes abonnées des nouvelles rondes
cli-help-alerts-send = mettre en file ce qui est nouveau et envoyer ce qui est dû
cli-alerts-sent = { $queued } en file, { $sent } envoyés, { $blocked } bloqués, { $failed } échoués, { $resumed } repris.
cli-bench-rounds = actualisation du fil entier : { $refresh_seconds } secondes
    erreur moyenne du prochain seuil, deux ans pas à pas, en points : « comme la dernière fois » { $cec_last } (cec), { $pnp_last } (pnp), { $french_last } (french); moyenne de trois { $cec_mean_of_3 }, { $pnp_mean_of_3 }, { $french_mean_of_3 }; médiane de six { $cec_median_of_6 }, { $pnp_median_of_6 }, { $french_median_of_6 }; droite par huit { $cec_line_through_8 }, { $pnp_line_through_8 }, { $french_line_through_8 }; rondes { $cec_rounds }, { $pnp_rounds }, { $french_rounds }
    fourchettes vérifiées : { $cec_held } sur { $cec_tests } (cec, large de { $cec_width } points), { $pnp_held } sur { $pnp_tests } (pnp, { $pnp_width }), { $french_held } sur { $french_tests } (french, { $french_width })
cli-bench-alerts = { $alerts } avis en { $seconds } secondes ({ $a_second } par seconde, au plus { $most_in_a_second } en une seconde), interrompus { $kills } fois : { $lost } perdus, { $twice } arrivés deux fois
