# How a score is told.
score-total = Your CRS score is **{ $total }**.
score-so-far = Your CRS score so far is **{ $total }**, without what you have not told me.
score-more = That is { $points } more than before ({ $before }).
score-less = That is { $points } less than before ({ $before }).
score-missing = Not told, and could change it: { $facts }.
score-rules = Calculated by the rules of { $date }.
score-nothing = I cannot calculate yet: you have not told me anything about yourself.
score-caption = Your points, line by line
score-sum = Total
