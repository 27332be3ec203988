# Ce que l’interface HTTP répond à un programme qui l’appelle mal.
http-not-signed-in = Je ne connais plus cette conversation. Veuillez en commencer une nouvelle.
http-stale-button = Ce bouton vient d’une conversation antérieure. Écrivez votre réponse ou utilisez un bouton plus récent.
http-too-long = Ce message est trop long. Restez sous { $limit } caractères.
http-empty = Le message est vide.
http-too-many = Cela fait beaucoup à la fois. Attendez un instant, puis réessayez.
http-text-or-button = Envoyez « text », « button » ou « change », sous forme de chaîne.
http-bad-chosen = « chosen » doit être une liste de nombres : les positions des options choisies, à partir de 0.
http-no-question = « change » doit être l’identifiant d’une question, tel que GET /chat/profile le donne.
http-bad-id = « id » doit compter de 1 à 64 lettres, chiffres, « - » ou « _ ».
http-not-json = Le corps doit être un seul objet JSON.
http-unknown-key = Clé inconnue : « { $key } ». Permises : { $allowed }.
http-unknown-language = Langue inconnue. Permises : { $allowed }.
http-not-found = Il n’y a rien ici.
http-no-such-answer = Cette réponse n’existe pas dans cette conversation.
http-message-needed = « message » doit être l’identifiant d’une réponse.
http-verdict-needed = « verdict » doit être l’une de ces valeurs : { $allowed }.
http-comment-text = « comment » doit être une chaîne.
