# Les avis dans le navigateur : la fenêtre qui les active (notices-…) et ce que dit un avis.

notices-title = Avis sur cet appareil
notices-explained = Après une ronde d’invitations qui vous concerne et avant vos échéances, cet appareil affiche un court avis. Il ne montre jamais votre pointage ni rien de ce que vous m’avez dit.
notices-keeps = Pour cela, je garde ce que vous m’avez dit et l’adresse que votre navigateur me donne pour les avis. Les deux disparaissent quand vous effacez vos données.
notices-asking = Un instant…
notices-on = Les avis sont activés.
notices-off = Les avis sont désactivés.
notices-turn-on = Accepter et activer
notices-turn-off = Désactiver
notices-blocked = Votre navigateur n’autorise pas les avis de cette page. Vous pouvez changer cela dans ses réglages.
notices-cannot = Ce navigateur ne peut pas afficher les avis de cette page. Vous pouvez continuer sur Telegram : là, je peux vous écrire.
notices-failed = Cela n’a pas fonctionné. Réessayez plus tard.
notices-close = Fermer
notices-body = Ouvrez la page pour lire ce que cela change pour vous.
http-no-push-address = Envoyez « endpoint » et « keys » tels que le navigateur les a donnés pour un service d’avis en usage.
http-keep-first = Envoyez « keep » : true. Les avis demandent que la personne accepte que ce qu’elle a dit soit gardé.
