## Questions : ce qui est demandé, pourquoi, et ce que cela veut dire. Les identifiants suivent data/intake.yml.

ask-age = Quel âge avez-vous? Avec votre date de naissance, je peux aussi calculer votre pointage pour n’importe quel jour.
why-age = L’âge compte pour beaucoup dans le pointage, et vos points changent à chaque anniversaire.
explain-age = Votre âge aujourd’hui, en années complètes, comme « 31 ». Ou votre date de naissance, comme « 14 mars 1995 ».

ask-marital-status = Qui vient au Canada : vous seulement, ou vous et votre partenaire?
why-marital-status = Si un époux, une épouse ou un conjoint de fait vous accompagne, vos points se comptent autrement.
explain-marital-status = Un mari ou une femme est un partenaire. C’est aussi le cas d’une personne avec qui vous vivez en couple depuis au moins un an (conjoint de fait). En cas de divorce, de séparation ou de veuvage, écrivez-le simplement.

ask-spouse-citizen-or-permanent-resident = Est-ce que { $partner } a la citoyenneté canadienne ou la résidence permanente au Canada?
why-spouse-citizen-or-permanent-resident = Si votre partenaire a déjà ce statut, il n’entre pas dans votre demande. Vos points sont alors comptés comme pour une personne seule.
explain-spouse-citizen-or-permanent-resident = La résidence permanente se prouve par une carte RP ou une confirmation de résidence permanente. Un permis d’études ou de travail n’est pas la résidence permanente.

ask-spouse-accompanying = Est-ce que { $partner } vient au Canada avec vous, reste au pays, ou a déjà la citoyenneté ou la résidence permanente?
why-spouse-accompanying = Si votre partenaire vient, une partie de vos points passe à ses études, à ses langues et à son travail.
explain-spouse-accompanying = Répondez oui si vous immigrez ensemble, dans la même demande. Dans tous les cas, vous devez déclarer votre partenaire.

ask-education = Quel est le plus haut diplôme que vous avez terminé, et où? S’il est canadien, appuyez d’abord sur « Il est du Canada ».
why-education = Les études donnent des points, et encore plus avec de bons résultats de langue ou du travail au Canada.
explain-education = Choisissez le plus haut que vous avez terminé. « Deux ou plus » veut dire deux diplômes après le secondaire, dont au moins un de trois ans ou plus.

ask-education-country-is-canada = Avez-vous obtenu votre plus haut diplôme au Canada?
why-education-country-is-canada = Un diplôme étranger demande une évaluation des diplômes d’études (EDE). Un diplôme canadien, non.
explain-education-country-is-canada = Répondez oui si l’école est au Canada. Si vous avez étudié dans plusieurs pays, pensez à votre plus haut diplôme.

ask-eca-date = Quand votre évaluation des diplômes d’études (EDE) a-t-elle été délivrée? Le mois suffit.
why-eca-date = Un diplôme étranger ne donne des points qu’avec une EDE de moins de { $eca_years } ans le jour de la demande.
explain-eca-date = L’EDE est un rapport, de WES par exemple, qui dit à quoi votre diplôme étranger équivaut au Canada. La date est sur le rapport. Pas encore d’EDE? Dites-le simplement : je vous montrerai le pointage avec et sans elle.

ask-canadian-education = Avez-vous obtenu un diplôme au Canada après le secondaire?
why-canadian-education = Des études au Canada peuvent vous donner des points de plus.
explain-canadian-education = Elles comptent si vous avez étudié à temps plein au Canada pendant au moins { $study_months } mois. Les cours de langue ne comptent pas. Choisissez le plus long programme que vous avez terminé.

ask-first-language = Quel test de langue avez-vous passé, avec quels résultats, et quel mois? Par exemple : IELTS CO 8, CE 7, EE 6,5, EO 7, mai 2026. Si vous en avez un en français et un en anglais, commencez par le meilleur.
so-far = Cela fait **{ $total }** pour l’instant.
so-far-eca = Cela fait **{ $total }** pour l’instant, si votre diplôme a une évaluation (EDE).
review-total = Cela fait **{ $total }**. Vérifiez ce que j’ai compris :
why-first-language = La langue compte pour beaucoup dans le pointage, et chacune des quatre habiletés compte à part.
explain-first-language = Entrée express accepte cinq tests. Pour le français : TEF Canada et TCF Canada. Pour l’anglais : IELTS General Training, CELPIP-General et PTE Core. IELTS Academic et PTE Academic ne comptent pas.

ask-second-language = Avez-vous aussi un test dans l’autre langue officielle?
why-second-language = Une deuxième langue officielle donne des points, et un bon français en donne encore plus.
explain-second-language = Les langues officielles du Canada sont le français et l’anglais. Si votre premier test est en français, je parle d’IELTS, de CELPIP ou de PTE Core. S’il est en anglais, je parle de TEF Canada ou de TCF Canada.

ask-spouse-language = Est-ce que { $partner } a passé un test de langue?
why-spouse-language = Les résultats de votre partenaire dans une langue officielle peuvent ajouter des points.
explain-spouse-language = Les cinq mêmes tests comptent que pour vous : TEF Canada, TCF Canada, IELTS General Training, CELPIP-General et PTE Core.

ask-canadian-work-years = Combien d’années complètes de travail qualifié avez-vous faites au Canada dans les { $work_window } dernières années?
why-canadian-work-years = Le travail au Canada donne des points, et encore plus avec les études ou le travail à l’étranger.
explain-canadian-work-years = Comptez le travail payé de FEER 0, 1, 2 ou 3 : gestion, professions libérales, emplois techniques et métiers. Une année vaut { $year_hours } heures, au plus { $week_hours } heures par semaine. Le travail pendant des études à temps plein, à votre compte ou sans autorisation ne compte pas.

ask-noc = Quel est le titre de votre emploi au Canada, ou son code CNP à cinq chiffres?
why-noc = Le code CNP montre si votre emploi est qualifié. Il servira aussi pour les nouveaux points de certaines professions, annoncés pour le 3 novembre 2026.
explain-noc = La CNP est la liste canadienne des professions. Écrivez le titre de votre emploi, puis choisissez la ligne qui décrit ce que vous faisiez vraiment.

ask-foreign-work-years = Combien d’années complètes de travail qualifié avez-vous faites hors du Canada dans les { $work_window } dernières années?
why-foreign-work-years = Le travail à l’étranger donne des points avec de bons résultats de langue ou avec du travail au Canada.
explain-foreign-work-years = Comptez le travail payé de FEER 0, 1, 2 ou 3 : gestion, professions libérales, emplois techniques et métiers. Une année vaut { $year_hours } heures, au plus { $week_hours } heures par semaine.

ask-certificate-of-qualification = Avez-vous un certificat de compétence canadien pour un métier (d’une province, d’un territoire ou du fédéral)?
why-certificate-of-qualification = Avec de bons résultats de langue, il donne des points.
explain-certificate-of-qualification = C’est l’autorisation d’exercer un métier spécialisé, comme électricien ou soudeur, délivrée au Canada. Un certificat étranger ne compte pas.

ask-provincial-nomination = Avez-vous une désignation d’une province ou d’un territoire pour la résidence permanente?
why-provincial-nomination = Rien ne donne plus de points qu’une désignation.
explain-provincial-nomination = La désignation est un certificat que donne une province, par un volet lié à Entrée express. Si votre demande est encore à l’étude, répondez non pour l’instant.

ask-sibling-in-canada = Avez-vous un frère ou une sœur qui vit au Canada avec la citoyenneté ou la résidence permanente?{ $couple ->
    [no] {""}
   *[yes] {" "}Ceux de votre partenaire comptent aussi, si votre partenaire vient avec vous.
}
why-sibling-in-canada = Un frère ou une sœur au Canada donne des points de plus, une seule fois.
explain-sibling-in-canada = Le frère ou la sœur doit avoir { $sibling_age } ans ou plus. Les demi-frères et demi-sœurs comptent, ainsi que les frères et sœurs par alliance ou par adoption. Les cousins, non.

ask-job-offer = Avez-vous une offre d’emploi écrite d’un employeur canadien?
why-job-offer = Une offre compte pour certains programmes. De nouveaux points pour certaines offres ont été annoncés pour le 3 novembre 2026.
explain-job-offer = Je parle d’une offre écrite, pour un travail à temps plein. Un entretien ou une promesse orale n’est pas encore une offre.

ask-job-offer-noc = Quel est le titre de l’emploi offert, ou son code CNP à cinq chiffres?
why-job-offer-noc = Le code CNP montre si l’offre est pour un travail qualifié.
explain-job-offer-noc = La CNP est la liste canadienne des professions. Écrivez le titre de l’emploi offert, puis choisissez la ligne qui convient.

ask-spouse-education = Quel est le plus haut diplôme de { $partner }?
why-spouse-education = Les études de votre partenaire peuvent ajouter des points.
explain-spouse-education = Choisissez le plus haut diplôme que votre partenaire a obtenu. Ici aussi, un diplôme étranger demande une EDE.

ask-spouse-canadian-work-years = Combien d’années complètes de travail qualifié au Canada compte { $partner } dans les { $work_window } dernières années?
why-spouse-canadian-work-years = Le travail de votre partenaire au Canada peut ajouter des points.
explain-spouse-canadian-work-years = Comptez le travail payé de FEER 0, 1, 2 ou 3. Le travail à son compte et le travail pendant des études à temps plein ne comptent pas.

ask-education-alone = Quel est le plus haut diplôme que vous avez terminé?

ask-any-of-these = Presque fini. Avez-vous une de ces choses? Choisissez toutes celles que vous avez, puis appuyez sur Terminé.
why-any-of-these = Chacune peut vous donner des points, et aucune n’est obligatoire.
explain-any-of-these = Le test de langue est un test dans l’autre langue officielle. Le certificat de métier est délivré au Canada. Une désignation est un certificat d’une province, pas une demande à l’étude. Votre frère ou votre sœur doit avoir { $sibling_age } ans ou plus. Cette personne doit vivre au Canada, avec la citoyenneté ou la résidence permanente. L’offre d’emploi est écrite. L’EDE est un rapport, de WES par exemple, qui dit à quoi un diplôme étranger équivaut au Canada.

ask-scores = Quels sont vos quatre résultats au test **{ $test }** (compréhension orale, compréhension écrite, expression écrite, expression orale){ $dated ->
    [yes] { "" }? Par exemple : { $example }
   *[no] { "" }, et de quel mois? Par exemple : { $example }, mai 2026
}
ask-scores-partner = Quels sont les quatre résultats de votre partenaire au test **{ $test }** (compréhension orale, compréhension écrite, expression écrite, expression orale){ $dated ->
    [yes] { "" }? Par exemple : { $example }
   *[no] { "" }, et de quel mois? Par exemple : { $example }, mai 2026
}
ask-scores-missing = J’ai pour l’instant { $known }. Quel est votre résultat en { $missing }?
why-scores = Chacune des quatre habiletés donne ses propres points. Il me faut donc les quatre résultats, pas la note globale.
explain-scores = Les quatre résultats sont sur votre relevé. Écrivez-les dans n’importe quel ordre, avec des lettres. CO veut dire compréhension orale, CE compréhension écrite, EE expression écrite, EO expression orale.
explain-scores-tef = Pour le TEF Canada, prenez la colonne « Équivalence ancien score » : c’est celle qu’utilise Entrée express.

## Choix

choice-yes = Oui
choice-no = Non
choice-skip = Passer
choice-back = Retour
choice-why = Pourquoi cette question?
choice-explain = Qu’est-ce que c’est?
choice-none = Aucun
choice-no-test-yet = Pas encore
choice-eca-date-none = Je n’en ai pas encore
choice-years = { $years ->
    [0] Aucune, ou moins de 1 an
    [one] { $years } an
   *[other] { $years } ans
}
choice-years-or-more = { $years } ans ou plus
choice-second-language-none = Non
choice-spouse-language-none = Non

choice-marital-status-alone = Moi seulement, sans partenaire
choice-marital-status-with-spouse = Mon mari ou ma femme vient aussi
choice-marital-status-with-partner = Mon conjoint ou ma conjointe de fait vient aussi
choice-marital-status-stays = Mon partenaire reste au pays
choice-marital-status-canadian = Mon partenaire est déjà canadien
choice-accompanying-comes = Vient avec moi
choice-accompanying-stays = Reste au pays
choice-accompanying-canadian = A déjà la citoyenneté ou la résidence permanente
choice-education-in-canada = Il est du Canada
choice-any-of-these-second-language = Un test de français aussi
choice-any-of-these-second-language-fr = Un test d’anglais aussi
choice-any-of-these-canadian-education = Un diplôme du Canada
choice-any-of-these-eca-date = Une EDE pour mon diplôme
choice-any-of-these-certificate-of-qualification = Un certificat de métier canadien
choice-any-of-these-provincial-nomination = Une désignation d’une province
choice-any-of-these-sibling-in-canada = Un frère ou une sœur au Canada
choice-any-of-these-job-offer = Une offre d’emploi écrite
choice-done = Terminé
choice-none-of-these = Rien de tout cela
choice-marital-status-never-married = Jamais marié(e)
choice-marital-status-married = Marié(e)
choice-marital-status-common-law = Conjoint(e) de fait
choice-marital-status-separated = Séparé(e)
choice-marital-status-divorced = Divorcé(e)
choice-marital-status-widowed = Veuf ou veuve

group-education-one-year = Diplôme d’un ou deux ans, ou métier
group-education-bachelors-or-three-year = Licence, ou plusieurs diplômes
group-education-masters-or-professional = Maîtrise ou plus
choice-dont-know = Je ne sais pas
choice-education-less-than-secondary = Moins que le secondaire
choice-education-secondary = Diplôme d’études secondaires
choice-education-one-year = Diplôme d’un an
choice-education-two-year = Diplôme de deux ans
choice-education-bachelors-or-three-year = Licence, ou trois ans et plus
choice-education-two-or-more = Deux diplômes ou plus
choice-education-masters-or-professional = Maîtrise ou diplôme professionnel
choice-education-doctorate = Doctorat

choice-canadian-education-none = Non
choice-canadian-education-one-or-two-years = Oui, un ou deux ans
choice-canadian-education-three-years-or-more = Oui, trois ans ou plus

test-ielts-gt = IELTS General Training
test-celpip-g = CELPIP-General
test-pte-core = PTE Core
test-tef-canada = TEF Canada
test-tcf-canada = TCF Canada

ability-listening = compréhension orale
ability-reading = compréhension écrite
ability-writing = expression écrite
ability-speaking = expression orale
ability-short-listening = CO
ability-short-reading = CE
ability-short-writing = EE
ability-short-speaking = EO

example-ielts-gt = CO 8, CE 7, EE 6,5, EO 7
example-celpip-g = CO 9, CE 8, EE 8, EO 9
example-pte-core = CO 75, CE 70, EE 80, EO 78
example-tef-canada = CO 280, CE 233, EE 349, EO 349
example-tcf-canada = CO 503, CE 499, EE 12, EO 12

## Noms et valeurs des faits

fact-any-of-these = Quelques autres choses
fact-age = Âge
fact-birth-date = Date de naissance
fact-marital-status = Situation de famille
fact-family-size = Personnes dans la famille
fact-intends-quebec = Projet de vivre au Québec
fact-spouse-citizen-or-permanent-resident = Partenaire avec citoyenneté ou résidence permanente
fact-spouse-accompanying = Partenaire qui vient au Canada
fact-education = Études
fact-education-country-is-canada = Études faites au Canada
fact-eca-date = EDE délivrée le
fact-has-eca = EDE
fact-canadian-education = Diplôme du Canada
fact-first-language = Premier test de langue
fact-second-language = Deuxième test de langue
fact-english-levels = Niveau d’anglais (selon vous)
fact-french-levels = Niveau de français (selon vous)
fact-canadian-work-years = Travail qualifié au Canada
fact-noc = Profession (CNP)
fact-foreign-work-years = Travail qualifié hors du Canada
fact-certificate-of-qualification = Certificat de métier canadien
fact-provincial-nomination = Désignation d’une province
fact-sibling-in-canada = Frère ou sœur au Canada
fact-job-offer = Offre d’emploi
fact-job-offer-noc = Profession de l’offre
fact-settlement-funds-cad = Fonds d’établissement (CAD)
fact-spouse-age = Âge de votre partenaire
fact-spouse-birth-date = Date de naissance de votre partenaire
fact-spouse-education = Études de votre partenaire
fact-spouse-canadian-education = Diplôme canadien de votre partenaire
fact-spouse-language = Test de langue de votre partenaire
fact-spouse-english-levels = Niveau d’anglais de votre partenaire (selon vous)
fact-spouse-french-levels = Niveau de français de votre partenaire (selon vous)
fact-spouse-canadian-work-years = Travail qualifié de votre partenaire au Canada
fact-spouse-foreign-work-years = Travail qualifié de votre partenaire hors du Canada

value-years = { $years ->
    [one] { $years } an
   *[other] { $years } ans
}
value-months = { $months } mois
value-years-and-months = { $time } et { $months } mois
value-test = { $test } : { $scores }
value-test-levels = { $test } : { $scores } ({ $framework } { $levels })
value-none = Non

## La conversation autour des questions

welcome = Bonjour! Je suis un assistant gratuit pour **Entrée express**, le système du Canada pour les travailleurs qualifiés. Je calcule votre pointage SCG exact (les points qui vous classent) et je vous montre la règle derrière chaque ligne.
welcome-privacy = Je ne suis ni le gouvernement ni un avocat. J’efface ce que vous me dites 24 heures après votre dernier message, sauf si vous me demandez de le garder.
welcome-back = Rebonjour! Nous pouvons reprendre là où nous en étions.
introduced = Enchanté. Parlez-moi de vous et je calcule votre pointage pour Entrée express, ou posez-moi simplement une question.
asked-again = Je reviens à ma question. { $question }
introduced-meanwhile = Enchanté.
button-start = Calculer mon pointage
button-go-on = Continuer
button-go-on-with = Continuer : { $thing }
button-go-on-summary = Continuer : vérifier mes réponses
button-score-so-far = Mon pointage à ce stade
button-score-known = Mon pointage ({ $done } { $done ->
    [one] connu
   *[other] connus
} sur { $of })
take-your-time = Prenez votre temps, je reste là.
paused = D’accord, je ne vous pose plus de questions. Ce que vous m’avez dit reste. Demandez-moi ce que vous voulez, quand vous voulez.
paused-professional = Bien sûr, aucune question de ma part. Demandez-moi ce que vous voulez sur les règles, les rondes ou les seuils. Si « consultant » est votre propre métier, donnez-moi son titre complet, comme « consultant en informatique ».
button-help = Que savez-vous faire?
button-privacy = Vie privée

noted = { $turn ->
    [0] C’est noté : { $facts }.
    [1] Merci, je note : { $facts }.
   *[other] D’accord : { $facts }.
}
others-none = J’en conclus que le reste ne s’applique pas à vous.
none-of-these = C’est noté : rien de tout cela.
noted-fact = { $fact } : { $value }
changed = { $turn ->
    [0] C’est changé : { $new } (avant : { $old }).
    [1] C’est corrigé : { $new } (avant : { $old }).
   *[other] D’accord, maintenant { $new } (avant : { $old }).
}
removed = Je ne compte plus ce que vous aviez dit avant : { $facts }.
is-that-right = Pour être sûr : **{ $told }**. C’est bien ça?
is-that-right-own = Pour être sûr, à votre sujet : **{ $told }**. C’est bien ça?
doubt-together = Vivez-vous ensemble, en couple, depuis au moins un an? C’est alors une union de fait.
doubt-together-yes = Oui, un an ou plus
doubt-together-no = Non, pas encore
doubt-engaged = Jusqu’au mariage, vous comptez comme célibataire, sauf si vous vivez ensemble depuis au moins un an. Célibataire pour le moment, donc?
doubt-engaged-yes = Célibataire pour le moment
doubt-engaged-no = Ensemble depuis un an ou plus
doubt-sibling = Est-ce une personne de { $sibling_age } ans ou plus, qui a la citoyenneté canadienne ou la résidence permanente? Sinon, un frère ou une sœur ne donne pas de points.
doubt-sibling-yes = Oui
doubt-sibling-no = Non
is-that-theirs = Pour être sûr : **{ $told }**. Ou s’agit-il de vous?
choice-of-self = Moi
choice-of-neither = Aucun des deux
choice-of-partner = { $who ->
    [wife] Non, c’est à ma femme
    [husband] Non, c’est à mon mari
   *[partner] Non, c’est à mon partenaire
}
which-one = Une précision sur { $fact } : qu’est-ce qui est exact?
contradiction = Vous m’avez dit **{ $told }**. Cela ne concorde pas avec ce que vous dites sur { $new }. Qu’est-ce qui est exact?
needless = Dans votre cas, ceci ne compte pas, je le laisse donc de côté : { $facts }.
late-button = Ce bouton va avec une question précédente : je n’ai rien changé.
not-understood = { $turn ->
    [0] Je ne suis pas sûr de ce que vous voulez dire par « { $text } ».
    [1] « { $text } » : je ne sais pas comment le prendre ici.
   *[other] Je ne vois pas encore ce que « { $text } » veut dire ici.
}
quoted = « { $text } »
unplaced = Je n’ai pas compris { $pieces } et { $count ->
    [one] je l’ai laissé de côté
   *[other] je les ai laissés de côté
}. Redites-le autrement si c’est important.
not-understood-twice = Je n’ai toujours pas compris, alors essayons autrement. Appuyez sur un bouton, écrivez comme dans l’exemple, ou passez cette question.
dont-know = Pas de souci. { $explanation }
dont-know-skip = Vous pouvez aussi passer cette question. Je calculerai sans elle et je vous dirai ce qui manque.
skipped = On passe. À la fin, je vous dirai ce que cela pourrait changer.
nothing-before = C’est la première question : il n’y a rien avant.
progress = { $done } sur environ { $of }
occupation-no-work = « { $title } » ne me dit pas encore de quel travail il s’agit. Que faites-vous au juste? Quelques mots suffisent, comme « stagiaire en comptabilité » ou « photographe à la pige ». Vous pouvez aussi donner le code CNP à cinq chiffres ou passer cette question.
occupation-unknown = Je n’ai trouvé aucune profession pour « { $title } ». Essayez d’autres mots ou le code CNP à cinq chiffres, ou passez cette question.
occupation-teer = { $code } { $title } (FEER { $teer })
known-already = C’est bien noté : { $facts }.
note-partner-name = C’est noté : { $name } est votre partenaire.
note-applicant = { $known ->
    [name] C’est donc { $name } qui fait la demande. Quand j’écris « vous », c’est à { $name } que je pense; { $writer ->
        [partner] ce que vous dites de vous est noté pour le partenaire.
       *[other] je ne note sur vous que ce qui compte pour cette personne.
    }
    [called] C’est donc votre { $called } qui fait la demande. Quand j’écris « vous », c’est à votre { $called } que je pense; { $writer ->
        [partner] ce que vous dites de vous est noté pour le partenaire.
       *[other] je ne note sur vous que ce qui compte pour cette personne.
    }
   *[none] C’est donc quelqu’un d’autre qui fait la demande. Quand j’écris « vous », c’est à cette personne que je pense; je ne note sur vous que ce qui compte pour cette personne.
}
note-relative = Seul un frère ou une sœur au Canada ajoute des points à votre pointage SCG. { $grid ->
    [yes] Ce proche n’en ajoute pas, mais peut donner **{ $points }** points sur la grille de 67 points du Programme des travailleurs qualifiés (fédéral). Il faut pour cela qu’il soit adulte, et citoyen ou résident permanent.
   *[no] Un cousin ou un ami n’en ajoute pas, et ne donne rien non plus sur la grille de 67 points. Je n’ai rien noté.
}
note-somebody-else = Je comprends que vous parlez de quelqu’un d’autre; je n’en ai donc rien noté. S’il s’agit de votre partenaire, commencez par « ma femme », « mon mari » ou « mon partenaire ».
note-dating = Une personne que vous fréquentez ne compte comme partenaire que si vous êtes mariés ou vivez ensemble depuis un an. Je n’ai rien noté à son sujet; dites-le-moi si c’est le cas.
note-two-people = Pour moi, c’est { $name } qui fait la demande, et { $partner } est l’autre personne du couple. On peut aussi comparer l’inverse.
note-nationality = Merci. Votre nationalité ne change pas votre pointage : Entrée express est ouvert à toutes les nationalités, sauf la canadienne.
note-lives = Merci. L’endroit où vous vivez ne change pas votre pointage. Ce qui compte, c’est où vous avez travaillé et étudié.
note-quebec = À savoir : Entrée express s’adresse aux personnes qui comptent vivre hors du Québec. Le Québec choisit lui-même ses travailleurs qualifiés.
note-nothing-to-take-back = Je n’avais rien noté à ce sujet : il n’y a donc rien à retirer.
note-overall-band = Entrée express regarde chaque habileté à part : une note globale ne suffit pas. Il me faut vos quatre résultats.
note-birthday = { $whose ->
    [partner] Votre partenaire aura { $age } ans le { $date }.
   *[self] Vous aurez { $age } ans le { $date }.
}
note-test-dated = Je garde { $exact ->
    [day] le { $date }
   *[month] { $date }
} comme date de { $whose ->
    [partner] l’examen de votre partenaire
   *[self] votre { $test ->
        [none] test
        [ielts_gt] IELTS
        [celpip_g] CELPIP
        [pte_core] PTE Core
        [tef_canada] TEF Canada
       *[tcf_canada] TCF Canada
    }
}.
note-test-planned = { $whose ->
    [partner] { $test ->
        [ielts_gt] L’IELTS
        [celpip_g] Le CELPIP
        [pte_core] Le PTE Core
        [tef_canada] Le TEF Canada
        [tcf_canada] Le TCF Canada
       *[none] Le test de langue
    } de votre partenaire
   *[self] Votre { $test ->
        [ielts_gt] IELTS
        [celpip_g] CELPIP
        [pte_core] PTE Core
        [tef_canada] TEF Canada
        [tcf_canada] TCF Canada
       *[none] test de langue
    }
} est prévu pour { $exact ->
    [day] le { $date }
   *[month] { $date }
}. { $counted ->
    [yes] D’ici là, je compte les résultats que vous m’avez donnés.
   *[no] Envoyez-moi les quatre résultats dès qu’ils seront connus.
}
note-no-results = { $counted ->
    [yes] Je compte les résultats que vous m’avez donnés. Envoyez-moi les nouveaux dès qu’ils seront connus.
   *[no] { $whose ->
        [partner] Votre partenaire n’a pas encore de résultats : ce n’est pas grave.
       *[self] Pas encore de résultats : ce n’est pas grave.
    } Envoyez-moi les quatre dès qu’ils seront connus.
}
note-wrong-test = Le test { $name } n’est pas accepté pour Entrée express. Ceux-ci le sont : IELTS General Training, CELPIP-General, PTE Core, TEF Canada et TCF Canada.
note-better-test = { $test ->
    [ielts_gt] Des deux, c’est votre IELTS qui donne le plus de points : il compte.
    [celpip_g] Des deux, c’est votre CELPIP qui donne le plus de points : il compte.
    [pte_core] Des deux, c’est votre PTE Core qui donne le plus de points : il compte.
    [tef_canada] Des deux, c’est votre TEF Canada qui donne le plus de points : il compte.
   *[tcf_canada] Des deux, c’est votre TCF Canada qui donne le plus de points : il compte.
}
note-levels-tested = { $language ->
    [fr] Je compte votre français d’après les résultats de votre test. Si vous en avez passé un autre, donnez-moi ses quatre résultats.
   *[en] Je compte votre anglais d’après les résultats de votre test. Si vous en avez passé un autre, donnez-moi ses quatre résultats.
}
note-levels-rough = Je prends cela comme une estimation : seuls les résultats d’un test donnent des points exacts.
note-spoken-level = Bien parler une langue ne donne pas de points en soi : ils viennent des quatre résultats d’un test.
note-spoken-level-tested = Vos résultats de test comptent déjà pour cette langue.
note-levels-no-scores = **{ $name }** seul ne donne pas de points exacts : ils viennent des quatre résultats d’un test.{ $tested ->
    [named] { " " }Ils figurent sur le même relevé.
    [self] { " " }Si vous en avez passé un, lequel, et avec quels résultats?
    [partner] { " " }Si votre partenaire en a passé un, lequel, et avec quels résultats?
   *[none] { "" }
}
note-funds-currency-needed = { $held ->
    [0] { "" }
   *[other] Vous avez { $held } { $currency }.{ " " }
}Il faut **{ $amount } $** d’économies pour { $people ->
    [one] une personne
   *[other] une famille de { $people }
}, en dollars canadiens. À peu près combien avez-vous, en dollars canadiens?
note-funds-currency = { $held ->
    [0] Vos économies
   *[other] Vous avez { $held } { $currency }, et les économies
} se comptent en dollars canadiens. À peu près combien en dollars canadiens?
another-test = C’est un autre test : j’ai laissé les anciens résultats de côté.

review = Avant de calculer, vérifiez ce que j’ai compris :
review-line = - **{ $fact }** : { $value }
review-none = Rien de tout ceci
review-missing = Ce que je ne sais pas encore : { $facts }. Je calcule sans.
review-drafts = Pas encore complet : { $facts }.
button-review-correct = Tout est exact : mon pointage
button-review-change = Changer quelque chose
change-which = Que voulez-vous changer? Appuyez sur une ligne, ou écrivez-le simplement, comme « mon expression écrite est 7 ».

restart-confirm = Voulez-vous que j’oublie toutes vos réponses et qu’on recommence? On ne pourra pas revenir en arrière.
button-restart-yes = Oui, effacer et recommencer
button-restart-no = Non, garder mes réponses
restarted = C’est fait. Toutes vos réponses sont effacées. Recommençons.
restart-kept = Bien, j’ai tout gardé.
another-confirm = Est-ce quelqu’un d’autre? Je ne garde les réponses que d’une personne à la fois. Voulez-vous que j’efface les réponses données jusqu’ici et que je recommence avec la nouvelle personne?
button-another-yes = Oui, passer à la nouvelle personne
button-another-no = Non, la même personne
delete-confirm = Voulez-vous que j’efface tout ce qui vous concerne : vos réponses, vos pointages et cette conversation? On ne pourra pas revenir en arrière.
button-delete-yes = Oui, tout effacer
button-delete-no = Non, garder
deleted = C’est fait. Tout ce qui vous concerne est effacé. Si vous écrivez encore, nous repartirons de zéro.

## Réponses en dehors des questions

help = Je peux calculer votre pointage SCG et en expliquer chaque ligne. Je peux vous dire à quels programmes vous êtes admissible et ce qui augmenterait votre pointage. Je trouve aussi votre code de la CNP et je montre les rondes d’invitations. Parlez-moi simplement de vous. Par exemple : « J’ai 29 ans, célibataire, maîtrise, TEF Canada CO 280 CE 233 EE 349 EO 349, trois ans comme développeur au Cameroun ».
greet = Bonjour!
thanks = Avec plaisir.
goodbye = Au revoir et bonne chance. Vos réponses seront là si vous revenez d’ici 24 heures.
goodbye-kept = Au revoir et bonne chance. Vos réponses seront là quand vous reviendrez.
out-of-scope = Je vous ai peut-être mal compris : je ne connais qu’Entrée express. Essayez « mon pointage », « le dernier seuil » ou « quels documents me faut-il? ». Pour les autres façons de venir au Canada, voyez le site officiel :
again-another = La même réponse vaut ici :
again = La même réponse qu’avant, car rien n’a changé. Si vous pensiez à autre chose, dites-le autrement.
again-question = Il me manque encore cette réponse. Quelques mots suffisent.
way-out = Je crois ne pas avoir encore compris ce qu’il vous faut. Dites-le autrement, ou choisissez l’une de ces pistes.
way-out-question = Ce n’est pas grave, cette question peut attendre. Laissez-la, arrêtez les questions ou demandez-moi autre chose.
button-pause = Arrêter les questions
fallback-offer = J’aimerais vous aider, mais je ne suis pas sûr de comprendre. Est-ce l’une de ces questions?
fallback = J’aimerais vous aider, mais je n’ai pas compris. Dites-moi votre âge, votre métier ou vos résultats de test, ou appuyez sur un bouton.
offer-start = Calculer mon pointage
offer-inform = Vous parler de moi
offer-show-score = Montrer mon pointage
offer-show-profile = Montrer ce que vous savez de moi
offer-explain-score = Expliquer mon pointage
offer-change-answer = Changer une réponse
offer-restart = Recommencer
offer-help = Que savez-vous faire?
offer-privacy = Que deviennent mes données?
offer-delete-data = Effacer mes données
offer-none = Rien de tout cela
privacy = Je garde vos réponses, vos pointages et cette conversation pour que vous puissiez revenir. Tout est effacé 24 heures après votre dernier message. Si vous me permettez de les garder, ils restent jusqu’à ce que vous les effaciez. La limite est de { $months ->
    [one] un mois
   *[other] { $months } mois
} après votre dernier message. Je ne vends et ne partage rien. Vous pouvez tout effacer à tout moment. Votre identifiant ici : { $id }
privacy-kept = Vous m’avez permis de garder vos réponses. Elles restent jusqu’à ce que vous les effaciez, et au plus { $months ->
    [one] un mois
   *[other] { $months } mois
} après votre dernier message. Je ne vends et ne partage rien. Vous pouvez tout effacer à tout moment. Votre identifiant ici : { $id }
button-consent = Garder mes réponses
button-withdraw = Seulement 24 heures
button-delete = Effacer mes données
not-kept = J’ai retiré de votre message { $what }, sans rien en garder. Je n’en ai jamais besoin : ne l’écrivez pas, s’il vous plaît.
not-kept-email = une adresse de courriel
not-kept-card = un numéro de carte
not-kept-passport = un numéro de passeport
not-kept-uci = un numéro de client (IUC)
not-kept-sin = un numéro d’assurance sociale
not-kept-phone = un numéro de téléphone
consent-given = Merci. Je garde vos réponses jusqu’à ce que vous me demandiez de les effacer. La limite est de { $months ->
    [one] un mois
   *[other] { $months } mois
} après votre dernier message.
consent-withdrawn = D’accord. Tout est effacé 24 heures après votre dernier message.
language-changed = Je parle maintenant français.
language-same = Nous parlons déjà français.
human = Je ne peux pas vous passer une personne. Pour un conseil sur votre cas, seuls les consultants autorisés, les avocats et les notaires du Québec peuvent être payés. Vérifiez d’abord leur permis :
complaint = Je suis désolé. Dites-moi ce qui est faux, par exemple « mon expression écrite est 7 ». Ou regardez ce que j’ai compris et changez-le.
could-not-answer = Désolé, je n’ai pas pu répondre à l’instant. Rien de ce que vous m’avez dit avant n’est perdu.
switched-off = Je m’absente un moment. Tout ce que vous m’avez dit est en sûreté; écrivez-moi de nouveau plus tard.
button-retry = Réessayer
ask-which-test-only = De quel test s’agit-il?
ask-which-test = J’ai pour l’instant { $known }. De quel test s’agit-il?
ask-tef-column = J’ai pour l’instant { $known }. De quelle colonne de votre résultat TEF Canada viennent ces notes? Entrée express utilise « Équivalence ancien score ».
choice-tef-column-ancien-score = Équivalence ancien score
choice-tef-column-699 = Note sur 699
after-score-more = Avec votre pointage, je peux aussi faire ceci :
button-more = Plus
after-score = D’accord. Vous pouvez changer une réponse à tout moment, ou simplement écrire ce qui est nouveau.
button-speak = Français
are-you-a-bot = Je suis un programme informatique. Je calcule selon les règles publiées et je vous montre la source de chaque nombre.
export = Votre identifiant ici est { $id }. Avec lui, le responsable de cette page peut vous remettre tout votre dossier : réponses, pointages et cette conversation. Voici vos réponses :
export-nothing = Vous ne m’avez encore rien dit.
review-known = Voici ce que je sais de vous :
review-not-understood = Je n’ai pas compris. Est-ce que la liste ci-dessus est exacte? Pour changer quelque chose, écrivez-le simplement, par exemple « ma note d’écriture est 7 ».
value-noc = { $code } { $title }
button-chart = En image
offer-ask-eligibility = Suis-je admissible?
offer-ask-category = Quelles catégories me correspondent?
offer-ask-noc = Trouver mon code de la CNP
offer-ask-latest-round = La dernière ronde
offer-ask-round-history = Les rondes passées
offer-ask-chances = Mon pointage et les rondes
offer-ask-improve = Qu’est-ce qui augmenterait mon pointage?
offer-ask-whatif = Et si quelque chose changeait?
offer-ask-age-drop = Quand vais-je perdre des points?
offer-ask-points = Combien vaut quelque chose?
offer-ask-principal = Qui devrait présenter la demande : moi ou mon partenaire?
offer-subscribe = M’avertir des nouvelles rondes
offer-unsubscribe = Ne plus m’avertir des rondes

ask-noc-titled = Vous m’avez parlé de votre travail : **{ $job }**. Quel est son code CNP à cinq chiffres, ou que faites-vous surtout?
ask-main-occupation = Quel est le titre de votre emploi principal, ou son code CNP à cinq chiffres?
why-main-occupation = Votre profession décide pour quels programmes et quelles catégories de rondes votre travail compte.
explain-main-occupation = La CNP est la liste canadienne des professions. Écrivez le titre de votre emploi comme vous le diriez. Choisissez ensuite la ligne qui correspond à ce que vous avez vraiment fait.
ask-family-size = Combien de personnes compte votre famille? Comptez-vous vous-même, votre partenaire et vos enfants à charge, qu’ils viennent au Canada ou non.
why-family-size = Les économies que vous devez montrer en dépendent.
explain-family-size = Comptez-vous vous-même, votre époux, épouse ou conjoint de fait, et les enfants à charge de vous deux. Comptez aussi ceux qui restent au pays.
ask-settlement-funds-cad = Environ combien d’argent pourriez-vous apporter, en dollars canadiens?
why-settlement-funds-cad = Sans offre d’emploi valide au Canada, il faut presque toujours montrer des économies : les fonds d’établissement.
explain-settlement-funds-cad = Je parle d’argent qui est à vous et disponible, pas emprunté, en dollars canadiens. Un montant approximatif suffit ici.
ask-intends-quebec = Comptez-vous vivre au Québec?
why-intends-quebec = Le Québec choisit lui-même ses travailleurs qualifiés. Entrée express est pour le reste du Canada.
explain-intends-quebec = Répondez oui seulement si vous voulez vous installer dans la province de Québec.
value-test-date = { $test } (résultats : { $date })
note-not-skilled = La CNP { $code } est de la FEER { $teer } : Entrée express ne compte pas ce travail comme qualifié.
ask-first-language-date = Quand avez-vous reçu ces résultats? Le mois suffit.
why-first-language-date = Les résultats comptent pendant { $language_years } ans. Après, ils ne donnent plus de points.
explain-first-language-date = La date est sur votre relevé. Si vous ne l’avez pas sous la main, passez : je compterai les résultats comme valides.
ask-second-language-date = Quand avez-vous reçu les résultats de votre deuxième test? Le mois suffit.
why-second-language-date = Les résultats comptent pendant { $language_years } ans. Après, ils ne donnent plus de points.
explain-second-language-date = La date est sur votre relevé. Si vous ne l’avez pas sous la main, passez : je compterai les résultats comme valides.
ask-spouse-language-date = Quand est-ce que { $partner } a reçu ces résultats? Le mois suffit.
why-spouse-language-date = Les résultats comptent pendant { $language_years } ans. Après, ils ne donnent plus de points.
explain-spouse-language-date = La date est sur le relevé. Si vous ne l’avez pas sous la main, passez : je compterai les résultats comme valides.
fact-first-language-date = Date du premier test de langue
fact-second-language-date = Date du deuxième test de langue
fact-spouse-language-date = Date du test de langue de votre partenaire
language-ask = Voulez-vous que je change de langue? Sinon, continuez simplement.
note-no-such-day = « { $name } » n’est pas un jour du calendrier. De quelle date s’agit-il?
note-test-expired = Vos résultats (date : { $date }) ont expiré : ils ne donnent plus de points, et on ne peut pas présenter de demande avec eux.
note-test-expired-partner = Les résultats de votre partenaire (date : { $date }) ont expiré : ils ne donnent plus de points.
note-expired = Des résultats expirés ne donnent pas de points. Dites-moi leur date, pour que je compte bien, ou vos résultats plus récents.
note-date-to-come = « { $name } » est encore à venir. Il me faut une date passée, ou celle d’aujourd’hui.
