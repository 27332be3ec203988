# What a program that calls the HTTP interface wrongly is told.
http-not-signed-in = I don’t know this conversation any more. Please start a new one.
http-stale-button = That button is from an earlier conversation. Please type your answer, or press a newer button.
http-too-long = That message is too long. Please stay under { $limit } characters.
http-empty = The message is empty.
http-too-many = That was a lot at once. Please wait a moment and try again.
http-text-or-button = Send one of "text", "button" and "change", as a string.
http-bad-chosen = "chosen" must be a list of numbers: the places of the options that are on, from 0.
http-no-question = "change" must be the id of a question, as GET /chat/profile gives it.
http-bad-id = "id" must be 1 to 64 letters, digits, "-" or "_".
http-not-json = The body must be one JSON object.
http-unknown-key = Unknown key "{ $key }". Allowed: { $allowed }.
http-unknown-language = Unknown language. Allowed: { $allowed }.
http-not-found = There is nothing here.
http-no-such-answer = There is no such answer in this conversation.
http-message-needed = "message" must be the id of an answer.
http-verdict-needed = "verdict" must be one of: { $allowed }.
http-comment-text = "comment" must be a string.
