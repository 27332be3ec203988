# Comment un pointage est annoncé.
score-total = Votre pointage SCG est de **{ $total }**.
score-so-far = **{ $total }** pour l’instant.
score-by-level = Au moins **{ $low }**, au plus **{ $high }** : tout dépend du niveau que l’EDE donne au diplôme.
suppose-by-level = Ce serait au moins **{ $low }**, au plus **{ $high }** : tout dépend du niveau que l’EDE donne au diplôme.
score-more = C’est { $points } de plus qu’avant ({ $before }).
score-less = C’est { $points } de moins qu’avant ({ $before }).
score-renewed = Si tout était valide, avec les mêmes résultats : **{ $total }**.
score-without = C’est sans { $things }.
levels-told = { $count ->
    [one] Je compte { $levels } comme vous me l’avez dit; les quatre résultats de votre test décideront.
   *[other] Je compte { $levels } comme vous me l’avez dit; les quatre résultats de chaque test décideront.
}
levels-told-short = C’est provisoire : { $levels }, selon vous.
score-undated = Je ne sais pas quand vous avez passé votre test de langue; des résultats de 2 ans ou plus ne donnent pas de points.
score-supposes-eca = Votre diplôme étranger y compte comme s’il avait une évaluation (EDE).
without-eca = votre diplôme (il lui faut une évaluation, l’EDE)
without-valid-eca = votre diplôme (son évaluation, l’EDE, a expiré)
without-expired-test = le test de langue qui a expiré ({ $date })
without-years = { $whose ->
    [partner] { $years ->
        [one] l’année
       *[other] les { $years } ans
    } de travail de votre partenaire
   *[self] { $years ->
        [one] votre année de travail
       *[other] vos { $years } ans de travail
    }
}{ $titled ->
    [yes] { " " }comme { $title }
   *[no] { "" }
} (je ne sais pas dans quel pays)
without-job = { $whose ->
    [partner] le travail de votre partenaire
   *[self] votre travail
}{ $titled ->
    [yes] { " " }comme { $title }
   *[no] { "" }
} (je ne sais pas dans quel pays)
score-section = { $name } : { $points }
score-open = { $count ->
    [one] Un élément peut encore le changer : { $things }.
    [2] Deux éléments peuvent encore le changer : { $things }.
    [3] Trois éléments peuvent encore le changer : { $things }.
   *[other] Il peut encore changer quand j’en saurai plus sur { $things }.
}
score-aim = Pour les points de langue, il me faut vos résultats. Pour un aperçu, dites-moi le niveau visé, par exemple « je vise le NCLC 9 ».
score-caption = Vos points, ligne par ligne
score-sum = Total
score-rules = Règles du { $date }.
score-rules-short = Règles du { $date }.
button-every-line = Voir chaque ligne

open-any-of-these = quelques autres choses
open-age = votre âge
open-marital-status = la présence d’un conjoint ou d’une conjointe qui vous accompagne
open-education = vos études
open-first-language = votre test de langue
open-second-language = un test dans l’autre langue officielle
open-canadian-work-years = du travail au Canada
open-foreign-work-years = du travail à l’étranger
open-noc = votre profession
open-certificate-of-qualification = un certificat de compétence canadien
open-provincial-nomination = une désignation d’une province
open-canadian-education = un diplôme du Canada
open-sibling-in-canada = un frère ou une sœur au Canada
open-job-offer = une offre d’emploi
open-job-offer-noc = la profession de votre offre d’emploi
open-spouse-accompanying = la venue de votre partenaire
open-spouse-citizen-or-permanent-resident = le statut de votre partenaire au Canada
open-spouse-age = l’âge de votre partenaire
open-spouse-education = le diplôme de votre partenaire
open-spouse-language = le test de langue de votre partenaire
open-spouse-canadian-work-years = le travail de votre partenaire au Canada
open-spouse-foreign-work-years = le travail de votre partenaire à l’étranger
open-spouse-canadian-education = le diplôme canadien de votre partenaire
open-eca-date = votre évaluation des diplômes (EDE)
open-education-country-is-canada = le pays de vos études
open-more = quelques autres éléments
