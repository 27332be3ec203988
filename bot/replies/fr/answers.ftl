# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = { $amount } $
answer-reported = Rapporté par d’autres : vérifiez la page officielle ci-dessous avant de vous y fier.
answer-derived = Un montant est ici calculé ou rapporté par d’autres : vérifiez-le sur la page officielle ci-dessous.
answer-old = J’ai vérifié ceci le { $date }, il y a plus d’un an. Lisez la page officielle avant de vous y fier.
answer-announced = Un changement à partir du { $date } a été annoncé, mais ses valeurs ne sont pas encore connues. Vérifiez la page ci-dessous.
answer-where = Voici la page officielle à ce sujet :
answer-partner = Je ne peux pas en dire plus sur votre partenaire à ce sujet. La page officielle dit qui est concerné :
answer-about-what = De quoi parlez-vous? Posez la question en entier, par exemple : « Combien coûte l’examen de langue? »
answer-changes = Les derniers changements :
answer-change = **{ $date }** : { $what }
answer-none = Je n’ai pas de réponse à cette question. Je connais Entrée express. Pour le reste, voyez le site officiel.
answer-offer = Vouliez-vous dire l’une de ces questions?
button-wrong = C’est inexact
answer-wrong-noted = Merci. Quelqu’un vérifiera cette réponse. Le signalement ne garde rien sur vous. D’ici là, la page officielle fait foi :
also-asked = Vous avez aussi posé une question. Est-ce bien celle-ci?
third-language = Je comprends le français et l’anglais. Écrivez-moi dans l’une de ces langues.
not-legal-advice = Calculé d’après les règles publiées. Ce n’est pas un avis juridique.
