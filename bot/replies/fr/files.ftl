# Le dossier en PDF, et d’autres fichiers.
dossier-title = Entrée express : mon dossier
dossier-by = Assistant Entrée express
dossier-on = État au { $date }.
dossier-of = sur { $max } points
dossier-missing = { $count ->
    [one] Un fait est encore ouvert et pourrait le changer.
   *[other] { $count } faits sont encore ouverts et pourraient le changer.
}
dossier-foot = État au { $date }. Calculé d’après les faits ci-dessous, à titre d’information. Ni conseil juridique, ni promesse, ni document du gouvernement.
dossier-score = Pointage SCG, ligne par ligne
dossier-profile = Ce que j’ai indiqué
dossier-eligibility = Programmes
dossier-program-yes = { $program } : exigences remplies
dossier-program-no = { $program } : non remplies
dossier-program-open = { $program } : encore ouvert
dossier-time = Estimation d’IRCC pour une demande présentée maintenant : environ { $months } mois (publiée le { $date }).
dossier-unmet = Non rempli : { $names }.
dossier-unknown = Encore ouvert : { $names }.
dossier-documents = Documents
dossier-ticked = Obtenu
dossier-to-do = À obtenir
dossier-days = Dates qui comptent
dossier-money = Frais et fonds d’établissement, en dollars canadiens
dossier-sources = Sources
dossier-sources-note = Pages officielles et textes de loi, avec la date de la dernière consultation; appuyez sur une ligne pour l’ouvrir.
dossier-file = entree-express-dossier.pdf
dossier-done = Voici votre dossier en PDF : profil, pointage, programmes, documents, échéances, frais, sources.
profile-file = entree-express-profil.json
profile-done = Voici votre profil en fichier (JSON). Collez son contenu ici, dans n’importe quelle conversation, et je le reprendrai.
file-nothing = Parlez-moi d’abord de vous. Il y aura alors de quoi remplir un fichier.
import-done = { $count ->
    [one] J’ai repris un fait de votre profil.
   *[other] J’ai repris { $count } faits de votre profil.
}
import-wrong = Je n’ai pas pu reprendre ce profil : je n’ai rien changé.
import-problem = - { $field } : { $allowed }
import-not-json = Ce JSON n’est pas complet (ligne { $line }, colonne { $column }). Collez tout le fichier.
import-empty = Il n’y a rien dans ce profil.
offer-export-file = Un fichier à garder
button-dossier = Dossier (PDF)
button-profile-file = Mon profil (JSON)
fact-authorized-to-work-in-canada = Droit de travailler au Canada
fact-adaptability = Liens avec le Canada
value-answers = { $count ->
    [one] une réponse
   *[other] { $count } réponses
}

## La ligne de commande
cli-help-export = tout ce qui est conservé sur une personne, en JSON
cli-help-forget = effacer tout ce qui est conservé sur une personne
cli-help-id = l’identifiant que « confidentialité » montre à la personne dans la conversation
cli-unknown-person = Personne n’est conservé sous l’identifiant { $id }.
cli-forgotten = Tout est effacé ({ $count ->
    [one] une conversation
   *[other] { $count } conversations
}).
cli-help-backup = tout ce qui est conservé, dans un seul fichier, pendant que l’assistant tourne
cli-help-backup-file = le fichier de la sauvegarde
cli-help-restore = remettre ce que backup a écrit; arrêtez d’abord l’assistant
cli-help-replace = ce que contient la base de données peut être remplacé
cli-help-pause = répondre à chaque message par une seule phrase, jusqu’à --end
cli-help-pause-text = ce que les gens lisent en anglais; sans elle, que nous sommes absents un moment
cli-help-pause-french = ce que les gens lisent en français
cli-help-pause-end = reprendre comme d’habitude
cli-backed-up = { $file } : { $people ->
    [one] une personne
   *[other] { $people } personnes
}. Gardez-le avec autant de soin que la base de données.
cli-restored = La sauvegarde du { $at } est remise : { $people ->
    [one] une personne
   *[other] { $people } personnes
}. Les personnes effacées depuis sont à effacer de nouveau.
cli-restore-not-an-archive = { $file } n’est pas une sauvegarde de ce programme. Rien n’a changé.
cli-restore-damaged = { $file } est abîmé : une partie n’est plus ce qui a été écrit. Rien n’a changé.
cli-restore-newer = { $file } vient d’une version plus récente. Installez d’abord cette version. Rien n’a changé.
cli-restore-not-empty = La base de données contient déjà des personnes. Avec --replace, la sauvegarde prend leur place.
cli-paused = Chaque message reçoit maintenant cette phrase. « pause --end » y met fin.
cli-resumed = L’assistant répond de nouveau.
