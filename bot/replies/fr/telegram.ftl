# Ce qui ne se dit que sur Telegram : le menu, les descriptions du robot, et ce que seul Telegram peut apporter.

telegram-description = Je calcule votre pointage SCG exact pour Entrée express, le système du Canada pour les travailleurs qualifiés. J’explique chaque ligne avec sa source officielle et je vous informe des rondes d’invitations. Gratuit, en français et en anglais. Je ne suis ni le gouvernement ni un avocat. J’efface ce que vous me dites 24 heures après votre dernier message, sauf si vous me demandez de le garder.
telegram-short-description = Votre pointage SCG exact pour Entrée express, ligne par ligne. Gratuit, français et anglais. Pas le gouvernement.

telegram-command-start = Commencer
telegram-command-help = Ce que je sais faire
telegram-command-score = Votre pointage SCG
telegram-command-eligibility = Les programmes qui vous sont ouverts
telegram-command-noc = Trouver votre profession (CNP)
telegram-command-rounds = Les dernières rondes d’invitations
telegram-command-improve = Ce qui pourrait augmenter votre pointage
telegram-command-documents = Les documents qu’il vous faut
telegram-command-chances = Où vous vous situez dans les rondes
telegram-command-costs = Ce que cela coûte
telegram-command-deadlines = Vos échéances
telegram-command-dossier = Le tout en PDF
telegram-command-language = Français ou anglais
telegram-command-subscribe = Recevoir les nouvelles rondes
telegram-command-profile = Ce que je sais de vous
telegram-command-code = Continuer sur un autre appareil
telegram-command-devices = Les appareils qui ont votre profil
telegram-command-privacy = Ce que deviennent vos données
telegram-command-delete = Effacer tout ce qui vous concerne
telegram-command-cancel = Suspendre les questions

telegram-noc-of = Quel est le code CNP de { $about }?
telegram-costs-of = Combien cela coûte-t-il pour { $about }?
telegram-rounds-of = Quelles ont été les dernières rondes pour { $about }?
telegram-documents-of = Quels documents me faut-il? { $about }
telegram-eligibility-of = Suis-je admissible? { $about }
telegram-chances-of = Où est-ce que je me situe? { $about }
telegram-improve-of = Et si { $about }?
telegram-deadlines-of = Quelles sont mes échéances? { $about }
telegram-score-of = Quel est mon pointage? { $about }
telegram-profile-of = { $about }
telegram-panel-line = { $title } : **{ $value }**
telegram-panel-change = Touchez une ligne ci-dessous pour la changer. Ce message reste à jour.
telegram-no-picture = L’image ne peut pas être affichée pour le moment. Voici ce qu’elle dit : { $alt }
telegram-no-file = Je n’ai pas pu envoyer le fichier { $name }. Redemandez-le dans quelques minutes.
telegram-which-language = Quelle langue voulez-vous parler?
telegram-unknown-command = Je ne connais pas la commande /{ $command }. Le bouton du menu les montre toutes, et vous pouvez simplement m’écrire.
telegram-picture = Je ne sais pas lire les images ni les fichiers, et je n’ai pas gardé le vôtre. Écrivez-moi ce que je dois savoir, par exemple vos quatre résultats de test.
telegram-sound = Je ne peux ni écouter des enregistrements ni regarder des vidéos, et je n’ai pas gardé le vôtre. Écrivez-moi votre message.
telegram-place = Je n’ai pas besoin de savoir où vous êtes, et je ne l’ai pas gardé. Répondez par un texte ou avec un bouton.
telegram-thing = Je ne comprends que le texte et les boutons. Écrivez-moi votre message.
telegram-group = Parlons de votre situation dans une discussion privée. Ici, je réponds aux questions générales (« Combien de temps un IELTS est-il valide? ») et je parle des rondes d’invitations : /rounds
telegram-group-button = Discussion privée
telegram-too-long = Ce message est trop long. Restez sous { $limit } caractères.

telegram-stale-button = Ce bouton est trop ancien. Écrivez votre réponse, ou appuyez sur un bouton plus récent.
telegram-pressed-button = Vous avez déjà appuyé sur ce bouton.
telegram-because = • { $label } : { $because }
telegram-sources = { $count ->
    [one] Source :
   *[other] Sources :
}
