# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = { $amount } $
answer-reported = Rapporté par d’autres : vérifiez la page officielle ci-dessous avant de vous y fier.
answer-reported-short = Rapporté par d’autres.
answer-deduced = Cela se déduit de plusieurs règles : vérifiez-le sur la page officielle ci-dessous.
answer-derived = Un montant est ici calculé ou rapporté par d’autres : vérifiez-le sur la page officielle ci-dessous.
answer-old = J’ai vérifié ceci le { $date }, il y a plus d’un an. Lisez la page officielle avant de vous y fier.
answer-announced = Un changement à partir du { $date } a été annoncé, mais ses valeurs ne sont pas encore connues. Vérifiez la page ci-dessous.
answer-where = Voici la page officielle à ce sujet :
answer-partner = Je ne peux pas en dire plus sur votre partenaire à ce sujet. La page officielle dit qui est concerné :
answer-about-what = De quoi voulez-vous parler? Posez la question en entier, par exemple : « Combien coûte l’examen de langue? »
answer-changes = Les derniers changements :
answer-change = **{ $date }** : { $what }
answer-none = Je n’ai pas encore de réponse à cette question. Je ne connais qu’Entrée express : demandez-le autrement, ou parlez d’une autre étape. Pour le reste, voyez le site officiel.
answer-offer = Vouliez-vous dire l’une de ces questions?
button-wrong = C’est inexact
answer-wrong-noted = Merci. Quelqu’un vérifiera cette réponse. Le signalement ne garde rien sur vous. D’ici là, la page officielle fait foi :
also-asked = Si vous avez aussi posé une question, est-ce celle-ci?
care = { $felt ->
    [loss] Toutes mes condoléances. Rien ne presse : nous continuerons quand vous voudrez.
    [war] C’est terrible de vivre cela. Dès que vous avez un moment de calme, nous pouvons regarder ensemble votre chemin vers le Canada.
    [angry] Votre colère se comprend : tant de choses en dépendent. Si je me suis trompé, dites-moi où.
    [sad] Je suis désolé, c’est difficile. Prenez tout le temps qu’il vous faut.
    [afraid] Votre inquiétude est normale : tout un projet en dépend. Nous pouvons avancer une chose à la fois.
    [glad] Tant mieux, cela fait plaisir à lire. Nous continuons quand vous voulez.
   *[tired] C’est éprouvant, et beaucoup de gens le vivent comme vous. Rien ne vous oblige à tout régler aujourd’hui.
}
partners-test = Le test de { $who } :
partners-test-untold = Vous ne m’avez pas encore donné les résultats de { $who }. Donnez-les-moi et je vous dis ce qu’ils valent.
care-now = Je peux vous montrer où vous en êtes, ce qui aiderait le plus, ou les prochaines étapes.
care-first = { $felt ->
    [loss] Toutes mes condoléances.
    [war] C’est terrible de vivre cela.
    [sad] Je suis désolé, c’est difficile.
   *[other] Je comprends votre inquiétude.
}
in-brief = En bref : { $text }
third-language = Je comprends le français et l’anglais. Écrivez-moi dans l’une de ces langues; des mots simples suffisent.
not-legal-advice = Calculé d’après les règles publiées. Ce n’est pas un avis juridique.
validity-test-valid = **Oui, pour l’instant.** Résultats : { $told }; fin de validité : { $until }.
validity-test-over = **Non, ils ont expiré.** Résultats : { $told }; fin de validité : { $until }. Ils ne donnent plus de points : il vous faut un nouveau test.
validity-test-perhaps = **Cela dépend du jour.** Résultats : { $told }; fin de validité : { $until }. Regardez le jour sur votre relevé.
validity-eca-valid = **Oui, pour l’instant.** Évaluation : { $told }; fin de validité : { $until }.
validity-eca-over = **Non, elle a expiré.** Évaluation : { $told }; fin de validité : { $until }. Demandez à l’organisme de la réémettre.
validity-eca-perhaps = **Cela dépend du jour.** Évaluation : { $told }; fin de validité : { $until }. Regardez le jour sur votre rapport.
year-of-work = À { $hours } { $hours ->
    [one] heure
   *[other] heures
} par semaine, une année de travail ({ $year } heures) prend environ **{ $weeks } semaines**, soit { $months } mois.
year-of-work-most = On ne compte pas plus de { $hours } heures par semaine, même si vous en faites davantage.
year-of-work-rest = Le travail doit être qualifié (FEER 0 à 3) et payé.
common-law-verdict = { $enough ->
    [yes] **Oui, { $months } mois de vie commune en couple suffisent** : il faut un an.
   *[no] **Pas encore : { $months } mois, c’est trop court**, il faut un an de vie commune en couple.
}
note-account-access = **Changez votre mot de passe tout de suite, depuis votre propre appareil, ainsi que les questions de récupération.** Si cette personne est votre représentant, retirez-lui ce mandat. Vous ne pouvez plus entrer? Écrivez à IRCC par son formulaire Web.
too-late = **Il n’est pas trop tard : il n’y a pas de limite d’âge.**
too-late-points = À { $age } ans, l’âge vous donne **{ $points }** { $points ->
    [one] point
   *[other] points
} sur { $most }.
too-late-couple = À { $age } ans, l’âge vous donne **{ $points }** { $points ->
    [one] point
   *[other] points
} sur { $most }, ou { $couple } si votre conjoint vient avec vous.
too-late-none = À { $age } ans, l’âge ne donne plus **aucun point**, mais il ne ferme pas la porte.
too-late-others = D’autres choses pèsent plus : votre première langue, jusqu’à { $language } points; un bon français, jusqu’à { $french } de plus et des rondes réservées; une désignation provinciale, { $nomination }.
too-late-kind = C’est une inquiétude bien légitime : regardons votre pointage au complet.
partner-needs-no-test = **Votre conjoint n’a pas besoin d’un test de langue : c’est à vous d’en passer un.** Le sien peut toutefois vous rapporter des points.
wedding-planned = **Inutile d’attendre : jusqu’au mariage, vous êtes célibataire dans votre profil.** (Qui vit en couple depuis un an est conjoint de fait, ce qui compte comme un mariage.) Une fois mariés, ajoutez votre conjoint : vos points sont recomptés et peuvent baisser ou monter. Après une invitation, faites-le avant l’envoi et recalculez; après l’envoi, signalez le mariage avant de devenir résident permanent. Un conjoint que vous ne déclarez pas ne pourra normalement jamais être parrainé plus tard.
test-results-time = **La plupart des tests d’anglais à l’ordinateur donnent leurs résultats en quelques jours.** Pour certains tests de français, il faut plusieurs semaines. C’est souvent la place libre qui se fait attendre : réservez tôt. Le site de chaque test donne ses dates et le délai des résultats; la page officielle ci-dessous y renvoie.
# What an answer says first of the person who asks.
own-age = À votre âge, vous avez **{ $points }** des { $most } points du SCG pour l’âge.
own-step-test = Votre première étape : réserver un test de langue. Sans ses résultats, pas de profil.
own-step-eca = Votre première étape : faire évaluer votre diplôme (EDE). Cela prend souvent des semaines, et le profil la demande.
own-step-profile = Vous avez de quoi commencer un profil : vérifiez qu’un programme vous convient, puis soumettez-le. C’est gratuit.
own-spouse-work = Une fois que vous avez la résidence permanente, votre partenaire peut travailler pour qui il veut.
