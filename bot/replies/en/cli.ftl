## The command line

cli-help = Canada’s Express Entry: scores, levels and the assistant itself.
cli-command = COMMAND
cli-help-score = the CRS score of a profile, line by line
cli-help-profile = a file with a profile as JSON, or - for standard input
cli-help-language = test scores as CLB or NCLC levels
cli-help-test = the test: { $tests }; with --jsonl a file of test objects, or - for standard input
cli-help-scale = TEF Canada only: the column of the result sheet, ancien_score or 699
cli-help-date = the date of the results
cli-help-serve = start the assistant and keep it running
cli-help-no-scheduler = leave the scheduler to another replica
cli-help-train = train the model that understands messages, if its data changed
cli-help-force = train even if nothing changed
cli-help-bench = measure this machine
cli-help-bench-what = what to measure; everything but diet (most of an hour), stock and floors if nothing is named
cli-help-json = answer with one JSON document
cli-help-jsonl = one document a line in, one answer a line out
cli-help-on = the day for which to answer (today)
cli-help-lang = the language of the answer (en)
cli-not-json = This is not JSON: see line { $line }, column { $column }.
cli-not-text = This is not JSON as UTF-8 text.
cli-no-file = { $file } cannot be read: { $reason }.
cli-problem = { $field }: { $allowed }
cli-whole-document = The document
cli-score = CRS score { $total } of { $max }, by the rules of { $date }
cli-missing = Not known yet, and could change it: { $facts }.
cli-sources = Sources
cli-valid-until = The results count until { $date }.
cli-bench-machine = { $processor }, { $cores } cores, Python { $python }
cli-bench-score = score --jsonl: { $profiles_a_second } profiles a second on one core ({ $profiles } profiles), after a start of { $start_seconds } seconds
cli-help-understand = what the assistant takes a message to mean
cli-help-text = the message; with --jsonl a file of messages, one a line, or - for standard input
cli-text-and-lang = "text" must be a string, and "lang" one of { $languages }.
cli-asked = "asked" must be the id of a question: data/intake.yml has them.
cli-help-scheduler = run only the scheduler (retention, refreshes, alerts), for several replicas
cli-bench-nlu = Intents and answers, { $phrasings } phrasings never seen, { $examples } examples learned; percent, English / French; { $memory_mb } MB
cli-bench-diet = DIET on the same phrasings and examples, { $epochs } epochs; percent, English / French; { $memory_mb } MB
cli-bench-stock = Stock Rasa beside this program ({ $commit }), { $turns } turns each time, load average { $load_before } before and { $load_after } after:
cli-bench-chat = ready { $ready_seconds } seconds after the start; { $turns } turns of one conversation with a custom action each: median { $median_ms } ms, 99th percentile { $p99_ms } ms (turns 1 to 50: { $early_median_ms }, 151 to 200: { $late_median_ms }); Rasa and the actions in it hold { $rasa_mb } MB, all processes { $all_mb } MB; processor time of a turn: { $rasa_processor_ms } ms
cli-help-bench-minutes = soak: for so many minutes (30)
cli-bench-soak = { $at_once } conversations at once for { $minutes } minutes: { $turns } turns, { $errors } errors, median { $median_ms } ms, 99th percentile { $p99_ms } ms; memory { $early_mb } MB after the beginning, { $late_mb } MB at the end ({ $growth_percent } %)
cli-bench-flood = While one address sent { $requests } requests as fast as it could, { $others } others were answered { $turns } times with { $errors } errors: median { $median_ms } ms ({ $calm_ms } without), 99th percentile { $p99_ms } ms
cli-bench-recovery = How long nobody is answered after a process was killed (median of { $tries }, and the longest), and after it was made to hang; after the process from which they are made was killed:
cli-bench-distance = Many people at once with PostgreSQL so many milliseconds away, there and back:
cli-bench-telegram = Telegram by webhook, from update to reply: median { $median_ms } ms for one chat at a time; chats that write every { $every_s } seconds, with the processor time of an update:
cli-bench-widget = The chat widget: { $bytes } bytes, { $gzip_bytes } compressed; usable { $interactive_ms } ms after navigation on a processor { $slowdown } times slower (an empty page { $empty_ms }); { $processor_ms } ms of its processor until the greeting is painted; a reply is on the screen { $reply_ms } ms after sending (median of { $messages }){ $ahead ->
        [1] , browser and program ahead of all else on the machine
       *[0] {""}
    }
cli-help-facts = look over figures, answers and pages: age, sources, references
cli-help-facts-what = check: list what is wrong, then the oldest; differ: the days that score differently than by another folder of rules; refresh: look at the official fees and processing times
cli-help-facts-folder = differ: the folder with the other rules, such as data/rules of an earlier version
facts-agrees = { $names }: { $value }, as in the data (looked up { $date })
facts-differs = { $names }: { $value } in the official file of { $date }, otherwise in the data: mend data/rules
facts-differ = Days that score differently:
facts-differ-folder = differ needs a folder of rules, not “{ $folder }”.
facts-differ-none = No day scores differently.
facts-differ-span = - { $since } to { $until }: { $tables }
facts-differ-from = - from { $since } on: { $tables }
facts-differ-caps = limits of parts and of the whole
facts-problem = { $where }: { $what }
facts-problems = { $count ->
    [0] Nothing is wrong.
    [one] { $count } thing is wrong.
   *[other] { $count } things are wrong.
 }
facts-language = { $language }: { $intents } intents, { $examples } examples, { $messages } messages, { $answers } answers, { $sources } sources
facts-by-age = Figures and answers by days since their last check and how sure they are:
facts-age-column = days
facts-age = up to { $days }
facts-age-older = longer
facts-certainty-law = law
facts-certainty-official = official
facts-certainty-reported = reported
facts-certainty-derived = worked out
facts-certainty-unknown = unknown
facts-old = Last checked more than { $days } days ago: { $count }. The oldest:
facts-checked = { $date } ({ $days } days ago) { $kind ->
    [answer] answer
    [page] page
   *[figure] figure
 } { $name }
cli-help-ask = answer a question, with its official source
cli-help-question = the question, in English or French
ask-none = No answer fits. Nearest questions:
cli-figure-not-known = The figures of this answer are not known for { $date }.
cli-help-widget = the lines that put the chat into a web page, with version and hash
cli-help-widget-host = the address of this server (https://HOST)
cli-help-feedback = what people thought of answers
cli-help-feedback-since = only from this day on
cli-feedback = { $up } up, { $down } down
cli-widget = { $line }

    version { $version }, { $integrity }
    { $pinned }
cli-bench-floors = Percent on the sets never seen, as last committed and now; ./test fails where more than { $slack } points are lost:
cli-bench-answers = Questions never seen: { $questions_en } en, { $questions_fr } fr in scope, { $out_of_scope_en } and { $out_of_scope_fr } out of scope; { $median_ms } ms a question.
    Right first: { $right_first_en } % en, { $right_first_fr } % fr; among three: { $right_in_three_en } %, { $right_in_three_fr } %; refused though in scope: { $refused_en } %, { $refused_fr } %.
    Acted upon at once: { $acted_upon_en } %, { $acted_upon_fr } %, wrongly (of all): { $acted_upon_wrongly_en } %, { $acted_upon_wrongly_fr } %.
    Out of scope and not answered: { $not_answered_out_of_scope_en } %, { $not_answered_out_of_scope_fr } %. Language told from the text: { $language_told_en } %, { $language_told_fr } %.
    French answers with an English page where a French one is known: { $wrong_language }; answers without a dated source: { $without_source }. Most missed:
cli-bench-people = Meanings of { $messages } messages of 86 people, in percent:
cli-bench-told = What is kept of { $messages } messages marked by hand, piece by piece, and what of it is wrong:
cli-bench-facts = Facts in { $messages } messages never seen; { $median_ms } ms a message.
    Precision { $precision_en } % en, { $precision_fr } % fr; recall { $recall_en } %, { $recall_fr } %; F1 { $f1_en }, { $f1_fr }.
