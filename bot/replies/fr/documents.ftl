# Les documents d’une demande : noms, qui les délivre, validité et pièges, et comment la liste est dite.

## Avant le profil (rien n’est téléversé, on saisit des numéros et des dates)
document-passport = Passeport ou titre de voyage
document-passport-from = le service des passeports de votre pays
document-passport-note = Pour le profil, le numéro et les dates suffisent. Le nom devrait être écrit comme dans votre test et votre évaluation; renouvelez-le dès maintenant s’il risque d’expirer en cours de route.
document-language-test = Résultat d’un test de langue
document-language-test-from = un centre d’examen : TEF Canada, TCF Canada, IELTS General Training, CELPIP-General ou PTE Core
document-language-test-note = Compte { $language_years } ans, et doit encore compter quand vous soumettez le profil, puis la demande. IELTS Academic, PTE Academic, TOEFL et Duolingo ne sont pas acceptés.
document-second-language-test = Résultat dans l’autre langue officielle
document-second-language-test-from = un centre d’examen : TEF Canada, TCF Canada, IELTS General Training, CELPIP-General ou PTE Core
document-second-language-test-note = Compte { $language_years } ans. Sans lui, la seconde langue ne donne pas de points.
document-eca = Évaluation des diplômes d’études (EDE)
document-eca-from = WES, ICAS, CES, IQAS ou ICES; pour la médecine, la pharmacie et l’architecture, l’organisme de la profession
document-eca-note = Compte { $eca_years } ans. Demandez celle pour l’immigration, non une évaluation générale. C’est votre université qui envoie les relevés : commencez par là.
document-occupation-codes = Code de profession (CNP 2021) de chaque emploi
document-occupation-codes-from = vous, sur le site canadien de la CNP
document-occupation-codes-note = Choisissez d’après ce que vous faisiez (énoncé principal et fonctions), non d’après le titre.
document-funds-amount = Montant de vos fonds d’établissement
document-funds-amount-from = votre banque
document-funds-amount-note = Moins que le tableau pour votre famille rend le profil inadmissible. Mettez-le à jour quand un nouveau tableau paraît.
document-partner-language-test = Test de langue de votre conjoint
document-partner-language-test-from = un centre d’examen
document-partner-language-test-note = Seulement si vous voulez les points correspondants; sans lui, cette ligne est à 0.
document-partner-eca = Évaluation des diplômes (EDE) de votre conjoint
document-partner-eca-from = les mêmes organismes que pour vous
document-partner-eca-note = Seulement si vous voulez les points correspondants; sans elle, cette ligne est à 0.
document-nomination = Désignation au moyen d’Entrée express
document-nomination-from = la province ou le territoire
document-nomination-note = Elle doit relever d’Entrée express. Vous avez { $nomination_days } jours pour l’accepter dans votre compte.
document-job-offer = Offre d’emploi écrite, avec l’EIMT ou la dispense
document-job-offer-from = l’employeur
document-job-offer-note = Un contrat ordinaire n’est pas en soi une offre valide. L’offre doit tenir encore.
document-trade-certificate = Certificat de compétence dans votre métier
document-trade-certificate-from = une province, un territoire ou un organisme fédéral
document-trade-certificate-note = Une licence d’un autre pays n’en est pas un.

## Après l’invitation
document-police-certificates = Certificats de police
document-police-certificates-from = la police de chaque pays, aussi pour les membres de la famille à partir de { $adult_police_age } ans
document-police-certificates-note = Pour chaque pays autre que le Canada où l’on a séjourné { $police_stay_months } mois d’affilée ou plus au cours des { $police_years } dernières années, sans compter le temps avant ses { $adult_police_age } ans. Celui du pays où vous vivez : au plus { $police_current_months } mois le jour de la demande; ceux des autres : délivrés après ce séjour. Numérisez l’original en couleur. Si l’un n’arrive pas à temps : expliquez-le et prouvez que vous l’avez demandé.
document-reference-letters = Lettre de recommandation de chaque employeur
document-reference-letters-from = votre supérieur ou les ressources humaines
document-reference-letters-note = Une pour chaque emploi déclaré. Une lettre sans les fonctions ou les heures ne prouve pas le travail.
document-bank-letters = Lettres de vos banques (preuve de fonds)
document-bank-letters-from = chaque banque
document-bank-letters-note = Avec tous les comptes, leurs dates d’ouverture, les soldes, la moyenne des { $funds_average_months } derniers mois et les dettes. L’argent emprunté et une maison ne comptent pas. L’argent doit être là le jour de la demande et le jour où le visa est délivré.
document-medical-exam = Examen médical aux fins de l’immigration
document-medical-exam-from = un médecin désigné, et personne d’autre
document-medical-exam-note = Avant de soumettre la demande, pour toute la famille, y compris qui reste au pays. Il compte { $medical_months } mois pour l’arrivée.
document-passport-copies = Copies de tous les passeports
document-passport-copies-from = vous, pour toute personne de la demande qui n’est pas canadienne
document-passport-copies-note = La page des renseignements, en couleur. Les passeports diplomatiques et officiels ne comptent pas.
document-language-report = Relevé du test de langue
document-language-report-from = le centre d’examen
document-language-report-note = Doit encore compter le jour où vous soumettez la demande : { $language_years } ans à partir du test.
document-eca-report = Rapport d’EDE avec diplômes et relevés de notes
document-eca-report-from = l’organisme d’EDE et vos établissements
document-eca-report-note = Doit encore compter le jour où vous soumettez la demande : { $eca_years } ans. N’oubliez pas le diplôme lui-même.
document-canadian-diploma = Diplôme canadien et relevés de notes
document-canadian-diploma-from = votre établissement au Canada
document-canadian-diploma-note = Pour chaque diplôme du Canada que vous déclarez.
document-canadian-work-proof = Preuve du travail au Canada
document-canadian-work-proof-from = vous : feuillets T4 et avis de cotisation, en plus de la lettre
document-canadian-work-proof-note = Ils devraient couvrir les mêmes années que la lettre. Un travail sans autorisation ne compte pas.
document-self-employment-proof = Preuve du travail autonome
document-self-employment-proof-from = vous et vos clients : immatriculation, revenus, lettres sur les services et leur paiement
document-self-employment-proof-note = Ce que vous déclarez vous-même ne suffit pas. Pour la catégorie de l’expérience canadienne, le travail autonome ne compte pas.
document-funds-letter = Courte lettre sur la dispense de fonds
document-funds-letter-from = vous
document-funds-letter-note = Si la liste de votre compte demande quand même une preuve de fonds : téléversez-y la raison, car une place vide bloque la demande.
document-fee-receipt = Reçu des frais
document-fee-receipt-from = vous, en ligne
document-fee-receipt-note = Ce sont les frais du jour où la demande est reçue qui comptent. S’il en manque, elle est incomplète.
document-nomination-certificate = Certificat de désignation
document-nomination-certificate-from = la province ou le territoire
document-nomination-certificate-note = Valide le jour où vous soumettez la demande. Si la désignation est retirée, dites-le aussitôt à IRCC.
document-job-offer-letter = Lettre d’offre d’emploi, avec l’EIMT ou le permis de travail
document-job-offer-letter-from = l’employeur
document-job-offer-letter-note = Elle doit correspondre à ce que vous aviez déclaré lors de l’invitation.
document-qualification-certificate = Copie de votre certificat de compétence
document-qualification-certificate-from = une province, un territoire ou un organisme fédéral
document-qualification-certificate-note = Valide le jour où vous soumettez la demande.
document-practice-licence = Permis d’exercice au Canada
document-practice-licence-from = l’ordre de votre province
document-practice-licence-note = Demandé aux médecins qui ont travaillé au Canada et sont invités à ce titre.
document-marriage-certificate = Certificat de mariage
document-marriage-certificate-from = l’état civil
document-marriage-certificate-note = Pour qui est ou a été marié avec un conjoint de la demande.
document-common-law-declaration = Déclaration d’union de fait (IMM 5409) avec preuves
document-common-law-declaration-from = vous deux, devant commissaire ou notaire
document-common-law-declaration-note = Avec des preuves de { $common_law_years ->
    [one] { $common_law_years } an
   *[other] { $common_law_years } ans
} de vie commune : bail, factures, comptes. Se dire célibataire après cela est une fausse déclaration.
document-divorce-papers = Papiers de divorce ou d’annulation
document-divorce-papers-from = le tribunal
document-divorce-papers-note = De chaque mariage antérieur.
document-death-certificate = Certificat de décès de votre conjoint
document-death-certificate-from = l’état civil
document-death-certificate-note = Du conjoint nommé dans la demande.
document-birth-certificates = Actes de naissance des enfants
document-birth-certificates-from = l’état civil
document-birth-certificates-note = De chaque enfant, qu’il vienne ou non, avec le nom des parents. Un enfant qui n’est ni déclaré ni examiné peut ne plus jamais être parrainé.
document-adoption-papers = Papiers d’adoption
document-adoption-papers-from = le tribunal
document-adoption-papers-note = De chaque enfant adopté.
document-custody-papers = Preuve de garde
document-custody-papers-from = le tribunal, ou l’autre parent
document-custody-papers-note = Pour un enfant mineur dont l’autre parent ne vient pas.
document-dependency-proof = Preuve qu’un enfant de { $child_age } ans ou plus est à votre charge
document-dependency-proof-from = un médecin
document-dependency-proof-note = Un état qui date d’avant ses { $child_age } ans. Faire des études ne suffit pas.
document-sibling-proof = Preuve de votre frère ou sœur au Canada
document-sibling-proof-from = votre famille
document-sibling-proof-note = De citoyenneté canadienne ou résident permanent, { $sibling_age } ans ou plus, vivant au Canada; les deux actes de naissance montrent le parent commun.
document-translations = Traductions
document-translations-from = un traducteur agréé
document-translations-note = De tout ce qui n’est ni en français ni en anglais, avec une copie de l’original. Sans agrément, un affidavit s’y ajoute.
document-name-change = Preuve d’un changement de nom ou de date de naissance
document-name-change-from = l’état civil ou le tribunal
document-name-change-note = Là où les documents diffèrent.
document-refusal-letters = Refus antérieurs, avec une explication
document-refusal-letters-from = vos propres papiers
document-refusal-letters-note = De tout pays. En cacher un est une fausse déclaration : interdiction de territoire de { $misrepresentation_years } ans.
document-court-records = Dossiers du tribunal et de la police
document-court-records-from = le tribunal ou la police
document-court-records-note = De toute arrestation, accusation ou condamnation. Demandez à une personne autorisée ce que cela signifie pour vous.
document-representative-form = Recours aux services d’un représentant (IMM 5476)
document-representative-form-from = le formulaire d’IRCC, signé des deux côtés
document-representative-form-note = Pour qui vous représente, contre paiement ou non. Un représentant payé qui n’est pas nommé enfreint les règles.

## Plus tard
document-biometrics = Données biométriques
document-biometrics-from = un centre de réception des demandes de visa, ou un bureau désigné au Canada
document-biometrics-note = Pour toute personne de { $biometrics_min_age } à { $biometrics_max_age } ans, dans les { $biometrics_days } jours qui suivent la lettre. Des données antérieures ne comptent pas pour cette demande.
document-residence-fee = Frais relatifs au droit de résidence permanente
document-residence-fee-from = vous, en ligne
document-residence-fee-note = Si vous ne les avez pas payés avec la demande : avant que la résidence permanente soit accordée.
document-confirmation = Confirmation de résidence permanente (CRP)
document-confirmation-from = IRCC
document-confirmation-note = Arrivez avant sa date : elle ne peut pas être prolongée.

## Raisons
document-because = { $fact ->
    [partner] vous avez un conjoint
    [partner_comes] votre conjoint vient
    [married] vous avez un époux ou une épouse
    [common_law] vous vivez en union de fait
    [separated] vous vivez une séparation
    [divorced] vous avez divorcé
    [widowed] vous êtes en veuvage
    [children] vous avez des enfants
    [older_child] un enfant a atteint la limite d’âge
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
    [funds] vous devez montrer des fonds d’établissement
    [lived_abroad] vous avez vécu hors du Canada
    [physician] vous êtes médecin avec du travail au Canada
    [refused] quelque chose a été refusé auparavant
    [convicted] il y a eu une arrestation, une accusation ou une condamnation
    [represented] quelqu’un vous représente
    [other_language] des documents sont dans une autre langue
    [name_changed] des noms ou des dates de naissance diffèrent
    [adopted] un enfant est adopté
   *[parent_stays] l’autre parent d’un enfant reste au pays
}

## Comment on le dit
documents-headline = Votre liste : **{ $profile }** pour le profil, **{ $application }** après l’invitation. { $have ->
    [0] Appuyez sur ce que vous avez, je le retiens.
   *[other] Vous en avez **{ $have }** sur { $all }.
}
documents-first = Commencez par ceux-ci; d’autres les délivrent et cela prend du temps :
documents-first-done = Vous avez déjà ce qui prend le plus de temps.
documents-line = - { $mark } **{ $name }** · { $from }. { $note }
documents-line-short = - { $mark } { $name }
documents-takes = De { $least } à { $most } semaines une fois tous les papiers remis (rapporté).
documents-valid-until = Votre résultat compte jusqu’à cette date : { $date }.
documents-expired = Votre résultat ne compte plus ({ $date }).
child-too-old = À { $age } ans ou plus, un enfant n’est plus à charge, sauf si un état de santé l’empêche de subvenir à ses besoins.
child-birthday-decides = L’anniversaire décide si cet enfant a encore moins de { $age } ans.
documents-stage-profile = **Pour le profil** ({ $have } sur { $all }). Rien n’est encore téléversé : ayez les numéros et les dates sous la main.
documents-stage-application = **Après l’invitation** ({ $have } sur { $all }). Vous les téléversez dans les { $ita_days } jours; s’il en manque un, tout vous est retourné.
documents-stage-after = **Une fois la demande reçue**
documents-stage-landing = **À la fin**
documents-page = { $from }–{ $to } sur { $all }
documents-perhaps = Dépend de ce que vous ne m’avez pas dit : { $names }.
documents-account = Après l’invitation, votre compte affiche la liste qui fait foi; celle-ci vous y prépare.
documents-reported = Une partie est donnée telle que d’autres rapportent les pages officielles : consultez-les avant l’envoi.
documents-nothing = Parlez-moi d’abord de vous, et la liste sera la vôtre. Ce qu’il faut à tout le monde :
documents-all-done = Vous avez tout ce qui figure sur cette page.
documents-more-about = L’un de ces points vous concerne-t-il? Appuyez sur ceux qui vous concernent; appuyez encore pour les retirer.
letter-headline = **La lettre de recommandation** d’un employeur doit contenir :
letter-letterhead = - l’en-tête de l’entreprise
letter-contact = - son adresse, son téléphone et son courriel
letter-name = - votre nom
letter-signature = - le nom, le titre et la signature de votre supérieur ou des ressources humaines
letter-positions = - chaque poste occupé, avec son titre, et si vous l’occupez encore
letter-duties = - vos fonctions dans chacun
letter-dates = - depuis quand et jusqu’à quand
letter-hours = - les heures par semaine
letter-salary = - le salaire annuel et les avantages
letter-without = Si un employeur refuse : contrats, bulletins de paie, papiers d’impôt et preuve de votre demande, avec une explication.
letter-own-words = Des fonctions dans les mots de l’employeur : une copie du texte de la CNP éveille le doute.
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
cli-documents-perhaps = Dépend de ce qui n’est pas indiqué
