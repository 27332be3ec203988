# How a score is told.
score-total = **{ $total }** points: that is your CRS score.
score-so-far = **{ $total }** points so far: that is your CRS score without what you have not told me.
score-more = That is { $points } more than before ({ $before }).
score-less = That is { $points } less than before ({ $before }).
score-missing = Not told, and could change it: { $facts }.
score-nothing = I cannot calculate yet: you have not told me anything about yourself.
score-caption = Your points, line by line
score-sum = Total
score-rules = Calculated by the rules of { $date }.
