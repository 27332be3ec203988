# Les échéances : ce qu’est chaque jour, le plan après une invitation, et comment on le dit.

## Jours
deadline-profile-expiry = Votre profil quitte le bassin { $limit } mois après l’envoi, et il n’est pas conservé. Notez ce qu’il contient et soumettez-en un nouveau. Votre compte affiche le jour exact.
deadline-nomination-accept = C’est le dernier de vos { $limit } jours pour accepter ou refuser la désignation dans votre compte.
deadline-ita-last-day = **Dernier jour pour votre demande complète** : { $limit } jours à partir de l’invitation, sans prolongation. Votre compte affiche l’heure exacte.
deadline-biometrics-give = C’est le dernier de vos { $limit } jours pour donner vos données biométriques.
deadline-medical-land = L’examen médical est valable { $limit } mois : arrivez d’ici là.
deadline-result = { $what ->
    [first_language] Dernier jour de votre premier test de langue. Il est valable { $limit } ans (fin : { $date }).
    [second_language] Dernier jour de votre second test de langue. Il est valable { $limit } ans (fin : { $date }).
    [spouse_language] Dernier jour du test de langue de votre partenaire. Il est valable { $limit } ans (fin : { $date }).
   *[eca] Dernier jour de votre évaluation des diplômes (EDE). Elle est valable { $limit } ans (fin : { $date }).
}
deadline-result-before-last-day = Ce résultat doit encore être valable le jour où vous soumettez la demande. Soumettez-la avant, ou renouvelez le résultat.
deadline-day-untold = Le jour exact dépend d’une date que je ne connais pas encore. Jusque-là, vous ne risquez rien.
deadline-birthday = Vous aurez { $age } ans et perdrez { $loss ->
    [one] { $loss } point
   *[other] { $loss } points
} si vous n’avez pas encore d’invitation : vous serez alors à { $total }.
deadline-birthday-excused = Votre invitation est venue avant cet anniversaire : il ne lui nuit pas.
deadline-child = Dernier jour avant les { $age } ans d’un de vos enfants ({ $date }). IRCC doit recevoir la demande d’ici là pour que l’enfant y figure. Si une province vous désigne, c’est le jour où elle a reçu votre demande qui compte.
deadline-child-before-last-day = C’est avant le dernier jour de votre invitation : soumettez la demande plus tôt.
step-read = Lisez quel programme votre invitation nomme, et notez le dernier jour affiché dans votre compte. C’est pour ce programme que vous présentez la demande.
step-score = Tout ce que dit votre profil est-il encore vrai? Recalculez votre pointage. S’il est sous le seuil de votre ronde, ou si une preuve manque, la demande ne peut pas aboutir. Si vous refusez à temps, vous revenez dans le bassin.
step-medical = Prenez rendez-vous chez un médecin désigné pour l’examen médical. Toute la famille y passe, même les personnes qui restent au pays.
step-police = Demandez les certificats de police de chaque pays : c’est souvent le plus long.
step-letters = Demandez à chaque employeur la lettre de recommandation.
step-bank = Demandez leurs lettres à vos banques.
step-translations = Commandez les traductions.
step-family = Rassemblez les papiers de votre famille : mariage ou union de fait, actes de naissance.
step-form = Remplissez le formulaire de votre compte : il affiche ensuite la liste des documents qui fait foi pour vous.
step-chase = À mi-chemin : que manque-t-il? Redemandez, et gardez la preuve de vos demandes.
step-scan = Numérisez en couleur, un fichier par place de la liste.
step-explain = Pour ce qui n’arrivera pas à temps, écrivez une lettre d’explication, avec la preuve de votre demande.
step-fees = Payez les frais et gardez le reçu.
step-review = Comparez chaque papier à votre profil : noms, dates, heures. Votre pointage est-il toujours au seuil ou au-dessus?
step-submit = Soumettez la demande, avec une semaine d’avance.

## Comment on le dit
timeline-headline = { $count ->
    [0] Je ne connais pas encore de date à venir qui compte pour vous.
    [one] Une date à venir compte pour vous :
   *[other] Les dates à venir qui comptent pour vous :
}
timeline-ita = Votre invitation date du { $date }. IRCC doit recevoir la demande complète au plus tard le **{ $last }**. { $left ->
    [0] C’est aujourd’hui.
    [one] Il reste { $left } jour.
   *[other] Il reste { $left } jours.
}
timeline-ita-over = Votre invitation date du { $date }, et le dernier jour était le **{ $last }**. L’invitation n’est plus valable. Un nouveau profil peut être invité à nouveau.
timeline-plan = Un plan qui vous laisse une semaine d’avance :
timeline-line = - **{ $date }** : { $what }
timeline-passed = Passé :
timeline-untold = Dites-m’en plus et j’en dirai plus. Trois dates aident : votre test de langue, votre naissance et le jour où vous avez soumis votre profil.
timeline-birth-untold = Avec votre date de naissance, je peux vous dire quels jours l’âge retire des points.
timeline-account = Ce qui compte, c’est la date et l’heure affichées dans votre compte.
timeline-more = et { $more } de plus, dans le fichier de calendrier
ask-ita-date = Quel jour votre invitation est-elle venue? Appuyez sur la ronde, ou écrivez par exemple « Mon invitation date du 12 novembre 2026 ».
ita-today = Aujourd’hui
ita-in-future = Ce jour est encore à venir. Quel jour votre invitation est-elle venue?
ita-noted = Félicitations pour votre invitation! J’ai noté le { $date }.
profile-date-noted = C’est noté : vous avez soumis votre profil le { $date }.
ita-forgotten = J’ai oublié le jour de votre invitation.
reminders-on = Je vous le rappellerai ici avant chacune de ces dates. Ce sera une semaine avant et la veille pour celles d’une invitation. Pour la fin de vos résultats, ce sera un à trois mois avant.
reminders-on-visit = Ici, je ne peux pas vous écrire en premier : vous verrez ce qui approche à votre retour. Pour l’apprendre à temps, continuez sur Telegram ou activez les avis dans le menu de ma propre page.
reminders-forgets = Attention : tout est effacé 24 heures après votre dernier message, les rappels aussi. Rien ne reste si vous ne me laissez pas garder vos données.
reminders-off = C’est fait : vous ne recevrez plus de rappels.
reminders-none = Il n’y avait pas de rappels.
reminder-headline = Un rappel :
reminder-line = - **{ $date }** ({ $left ->
    [0] aujourd’hui
    [one] demain
   *[other] dans { $left } jours
}) : { $what }
calendar-name = Entrée express
calendar-file = entree-express-dates.ics
calendar-done = Voici vos dates en fichier de calendrier, avec un rappel une semaine avant et la veille. Ouvrez-le avec le calendrier de votre téléphone ou de votre ordinateur.
offer-ask-deadlines = Mes échéances
offer-told-ita = J’ai une invitation à présenter une demande
button-deadlines = Mes échéances
button-ita = J’ai une invitation
button-calendar = En fichier de calendrier
button-remind = Rappelez-le-moi
button-remind-off = Arrêter les rappels
button-ita-forget = Je n’ai pas d’invitation

## La ligne de commande
cli-help-timeline = toutes les échéances : d’une invitation, d’un profil, ou des deux
cli-help-timeline-profile = un fichier avec un profil en JSON, ou - pour l’entrée standard; peut être omis
cli-help-ita = le jour de l’invitation à présenter une demande
cli-help-profile-submitted = le jour où le profil a été soumis au bassin
cli-help-nomination = le jour où une désignation est arrivée dans le compte
cli-help-biometrics = le jour de la lettre sur les données biométriques
cli-help-medical = le jour de l’examen médical
cli-date-to-come = { $option } : le { $date } vient après le jour pour lequel répondre.
