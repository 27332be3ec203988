# The dossier as PDF, and other files.
dossier-title = Express Entry: my dossier
dossier-by = Express Entry assistant
dossier-on = As of { $date }.
dossier-of = of { $max } points
dossier-missing = { $count ->
    [one] One fact is still open and could change it.
   *[other] { $count } facts are still open and could change it.
}
dossier-foot = As of { $date }. Worked out from the facts below, for information. Not legal advice, no promise, not from the government.
dossier-score = CRS score, line by line
dossier-profile = My answers
dossier-eligibility = Programs
dossier-program-yes = { $program }: requirements met
dossier-program-no = { $program }: not met
dossier-program-open = { $program }: still open
dossier-time = IRCC’s estimate for an application made now: about { $months } months (published { $date }).
dossier-unmet = Not met: { $names }.
dossier-unknown = Still open: { $names }.
dossier-documents = Documents
dossier-ticked = Have it
dossier-to-do = Still needed
dossier-days = Days that matter
dossier-money = Fees and settlement funds, in Canadian dollars
dossier-sources = Sources
dossier-sources-note = Official pages and laws, with the day each was last looked up; press a line to open it.
dossier-file = express-entry-dossier.pdf
dossier-done = Here’s your dossier as PDF: profile, score, programs, documents, deadlines, fees, sources.
profile-file = express-entry-profile.json
profile-done = Here’s your profile as a file (JSON). Paste what’s in it here, in any conversation, and I’ll take it up again.
file-nothing = Tell me about yourself first. Then there’s something to put into a file.
import-done = { $count ->
    [one] I took one fact from your profile.
   *[other] I took { $count } facts from your profile.
}
import-wrong = I couldn’t take this profile, so I’ve changed nothing.
import-problem = - { $field }: { $allowed }
import-not-json = This JSON isn’t complete (line { $line }, column { $column }). Please paste the whole file.
import-empty = There’s nothing in this profile.
offer-export-file = A file to keep
button-dossier = Dossier (PDF)
button-profile-file = My profile (JSON)
fact-authorized-to-work-in-canada = Authorized to work in Canada
fact-adaptability = Ties to Canada
value-answers = { $count ->
    [one] one answer
   *[other] { $count } answers
}

## The command line
cli-help-export = everything that is stored about a person, as JSON
cli-help-forget = erase everything that is stored about a person
cli-help-id = the id that “privacy” shows the person in the chat
cli-unknown-person = Nobody with the id { $id } is stored.
cli-forgotten = Everything is erased ({ $count ->
    [one] one conversation
   *[other] { $count } conversations
}).
cli-help-backup = everything that is stored, in one file, while the assistant runs
cli-help-backup-file = the file of the backup
cli-help-restore = put back what backup wrote; stop the assistant first
cli-help-replace = whatever the database holds now may go
cli-help-pause = answer every message with one sentence, until --end
cli-help-pause-text = what people read in English; without it, that we are away for a while
cli-help-pause-french = what people read in French
cli-help-pause-end = go on as usual
cli-backed-up = { $file }: { $people ->
    [one] one person
   *[other] { $people } people
}. Keep it as safe as the database itself.
cli-restored = The backup of { $at } is back: { $people ->
    [one] one person
   *[other] { $people } people
}. Whoever was erased since then has to be erased again.
cli-restore-not-an-archive = { $file } is not a backup of this program. Nothing was changed.
cli-restore-damaged = { $file } is damaged: a part of it is not what was written. Nothing was changed.
cli-restore-newer = { $file } was made by a newer version. Install that version first. Nothing was changed.
cli-restore-not-empty = The database already holds people. With --replace they go and the backup takes their place.
cli-paused = Every message is now answered with that sentence. “pause --end” ends it.
cli-resumed = The assistant answers again.
