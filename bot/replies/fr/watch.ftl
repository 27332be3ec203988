## La commande watch : ce que les pages officielles ne disent plus, ou ne disent plus au même endroit

cli-help-watch = interroger les pages officielles et dire ce qu’il faut relire
cli-help-watch-only = links : vérifier seulement que chaque adresse répond
cli-help-watch-of = seulement les pages de cette réponse, de ce chiffre ou de cette page; peut être répété
watch-unknown = Aucune réponse, aucun chiffre et aucune page des données ne s’appelle { $name }.
watch-offline = Aucune des { $asked } adresses n’a répondu. Cette machine est-elle reliée à Internet?
watch-asked = { $asked ->
    [one] { $asked } adresse interrogée
   *[other] { $asked } adresses interrogées
 }. { $found ->
    [0] Il n’y a rien à relire.
    [one] { $found } point à examiner :
   *[other] { $found } points à examiner :
 }
watch-gone = Page disparue depuis le { $date } (code { $status }) : trouvez celle qui la remplace.
watch-moved = Page déplacée pour de bon : sa nouvelle adresse est { $to }
watch-changed = Le texte n’est plus le même depuis le { $date } : relisez la page.
watch-modified = Modifiée le { $date } selon la page elle-même, après la dernière vérification : relisez-la.
watch-unreachable = Pas de page depuis le { $date } : { $trouble ->
    [timeout] pas de réponse complète à temps
    [connection] pas de connexion
    [large] trop volumineuse pour être lue
    [redirects] elle ne fait que renvoyer d’une adresse à l’autre
    [host] non interrogée, car son serveur n’a pas répondu plusieurs fois
   *[status] code { $status }
 }.
watch-uses = { $kind ->
    [page] Pages
    [answer] Réponses
    [change] Changements
    [figure] Chiffres
   *[file] Fichiers
 } : { $names }
facts-watch = Adresses lors de la dernière surveillance ({ $date }) : { $asked } interrogées; { $gone } disparues, { $moved } déplacées, { $unreachable } sans réponse, { $unread } à relire.
facts-never-watched = Aucune adresse n’a encore été interrogée : c’est le rôle de la commande watch.
facts-dead = disparue depuis le { $date }; elle figure dans { $names }
