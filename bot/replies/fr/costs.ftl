# Ce que cela coûte : frais, prix habituels, fonds d’établissement.

## Noms
cost-name-principal-applicant = Frais de traitement, vous
cost-name-spouse = Frais de traitement, votre conjoint
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
    [0] Les enfants à charge en sont exemptés.
   *[other] { $count ->
        [one] { $amount } $ depuis le { $date }.
       *[other] { $count } × { $amount } $ depuis le { $date }.
    }
}
cost-biometrics = { $amount } $ par personne de { $min_age } à { $max_age } ans, au plus { $most } $ pour une famille qui présente sa demande ensemble.
cost-children-ages = Cela dépend de l’âge des enfants : { $age } ans ou non.
cost-usual = { $count ->
    [one] Environ { $least } à { $most } $, selon des prix rapportés au { $date }; chaque fournisseur fixe le sien.
   *[other] { $count } × environ { $least } à { $most } $, selon des prix rapportés au { $date }; chaque fournisseur fixe le sien.
}
fees-raised = Ces frais devaient augmenter le { $date }, et les nouveaux montants ne sont pas connus ici : voyez le barème officiel.
funds-not-for-cec = Aucun fonds d’établissement n’est exigé pour la catégorie de l’expérience canadienne.
problem-day-before-costs = Les frais et les programmes peuvent être indiqués à partir du { $date }.

## Comment on le dit
money = { $amount } $
money-range = { $least } à { $most } $
costs-headline = **{ $total }** en dollars canadiens : c’est ce que le gouvernement demande à { $people ->
    [one] une personne
   *[other] une famille de { $people } personnes
} dont il reçoit la demande le { $date }.
costs-line = - { $name } : { $amount }
costs-line-derived = - { $name } : { $amount } (déduit des autres, lu nulle part)
costs-reported = Ces frais sont donnés tels que d’autres les rapportent du barème officiel : vérifiez le barème avant de payer. C’est le jour où la demande est reçue qui compte, non celui de l’invitation.
costs-official = Le barème officiel, consulté le { $date }, donne { $amount } $ pour le traitement et le droit de résidence permanente ensemble, ce qui diffère d’ici : suivez le barème.
costs-others = D’autres demandent d’habitude environ **{ $total }** de plus, et chacun fixe son prix :
costs-other-line = - { $name } : environ { $amount } (rapporté en { $year })
costs-unpriced = N’y sont pas, car je n’en connais pas de prix fiable : certificats de police, traductions, messageries.
costs-all = En tout, environ **{ $total }**.
costs-funds = **Fonds d’établissement** : vous devez montrer, et non dépenser, **{ $amount }** pour une famille de { $size }, selon le tableau du { $date }.
costs-funds-open = **Fonds d’établissement** : si l’invitation vient au titre des travailleurs qualifiés (fédéral) ou des métiers spécialisés, vous devez montrer, et non dépenser, **{ $amount }** pour une famille de { $size }, selon le tableau du { $date }. Pour la catégorie de l’expérience canadienne, rien.
costs-funds-none = **Fonds d’établissement** : d’après ce que vous m’avez dit, il n’y en a pas à montrer.
costs-funds-exempt = **Fonds d’établissement** : il n’y en a pas à montrer, car vous avez une offre valide et le droit de travailler au Canada.
costs-funds-family = Toute la famille compte, y compris les personnes qui restent au pays ou qui sont canadiennes.
costs-missing = Non indiqué, et pourrait le changer : { $facts }.
costs-refund = Les frais relatifs au droit de résidence permanente sont remboursés si la résidence permanente n’est pas accordée.
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
