# Occupations: the National Occupational Classification (NOC).

## In a conversation
noc-likely = “{ $title }” is most likely the first of these. Choose the one closest to the work you really did.
noc-choose = “{ $title }” can be one of these. Choose the one closest to the work you really did.
noc-none = I found no occupation for “{ $title }”. Try other words for the same work, or a NOC code.
noc-line = **{ $code }** { $title }: TEER { $teer }, { $skilled ->
    [yes] skilled
   *[no] not skilled
}
noc-line-categories = { $line }; categories: { $names }
noc-ask = Which is closer to the work you did: { $choices }?
noc-ask-or = { $first } or { $last }
noc-choice = “{ $title }”
noc-neither = None of these
noc-skilled = **{ $code } { $title }** is TEER { $teer }. Express Entry counts this work as skilled.
noc-not-skilled = **{ $code } { $title }** is TEER { $teer }. Express Entry doesn’t count this work as skilled: only TEER 0, 1, 2 and 3 count.
noc-in-categories = It’s on the list of { $count ->
    [one] this category
   *[other] these categories
}: { $names } (lists checked on { $date }).
noc-in-no-category = It’s on no category’s list of occupations (lists checked on { $date }).
noc-left-category = It was on the list of { $name } until { $date }.
noc-duties = Compare the lead statement and the main duties on the official page with what you really did. They decide, not the title.
noc-old = **{ $code } { $title }** is a NOC 2016 code, skill level { $level }. { $count ->
    [one] In { $version } it is:
   *[other] In { $version } it was split. Choose the one closest to the work you really did:
}
noc-alias = Express Entry doesn’t use **{ $code }**; other services do. In Express Entry it’s one of these:
noc-unknown-code = I know no NOC code { $code }. A code of { $version } has five digits.
noc-level = Skill level { $level } of NOC 2016 mostly became TEER { $teers }. Your code decides, so what’s your job title or code?
noc-listed = **{ $name } has { $count } occupations** (list checked on { $date }):
button-whole-list = The whole list
noc-short-attribution = Adapted from Statistics Canada, { $version }.
noc-page = { $code } on the official NOC site

## The command line
cli-help-noc = the occupations (NOC) that a job title or code may mean
cli-help-title = a job title or code; with --jsonl a file with one title, or one object with title and lang, a line, or - for standard input
cli-help-limit-noc = how many occupations at most ({ $limit })
cli-noc-match = { $code }  { $title }
cli-noc-details = TEER { $teer }, { $skilled ->
    [yes] skilled
   *[no] not skilled
}; matched “{ $matched }”, { $percent } % sure
cli-noc-categories = categories: { $names }
cli-noc-title = A title is needed: plain text, or an object with title (text) and lang ({ $languages }).
cli-noc-limit = How many occupations: a whole number from 1 to { $most }.
cli-bench-noc = noc: { $median_ms } ms a search at the median, 95 % within { $p95_ms } ms (processor time); both languages loaded in { $load_seconds } s, after { $start_seconds } s for Python and its modules, { $memory_mb } MB in all. Percent with a right code first / among the first five:
