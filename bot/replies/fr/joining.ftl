# Continuer ailleurs avec le même profil : codes à usage unique, à entrer sur l’autre appareil.

join-code = Votre code : **{ $code }**

    Entrez-le sur votre autre appareil, simplement comme un message, sur la page web ou dans Telegram. Il est valable { $minutes } minutes et une seule fois. Ne le donnez à personne : il ouvre votre profil. Dès qu’il est entré, je vous demande ici si cet appareil est à vous.
join-code-telegram = [Continuer dans Telegram]({ $url })
join-ask = Ce code a été créé sur un autre appareil : { $device }, le { $at }. **Cet appareil est-il à vous?**
join-ask-told = Si vous dites oui, il voit ce que vous m’avez dit ici et peut le changer ou l’effacer. Si quelqu’un vous a envoyé le code ou un lien, dites non.
join-ask-nothing-told = Si vous dites oui, les deux voient, changent et effacent le même profil : tout ce que vous me direz ici aussi. Si quelqu’un vous a envoyé le code ou un lien, dites non.
join-asked = Votre code a été entré sur un autre appareil : { $device }, le { $at }. Il demande le profil que vous avez ici. **Cet appareil est-il à vous?**
join-waiting = Bien. Dites maintenant oui sur votre autre appareil ({ $device }), où vous avez créé le code : je le demande là-bas aussi. Sur une page web, fermez la fenêtre du code ou rechargez la page.
join-told = { $device } : connexion faite le { $at }. Cet appareil a maintenant le même profil. Ce n’était pas vous? Mettez fin à la connexion.
join-hour = { $day } à { $hour } h { $minute } UTC
join-devices = Ces appareils sont reliés à cette conversation et ont le même profil :
join-device = - { $device }, depuis le { $since }; dernier message le { $last }
join-device-quiet = - { $device }, depuis le { $since }
join-devices-end = Si vous mettez fin à une connexion, cet appareil perd le profil. Le vôtre reste comme il est.
join-alone = Aucun autre appareil n’a ce profil. Il n’est qu’ici.
join-ended = Cette connexion a pris fin. Cet appareil repart maintenant de zéro.
device-web = Une page web
device-telegram = Telegram
device-other = Un autre appareil
button-join = Oui, il est à moi
button-devices = Mes appareils
button-part = Mettre fin : { $device }, { $since }
join-done = C’est fait. Cette conversation et l’autre n’en font plus qu’une : ce que vous me dites ici, je le sais là-bas aussi.
join-done-known = C’est fait. Cette conversation et l’autre ont maintenant un seul profil. Je sais :
join-same = Cette conversation a déjà ce profil. Il n’y a rien à faire.
join-choose = Vous m’avez dit quelque chose sur les deux appareils, et ce n’est pas la même chose. Quelles réponses doivent compter désormais, sur les deux?
join-choose-there = **Sur votre autre appareil**
join-choose-here = **Ici**
join-nothing-else = - rien d’autre
join-choose-erased = Les autres réponses seront alors effacées. Les deux conversations restent lisibles.
join-apart = Bien, rien n’a changé. Chaque conversation garde son propre profil.
join-unknown = Je ne connais pas ce code, ou je ne le connais plus. Un code est valable 10 minutes et une seule fois. Demandez-en un nouveau sur votre autre appareil.
join-too-many = Cela fait beaucoup de codes. Veuillez attendre { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
} et réessayer.
button-keep-there = Celles de l’autre appareil
button-keep-here = Celles d’ici
button-keep-apart = Ne rien changer
button-elsewhere = Continuer sur un autre appareil
