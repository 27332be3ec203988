# Ce que cela coûte : frais, prix habituels, fonds d’établissement.

## Noms
cost-name-principal-applicant = Frais de traitement, vous
cost-name-spouse = Frais de traitement, votre partenaire
cost-name-child = Frais de traitement, { $count ->
    [one] votre enfant
   *[other] vos { $count } enfants
}
cost-name-right-of-permanent-residence = Frais relatifs au droit de résidence permanente
cost-name-right-of-permanent-residence-child = Frais relatifs au droit de résidence permanente, enfants
cost-name-biometrics = Données biométriques
cost-name-english-test = Test d’anglais
cost-name-french-test = Test de français
cost-name-eca = Évaluation des diplômes d’études (EDE)
cost-name-medical-exam = Examens médicaux

## Raisons
cost-each = { $amount ->
    [0] Les enfants à charge ne les paient pas.
   *[other] { $count ->
        [one] { $amount } $ depuis le { $date }.
       *[other] { $count } × { $amount } $ depuis le { $date }.
    }
}
cost-biometrics = { $amount } $ par personne de { $min_age } à { $max_age } ans, au plus { $most } $ pour une famille qui présente sa demande ensemble.
cost-children-ages = Cela dépend : vos enfants ont-ils déjà { $age } ans?
cost-usual = { $count ->
    [one] Environ { $least } à { $most } $ (rapporté : { $date }). Chaque fournisseur fixe son prix.
   *[other] { $count } × environ { $least } à { $most } $ (rapporté : { $date }). Chaque fournisseur fixe son prix.
}
fees-raised = Ces frais devaient augmenter le { $date }. Je ne connais pas les nouveaux montants : voyez le barème officiel.
funds-not-for-cec = La catégorie de l’expérience canadienne ne demande pas d’économies.
problem-day-before-costs = Je connais les frais et les programmes à partir du { $date }.

## Comment on le dit
money = { $amount } $
money-range = { $least } à { $most } $
costs-headline = **{ $total }** vont au gouvernement pour { $people ->
    [one] une personne
   *[other] une famille de { $people } personnes
}.
costs-line = - { $name } : { $amount }
costs-line-derived = - { $name } : { $amount } (calculé d’après les autres frais)
costs-reported = Je tiens ces frais de sources qui citent le barème officiel. Vérifiez-le avant de payer. C’est le jour où votre demande arrive qui compte.
costs-reported-short = Frais rapportés par d’autres.
costs-official = Le barème officiel donnait { $amount } $ le { $date } pour le traitement et le droit de résidence permanente ensemble. C’est différent de mes chiffres : suivez le barème.
costs-seen = Le barème officiel donnait les mêmes frais pour vous le { $date }.
costs-official-biometrics = Le { $date }, le barème officiel donnait { $amount } $ pour les données biométriques d’une personne. Ce n’est pas ce que j’ai : suivez le barème.
costs-others = Les tests, l’EDE, les examens médicaux et le reste coûtent environ **{ $total }** de plus.
costs-other-line = - { $name } : environ { $amount } (rapporté en { $year })
costs-unpriced = S’y ajoutent les certificats de police, les traductions et les messageries. Je n’en connais pas de prix fiable.
costs-all = En tout, environ **{ $total }**.
costs-funds = Vous devez aussi **montrer**, et non dépenser, **{ $amount }** d’économies pour { $size ->
    [one] une personne
   *[other] une famille de { $size }
} (tableau du { $date }).
costs-funds-open = Vous devez aussi **montrer**, et non dépenser, **{ $amount }** d’économies pour { $size ->
    [one] une personne
   *[other] une famille de { $size }
} (tableau du { $date }). C’est pour les travailleurs qualifiés (fédéral) et les métiers; l’expérience canadienne n’en demande pas.
funds-for = Il faut **{ $amount } $** d’économies { $people ->
    [one] pour une personne
   *[other] pour une famille de { $people }
} (tableau du { $date }).
funds-enough = { $savings } $ suffisent : c’est **{ $over } $** de plus.
funds-short = Avec { $savings } $, il manque **{ $short } $**.
funds-other-money = Donnez-moi l’équivalent de { $money } en dollars canadiens, et je compare.
funds-who = Les travailleurs qualifiés (fédéral) et les gens de métier doivent les montrer; l’expérience canadienne n’en demande pas.
costs-funds-none = D’après ce que vous m’avez dit, vous n’avez pas d’économies à montrer.
costs-funds-exempt = Vous n’avez pas d’économies à montrer : vous avez une offre valide et le droit de travailler au Canada.
costs-funds-family = Toute votre famille compte, même les personnes qui restent au pays ou qui sont canadiennes.
costs-missing = Cela peut encore changer, car je ne connais pas encore { $facts }.
costs-refund = Les frais relatifs au droit de résidence permanente vous sont remboursés si elle ne vous est pas accordée.
button-every-fee = Voir tous les frais
offer-ask-costs = Combien tout cela coûte
button-costs = Combien cela coûte-t-il?

## La ligne de commande
cli-help-costs = frais et fonds d’établissement pour la famille d’un profil
cli-help-child-born = la date de naissance d’un enfant à charge; une fois par enfant
cli-costs-fees = Au gouvernement
cli-costs-others = D’habitude à d’autres
cli-costs-funds = Fonds d’établissement
cli-costs-total = Total
cli-costs-sum = { $name } : { $amount }
cli-certainty-reported = selon ce que d’autres rapportent
cli-certainty-derived = déduit, non lu
cli-help-country = un pays autre que le Canada où vous avez vécu six mois ou plus depuis vos 18 ans; une fois par pays
cli-help-refused = un visa, un permis, une entrée ou une demande a été refusé, par un pays quelconque
cli-help-convicted = il y a eu une arrestation, une accusation ou une condamnation, où que ce soit
cli-help-represented = quelqu’un vous représente, contre paiement ou non
cli-help-other-language = certains documents ne sont ni en français ni en anglais
cli-help-name-changed = des documents portent des noms ou des dates de naissance différents
cli-help-adopted = l’un des enfants est adopté
cli-help-parent-stays = l’autre parent d’un enfant ne vient pas
