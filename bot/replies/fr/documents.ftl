# Les documents d’une demande : noms, qui les délivre, validité et pièges, et comment la liste est dite.

## Avant le profil (rien n’est téléversé, on saisit des numéros et des dates)
document-passport = Passeport ou titre de voyage
document-passport-from = le service des passeports de votre pays
document-passport-note = Pour le profil, le numéro et les dates suffisent. Votre nom doit être écrit comme dans votre test et votre EDE. Renouvelez le passeport maintenant s’il risque d’expirer en cours de route.
document-language-test = Résultat d’un test de langue
document-language-test-from = un centre d’examen : TEF Canada, TCF Canada, IELTS General Training, CELPIP-General ou PTE Core
document-language-test-note = Il est valable { $language_years } ans. Il doit encore l’être quand vous soumettez le profil, puis la demande. IELTS Academic, PTE Academic, TOEFL et Duolingo ne sont pas acceptés.
document-second-language-test = Résultat dans l’autre langue officielle
document-second-language-test-from = un centre d’examen : TEF Canada, TCF Canada, IELTS General Training, CELPIP-General ou PTE Core
document-second-language-test-note = Il est valable { $language_years } ans. Sans lui, la seconde langue ne donne pas de points.
document-eca = Évaluation des diplômes d’études (EDE)
document-eca-from = WES, ICAS, CES, IQAS ou ICES; pour la médecine, la pharmacie et l’architecture, l’organisme de la profession
document-eca-note = Elle est valable { $eca_years } ans. Demandez celle pour l’immigration, pas la générale. C’est votre université qui envoie les relevés : commencez par là.
document-occupation-codes = Code de profession (CNP 2021) de chaque emploi
document-occupation-codes-from = vous, sur le site canadien de la CNP
document-occupation-codes-note = Choisissez d’après ce que vous faisiez (énoncé principal et fonctions), pas d’après le titre.
document-funds-amount = Montant de vos fonds d’établissement
document-funds-amount-from = votre banque
document-funds-amount-note = Avec moins que le tableau pour votre famille, vous ne pouvez pas entrer dans le bassin. Mettez le montant à jour quand un nouveau tableau paraît.
document-partner-language-test = Test de langue de votre partenaire
document-partner-language-test-from = un centre d’examen
document-partner-language-test-note = Ce test n’est nécessaire que si vous voulez ses points. Sans lui, cette ligne est à 0.
document-partner-eca = Évaluation des diplômes (EDE) de votre partenaire
document-partner-eca-from = les mêmes organismes que pour vous
document-partner-eca-note = Cette évaluation n’est nécessaire que si vous voulez ses points. Sans elle, cette ligne est à 0.
document-nomination = Désignation au moyen d’Entrée express
document-nomination-from = la province ou le territoire
document-nomination-note = Elle doit être liée à Entrée express. Vous avez { $nomination_days } jours pour l’accepter dans votre compte.
document-job-offer = Offre d’emploi écrite, avec l’EIMT ou la dispense
document-job-offer-from = l’employeur
document-job-offer-note = Un simple contrat de travail ne suffit pas. L’offre doit toujours tenir.
document-trade-certificate = Certificat de compétence dans votre métier
document-trade-certificate-from = une province, un territoire ou un organisme fédéral
document-trade-certificate-note = Une licence d’un autre pays ne compte pas.

## Après l’invitation
document-police-certificates = Certificats de police
document-police-certificates-from = la police de chaque pays, aussi pour les membres de la famille à partir de { $adult_police_age } ans
document-police-certificates-note = Il en faut un pour chaque pays, sauf le Canada, où vous avez séjourné { $police_stay_months } mois d’affilée ou plus. Seules les { $police_years } dernières années comptent, et aucun temps avant vos { $adult_police_age } ans. Celui du pays où vous vivez doit avoir au plus { $police_current_months } mois le jour de la demande. Les autres doivent être délivrés après ce séjour. Numérisez l’original en couleur. Si l’un n’arrive pas à temps, expliquez-le et prouvez que vous l’avez demandé.
document-reference-letters = Lettre de recommandation de chaque employeur
document-reference-letters-from = votre supérieur ou les ressources humaines
document-reference-letters-note = Il en faut une pour chaque emploi déclaré. Une lettre sans les fonctions ou les heures ne prouve pas le travail.
document-bank-letters = Lettres de vos banques (preuve de fonds)
document-bank-letters-from = chaque banque
document-bank-letters-note = Chaque lettre montre tous les comptes, leurs dates d’ouverture, les soldes, la moyenne des { $funds_average_months } derniers mois et les dettes. L’argent emprunté et une maison ne comptent pas. L’argent doit être là le jour de la demande et le jour où le visa est délivré.
document-medical-exam = Examen médical aux fins de l’immigration
document-medical-exam-from = un médecin désigné, et personne d’autre
document-medical-exam-note = Passez-le avant de soumettre la demande, avec toute la famille, même les personnes qui restent au pays. Il vous laisse { $medical_months } mois pour arriver.
document-passport-copies = Copies de tous les passeports
document-passport-copies-from = vous, pour toute personne de la demande qui n’est pas canadienne
document-passport-copies-note = Copiez la page des renseignements, en couleur. Les passeports diplomatiques et officiels ne comptent pas.
document-language-report = Relevé du test de langue
document-language-report-from = le centre d’examen
document-language-report-note = Il doit encore être valable le jour où vous soumettez la demande : { $language_years } ans à partir du test.
document-eca-report = Rapport d’EDE avec diplômes et relevés de notes
document-eca-report-from = l’organisme d’EDE et vos établissements
document-eca-report-note = Il doit encore être valable le jour où vous soumettez la demande : { $eca_years } ans. N’oubliez pas le diplôme lui-même.
document-canadian-diploma = Diplôme canadien et relevés de notes
document-canadian-diploma-from = votre établissement au Canada
document-canadian-diploma-note = Il vous les faut pour chaque diplôme du Canada que vous déclarez.
document-canadian-work-proof = Preuve du travail au Canada
document-canadian-work-proof-from = vous : feuillets T4 et avis de cotisation, en plus de la lettre
document-canadian-work-proof-note = Ces papiers devraient couvrir les mêmes années que la lettre. Un travail sans autorisation ne compte pas.
document-self-employment-proof = Preuve du travail à votre compte
document-self-employment-proof-from = vous et vos clients : immatriculation, revenus, lettres sur les services et leur paiement
document-self-employment-proof-note = Votre parole ne suffit pas. Pour la catégorie de l’expérience canadienne, le travail à son compte ne compte pas.
document-funds-letter = Courte lettre sur la dispense de fonds
document-funds-letter-from = vous
document-funds-letter-note = Si la liste de votre compte demande quand même une preuve de fonds, téléversez-y la raison. Une place vide bloque la demande.
document-fee-receipt = Reçu des frais
document-fee-receipt-from = vous, en ligne
document-fee-receipt-note = Vous payez les frais du jour où la demande est reçue. S’il en manque, elle est incomplète.
document-nomination-certificate = Certificat de désignation
document-nomination-certificate-from = la province ou le territoire
document-nomination-certificate-note = Il doit être valide le jour où vous soumettez la demande. Si la désignation est retirée, dites-le aussitôt à IRCC.
document-job-offer-letter = Lettre d’offre d’emploi, avec l’EIMT ou le permis de travail
document-job-offer-letter-from = l’employeur
document-job-offer-letter-note = Elle doit correspondre à ce que vous aviez déclaré lors de l’invitation.
document-qualification-certificate = Copie de votre certificat de compétence
document-qualification-certificate-from = une province, un territoire ou un organisme fédéral
document-qualification-certificate-note = Il doit être valide le jour où vous soumettez la demande.
document-practice-licence = Permis d’exercice au Canada
document-practice-licence-from = l’ordre de votre province
document-practice-licence-note = Il vous le faut si vous recevez une invitation comme médecin ayant travaillé au Canada.
document-marriage-certificate = Certificat de mariage
document-marriage-certificate-from = l’état civil
document-marriage-certificate-note = Il vous le faut si vous avez ou avez eu un époux ou une épouse dans la demande.
document-common-law-declaration = Déclaration d’union de fait (IMM 5409) avec preuves
document-common-law-declaration-from = vous deux, devant commissaire ou notaire
document-common-law-declaration-note = Ajoutez des preuves de { $common_law_years ->
    [one] { $common_law_years } an
   *[other] { $common_law_years } ans
} de vie commune : bail, factures, comptes. Vous déclarer célibataire après cela est une fausse déclaration.
document-divorce-papers = Papiers de divorce ou d’annulation
document-divorce-papers-from = le tribunal
document-divorce-papers-note = Il vous les faut pour chaque mariage précédent.
document-death-certificate = Certificat de décès de votre partenaire
document-death-certificate-from = l’état civil
document-death-certificate-note = Il vous le faut pour le ou la partenaire que nomme la demande.
document-birth-certificates = Actes de naissance des enfants
document-birth-certificates-from = l’état civil
document-birth-certificates-note = Il en faut un pour chaque enfant, qu’il vienne ou non, avec le nom des parents. Déclarez chaque enfant et faites-le examiner. Sinon, vous pourriez ne plus pouvoir le parrainer plus tard.
document-adoption-papers = Papiers d’adoption
document-adoption-papers-from = le tribunal
document-adoption-papers-note = Il vous les faut pour chaque enfant adopté.
document-custody-papers = Preuve de garde
document-custody-papers-from = le tribunal, ou l’autre parent
document-custody-papers-note = Il vous la faut pour un enfant mineur dont l’autre parent ne vient pas.
document-dependency-proof = Preuve qu’un enfant de { $child_age } ans ou plus est à votre charge
document-dependency-proof-from = un médecin
document-dependency-proof-note = Son état doit dater d’avant ses { $child_age } ans. Faire des études ne suffit pas.
document-sibling-proof = Preuve de votre frère ou sœur au Canada
document-sibling-proof-from = votre famille
document-sibling-proof-note = Votre frère ou sœur a la citoyenneté ou la résidence permanente, { $sibling_age } ans ou plus, et vit au Canada. Vos deux actes de naissance montrent le parent commun.
document-translations = Traductions
document-translations-from = un traducteur agréé
document-translations-note = Il en faut une pour tout ce qui n’est ni en français ni en anglais, avec une copie de l’original. Sans agrément du traducteur, ajoutez un affidavit.
document-name-change = Preuve d’un changement de nom ou de date de naissance
document-name-change-from = l’état civil ou le tribunal
document-name-change-note = Il vous la faut si des documents diffèrent.
document-refusal-letters = Refus antérieurs, avec une explication
document-refusal-letters-from = vos propres papiers
document-refusal-letters-note = Les refus de tout pays comptent. En cacher un est une fausse déclaration, avec une interdiction de territoire de { $misrepresentation_years } ans.
document-court-records = Dossiers du tribunal et de la police
document-court-records-from = le tribunal ou la police
document-court-records-note = Il vous les faut dès qu’il y a eu une arrestation, une accusation ou une condamnation. Une personne autorisée peut vous expliquer ce que cela change pour vous.
document-representative-form = Recours aux services d’un représentant (IMM 5476)
document-representative-form-from = le formulaire d’IRCC, signé des deux côtés
document-representative-form-note = Il vous le faut pour toute personne qui vous représente, payée ou non. Ne pas nommer une personne payée est contraire aux règles.

## Plus tard
document-biometrics = Données biométriques
document-biometrics-from = un centre de réception des demandes de visa, ou un bureau désigné au Canada
document-biometrics-note = Toute personne de { $biometrics_min_age } à { $biometrics_max_age } ans les donne, dans les { $biometrics_days } jours qui suivent la lettre. Des données plus anciennes ne comptent pas pour cette demande.
document-residence-fee = Frais relatifs au droit de résidence permanente
document-residence-fee-from = vous, en ligne
document-residence-fee-note = Si vous ne les avez pas payés avec la demande, payez-les avant que la résidence permanente soit accordée.
document-confirmation = Confirmation de résidence permanente (CRP)
document-confirmation-from = IRCC
document-confirmation-note = Arrivez avant la date indiquée : elle ne peut pas être prolongée.

## Raisons
document-because = { $fact ->
    [partner] vous avez un ou une partenaire
    [partner_comes] votre partenaire vient
    [married] vous avez un époux ou une épouse
    [common_law] vous vivez en union de fait
    [separated] vous vivez une séparation
    [divorced] vous avez divorcé
    [widowed] vous êtes veuf ou veuve
    [children] vous avez des enfants
    [older_child] un de vos enfants a atteint la limite d’âge
    [foreign_education] vous avez étudié hors du Canada
    [canadian_study] vous avez étudié au Canada
    [second_language] vous avez une seconde langue
    [work] vous déclarez du travail
    [canadian_work] vous avez travaillé au Canada
    [self_employed] vous avez travaillé à votre compte
    [nomination] vous avez une désignation
    [job_offer] vous avez une offre d’emploi
    [certificate] vous avez un certificat de compétence
    [sibling] vous avez un frère ou une sœur au Canada
    [funds] vous devez montrer des économies
    [lived_abroad] vous avez vécu hors du Canada
    [physician] vous êtes médecin avec du travail au Canada
    [refused] quelque chose a été refusé avant
    [convicted] il y a eu une arrestation, une accusation ou une condamnation
    [represented] quelqu’un vous représente
    [other_language] des papiers sont dans une autre langue
    [name_changed] des noms ou des dates de naissance diffèrent
    [adopted] un de vos enfants est adopté
   *[parent_stays] l’autre parent d’un enfant reste au pays
}

## Comment on le dit
documents-headline = Votre liste compte **{ $profile }** { $profile ->
    [one] papier
   *[other] papiers
} pour le profil et **{ $application }** après l’invitation. { $have ->
    [0] Appuyez sur ce que vous avez, je le retiens.
   *[other] Vous en avez **{ $have }** sur { $all }.
}
documents-first = Commencez par ceux-ci. D’autres les délivrent, et cela prend du temps :
documents-first-done = Vous avez déjà ce qui prend le plus de temps.
documents-line = - { $mark } **{ $name }** · { $from }. { $note }
documents-line-short = - { $mark } { $name }
documents-takes = Cela prend de { $least } à { $most } semaines une fois tous les papiers remis (rapporté).
documents-valid-until = Votre document est valable jusqu’à cette date : { $date }.
documents-expired = Votre document n’est plus valable ({ $date }).
child-too-old = À { $age } ans ou plus, un enfant n’est plus à charge. La seule exception : un état de santé l’empêche de subvenir à ses besoins.
child-birthday-decides = L’anniversaire décide si cet enfant a encore moins de { $age } ans.
documents-stage-profile = **Pour le profil** ({ $have } sur { $all }). Vous ne téléversez encore rien. Ayez les numéros et les dates sous la main.
documents-stage-application = **Après l’invitation** ({ $have } sur { $all }). Vous les téléversez dans les { $ita_days } jours. S’il en manque un, toute la demande vous est retournée.
documents-stage-after = **Une fois la demande reçue**
documents-stage-landing = **À la fin**
documents-page = { $from }–{ $to } sur { $all }
documents-perhaps = Cela dépend de ce que je ne sais pas encore : { $names }.
documents-account = Les deux listes ci-dessous disent à quoi faire attention. Après l’invitation, c’est la liste de votre compte qui fait foi.
documents-reported = Une partie est rapportée par d’autres : regardez ces pages officielles avant tout envoi.
documents-nothing = Parlez-moi d’abord de vous, et la liste sera la vôtre. Tout le monde a besoin de ceci :
documents-all-done = Vous avez tout ce qui figure sur cette page.
documents-more-about = Est-ce que l’un de ces points vous concerne? Appuyez sur ceux qui vous concernent. Appuyez encore pour en retirer un.
letter-headline = **La lettre de recommandation** d’un employeur doit contenir :
letter-letterhead = - l’en-tête de l’entreprise
letter-contact = - son adresse, son téléphone et son courriel
letter-name = - votre nom
letter-signature = - le nom, le titre et la signature de votre supérieur ou des ressources humaines
letter-positions = - chaque poste occupé, son titre, et si vous l’occupez encore
letter-duties = - vos fonctions dans chaque poste
letter-dates = - les dates de début et de fin
letter-hours = - les heures par semaine
letter-salary = - votre salaire annuel et vos avantages
letter-without = Si un employeur refuse, envoyez contrats, bulletins de paie, papiers d’impôt et preuve de votre demande, avec une explication.
letter-own-words = Les fonctions doivent être dans les mots de l’employeur. Une copie du texte de la CNP éveille le doute.
mark-have = ☑
mark-lack = ☐
mark-yes = ✓ { $name }
about-refused = Un refus antérieur
about-convicted = Arrestation, accusation ou condamnation
about-represented = Quelqu’un me représente
about-other-language = Papiers dans une autre langue
about-name-changed = Noms ou dates de naissance différents
about-adopted = Un enfant adopté
about-parent-stays = L’autre parent d’un enfant reste
offer-ask-documents = Les documents qu’il me faut
button-documents = Mes documents
button-documents-profile = Pour le profil
button-documents-application = Après l’invitation
button-documents-letter = La lettre de recommandation
button-documents-about = Ce qui me concerne aussi
button-documents-more = Suite
button-documents-pdf = Tout en PDF
button-documents-have = J’ai : { $name }
button-documents-lack = Pas encore : { $name }

## La ligne de commande
cli-help-documents = la liste personnelle des documents pour un profil
cli-documents-profile = Pour le profil
cli-documents-application = Après l’invitation
cli-documents-after = Une fois la demande reçue
cli-documents-landing = À la fin
cli-documents-first = Commencez par
cli-documents-perhaps = Dépend de ce qui n’est pas encore connu
