# Comment un pointage est annoncé.
score-total = **{ $total }** points : c’est votre pointage SCG.
score-so-far = **{ $total }** points pour l’instant : c’est votre pointage SCG sans ce que vous ne m’avez pas dit.
score-more = C’est { $points } de plus qu’avant ({ $before }).
score-less = C’est { $points } de moins qu’avant ({ $before }).
score-missing = Non indiqué, et qui pourrait le changer : { $facts }.
score-nothing = Je ne peux pas encore calculer : vous ne m’avez rien dit sur vous.
score-caption = Vos points, ligne par ligne
score-sum = Total
score-rules = Calculé selon les règles du { $date }.
