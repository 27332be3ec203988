# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = { $amount } $
answer-reported = Ces renseignements viennent de tiers qui rapportent une source officielle : vérifiez la page ci-dessous.
answer-derived = Un montant est calculé par nous ou rapporté par des tiers, sans avoir été lu sur une page officielle : vérifiez-le ci-dessous.
answer-old = Vérifié le { $date }, il y a plus d’un an : lisez la page officielle avant de vous y fier.
answer-announced = Un changement à partir du { $date } a été annoncé et ses valeurs ne nous sont pas encore connues : vérifiez la page ci-dessous.
answer-where = Voici la page officielle à ce sujet :
answer-partner = Je n’ai rien de particulier sur votre partenaire à ce sujet. La page officielle dit qui est concerné :
answer-about-what = De quoi parlez-vous? Posez la question en entier, par exemple : « Combien coûte l’examen de langue? »
answer-changes = Les derniers changements :
answer-change = **{ $date }** : { $what }
answer-none = Je n’ai pas de réponse à cette question. Je connais Entrée express; pour le reste, voyez le site officiel.
answer-offer = Vouliez-vous dire l’une de ces questions?
button-wrong = C’est inexact
answer-wrong-noted = Merci, c’est noté : quelqu’un vérifiera cette réponse. Rien de personnel n’est conservé avec ce signalement. D’ici là, la page officielle fait foi :
also-asked = Vous avez aussi posé une question. Est-ce bien celle-ci?
third-language = Je comprends le français et l’anglais. Écrivez-moi dans l’une de ces langues.
not-legal-advice = Calculé d’après les règles publiées; ce n’est pas un avis juridique.
