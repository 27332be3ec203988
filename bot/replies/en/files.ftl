# The dossier as PDF, and other files.
dossier-title = Express Entry: my dossier
dossier-by = Express Entry assistant
dossier-on = As of { $date }.
dossier-of = of { $max } points
dossier-missing = { $count ->
    [one] One fact that could change it is not told.
   *[other] { $count } facts that could change it are not told.
}
dossier-foot = As of { $date }. Calculated from what was told, for information: not legal advice, no promise, not from the government.
dossier-score = CRS score, line by line
dossier-profile = What I told
dossier-eligibility = Programs
dossier-program-yes = { $program }: requirements met
dossier-program-no = { $program }: not met
dossier-program-open = { $program }: not known yet
dossier-time = IRCC’s estimate for an application made now: about { $months } months (published { $date }).
dossier-unmet = Not met: { $names }.
dossier-unknown = Not known yet: { $names }.
dossier-documents = Documents
dossier-days = Days that matter
dossier-money = Fees and settlement funds, in Canadian dollars
dossier-sources = Sources
dossier-sources-note = Official pages and laws, with the day each was last looked up; press a line to open it.
dossier-file = express-entry-dossier.pdf
dossier-done = Your dossier as PDF: profile, score, programs, documents, deadlines, fees, sources.
profile-file = express-entry-profile.json
profile-done = Your profile as a file (JSON). Paste what is in it here, in any conversation, and I take it up again.
file-nothing = Tell me about yourself first; then there is something to put into a file.
import-done = { $count ->
    [one] One fact taken from your profile.
   *[other] { $count } facts taken from your profile.
}
import-wrong = I could not take this profile; nothing was changed.
import-problem = - { $field }: { $allowed }
import-not-json = This is not complete JSON (line { $line }, column { $column }): paste the whole file.
import-empty = This profile tells nothing.
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
