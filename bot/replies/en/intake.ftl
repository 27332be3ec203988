## Questions: what is asked, why, and what it means. Ids follow data/intake.yml.

ask-age = How old are you? Your date of birth is even better: then I can tell the score for any day.
why-age = Age is one of the larger parts of the score, and its points change on birthdays.
explain-age = Your age in whole years today, like “31”, or your date of birth, like “14 March 1995”.

ask-marital-status = What is your marital status?
why-marital-status = A husband, wife or common-law partner who comes with you changes how points are counted.
explain-marital-status = Common-law means that you have lived together as a couple for at least one year without being married.

ask-spouse-citizen-or-permanent-resident = Is your partner a Canadian citizen or permanent resident?
why-spouse-citizen-or-permanent-resident = A partner who is Canadian or a permanent resident is not part of your application, so your points are counted as for a single person.
explain-spouse-citizen-or-permanent-resident = A permanent resident holds a PR card or a confirmation of permanent residence. A study or work permit is not permanent residence.

ask-spouse-accompanying = Will your partner come to Canada with you?
why-spouse-accompanying = If your partner comes, some of your points move to your partner’s education, language and work.
explain-spouse-accompanying = Say yes if your partner will immigrate together with you on the same application. Your partner must be declared either way.

ask-education = What is the highest level of education that you completed?
why-education = Education is worth points by itself, and more together with good language results or Canadian work.
explain-education = Choose the highest diploma that you have finished. “Two or more” means two diplomas or degrees after secondary school, at least one of them from a programme of three years or more.

ask-education-country-is-canada = Did you get your highest diploma in Canada?
why-education-country-is-canada = A foreign diploma needs an educational credential assessment (ECA); a Canadian one does not.
explain-education-country-is-canada = Say yes if the school is in Canada. If you studied in several countries, think of the highest diploma.

ask-eca-date = On what date was your educational credential assessment (ECA) issued?
why-eca-date = Without an ECA that is less than { $eca_years } years old, a foreign diploma earns no points when you apply.
explain-eca-date = An ECA is a report, for example from WES, which says what your foreign diploma equals in Canada. The date stands on the report. If you have none yet, skip this: I will count your diploma as you told me and remind you.

ask-canadian-education = Did you complete a diploma or degree in Canada after secondary school?
why-canadian-education = Studying in Canada can earn additional points.
explain-canadian-education = It counts if you studied full-time in Canada for at least { $study_months } months. Language courses do not count. Choose the longest programme that you finished.

ask-first-language = Which language test did you take? If you took one in English and one in French, begin with your better one.
why-first-language = Language is the largest part of the score after age and education, and every ability counts separately.
explain-first-language = Express Entry accepts five tests: IELTS General Training, CELPIP-General and PTE Core for English, TEF Canada and TCF Canada for French. IELTS Academic and PTE Academic do not count.

ask-second-language = Do you also have a test of the other official language?
why-second-language = A second official language earns points, and good French earns more.
explain-second-language = Canada’s official languages are English and French. If you tested in English, this is about TEF Canada or TCF Canada; if you tested in French, about IELTS, CELPIP or PTE Core.

ask-spouse-language = Did your partner take a language test?
why-spouse-language = Your partner’s results in one official language can add points.
explain-spouse-language = The same five tests count as for you: IELTS General Training, CELPIP-General, PTE Core, TEF Canada and TCF Canada.

ask-canadian-work-years = How many full years of skilled work have you done in Canada in the last { $work_window } years?
why-canadian-work-years = Canadian work earns points by itself and together with education or foreign work.
explain-canadian-work-years = Count paid work in TEER 0, 1, 2 or 3 occupations: managers, professionals, technical jobs and trades. A year is { $year_hours } hours, at most { $week_hours } hours a week. Work as a full-time student, self-employed work and work without permission do not count.

ask-noc = What is the job title or the five-digit NOC code of your work in Canada?
why-noc = The NOC code shows whether the job counts as skilled. Points for some occupations were announced for 3 November 2026 and will need it.
explain-noc = NOC is Canada’s list of occupations. Type your job title, and choose the line that describes what you really did.

ask-foreign-work-years = How many full years of skilled work have you done outside Canada in the last { $work_window } years?
why-foreign-work-years = Foreign work earns points together with good language results or with Canadian work.
explain-foreign-work-years = Count paid work in TEER 0, 1, 2 or 3 occupations: managers, professionals, technical jobs and trades. A year is { $year_hours } hours, at most { $week_hours } hours a week.

ask-certificate-of-qualification = Do you have a trade certificate of qualification from a Canadian province, territory or federal body?
why-certificate-of-qualification = With good language results it is worth points.
explain-certificate-of-qualification = It is the licence to work in a skilled trade, such as electrician or welder, issued in Canada. A foreign certificate does not count.

ask-provincial-nomination = Has a province or territory nominated you for permanent residence?
why-provincial-nomination = A nomination is worth more than anything else.
explain-provincial-nomination = A nomination is a certificate from a province’s immigration program in an Express Entry stream. An application that is still being processed is not a nomination.

ask-sibling-in-canada = Do you, or your partner who comes with you, have a brother or sister who lives in Canada as a citizen or permanent resident?
why-sibling-in-canada = A brother or sister in Canada is worth additional points, once.
explain-sibling-in-canada = The brother or sister must be { $sibling_age } or older. Half-, step- and adopted siblings count; cousins do not.

ask-job-offer = Do you have a written job offer from a Canadian employer?
why-job-offer = An offer matters for some programs, and new points for some offers were announced for 3 November 2026.
explain-job-offer = An offer in writing for full-time work. An interview or a promise by word of mouth is not an offer.

ask-job-offer-noc = What is the job title or the five-digit NOC code of the offer?
why-job-offer-noc = The NOC code shows whether the offer is for skilled work.
explain-job-offer-noc = NOC is Canada’s list of occupations. Type the job title of the offer, and choose the line that fits.

ask-spouse-education = What is your partner’s highest completed level of education?
why-spouse-education = Your partner’s education can add points.
explain-spouse-education = Choose the highest diploma that your partner has finished. A foreign diploma needs an ECA here too.

ask-spouse-canadian-work-years = How many full years of skilled work has your partner done in Canada in the last { $work_window } years?
why-spouse-canadian-work-years = Your partner’s work in Canada can add points.
explain-spouse-canadian-work-years = Count paid work in TEER 0, 1, 2 or 3 occupations. Self-employed work and work as a full-time student do not count.

ask-scores = What are your four **{ $test }** scores: listening, reading, writing, speaking? For example: { $example }
ask-scores-partner = What are your partner’s four **{ $test }** scores: listening, reading, writing, speaking? For example: { $example }
ask-scores-missing = I have noted { $known }. What is your score in { $missing }?
why-scores = Each of the four abilities earns points separately, so I need all four scores, not the overall result.
explain-scores = The four scores stand on your result sheet. You can type them in any order with a letter: L for listening, R for reading, W for writing, S for speaking.
explain-scores-tef = For TEF Canada, use the column “Équivalence ancien score”: that is what Express Entry uses.

## Choices

choice-yes = Yes
choice-no = No
choice-skip = Skip
choice-back = Back
choice-why = Why do you ask?
choice-explain = What does that mean?
choice-none = None
choice-no-test-yet = Not yet
choice-no-eca-yet = I have none yet
choice-years = { $years ->
    [0] None, or less than 1 year
    [one] { $years } year
   *[other] { $years } years
}
choice-years-or-more = { $years } years or more
choice-second-language-none = No
choice-spouse-language-none = No

choice-marital-status-never-married = Never married
choice-marital-status-married = Married
choice-marital-status-common-law = Common-law partner
choice-marital-status-separated = Separated
choice-marital-status-divorced = Divorced
choice-marital-status-widowed = Widowed

choice-education-less-than-secondary = Less than secondary school
choice-education-secondary = Secondary school
choice-education-one-year = One-year diploma
choice-education-two-year = Two-year diploma
choice-education-bachelors-or-three-year = Bachelor’s, or three years or more
choice-education-two-or-more = Two or more diplomas
choice-education-masters-or-professional = Master’s or professional degree
choice-education-doctorate = Doctorate (PhD)

choice-canadian-education-none = No
choice-canadian-education-one-or-two-years = Yes, one or two years
choice-canadian-education-three-years-or-more = Yes, three years or more

test-ielts-gt = IELTS General Training
test-celpip-g = CELPIP-General
test-pte-core = PTE Core
test-tef-canada = TEF Canada
test-tcf-canada = TCF Canada

ability-listening = listening
ability-reading = reading
ability-writing = writing
ability-speaking = speaking
ability-short-listening = L
ability-short-reading = R
ability-short-writing = W
ability-short-speaking = S

example-ielts-gt = L 8, R 7, W 6.5, S 7
example-celpip-g = L 9, R 8, W 8, S 9
example-pte-core = L 75, R 70, W 80, S 78
example-tef-canada = L 280, R 233, W 349, S 349
example-tcf-canada = L 503, R 499, W 12, S 12

## Names and values of facts

fact-age = Age
fact-birth-date = Date of birth
fact-marital-status = Marital status
fact-family-size = People in the family
fact-intends-quebec = Plan to live in Quebec
fact-spouse-citizen-or-permanent-resident = Partner is Canadian or permanent resident
fact-spouse-accompanying = Partner comes to Canada
fact-education = Education
fact-education-country-is-canada = Education from Canada
fact-eca-date = ECA issued
fact-canadian-education = Diploma from Canada
fact-first-language = First language test
fact-second-language = Second language test
fact-canadian-work-years = Skilled work in Canada
fact-noc = Occupation (NOC)
fact-foreign-work-years = Skilled work outside Canada
fact-certificate-of-qualification = Canadian trade certificate
fact-provincial-nomination = Provincial nomination
fact-sibling-in-canada = Brother or sister in Canada
fact-job-offer = Job offer
fact-job-offer-noc = Occupation of the offer
fact-settlement-funds-cad = Settlement funds (CAD)
fact-spouse-age = Partner’s age
fact-spouse-birth-date = Partner’s date of birth
fact-spouse-education = Partner’s education
fact-spouse-canadian-education = Partner’s diploma from Canada
fact-spouse-language = Partner’s language test
fact-spouse-canadian-work-years = Partner’s skilled work in Canada
fact-spouse-foreign-work-years = Partner’s skilled work outside Canada

value-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
value-test = { $test }: { $scores }
value-test-levels = { $test }: { $scores } ({ $framework } { $levels })
value-none = none
value-not-told = not told

## The conversation around the questions

welcome = Hello! I am a free assistant for **Express Entry**, Canada’s system for skilled workers. I calculate your exact CRS score (the points that rank you) and show the rule behind every line.
welcome-privacy = I am not the government and not a lawyer. What you tell me is erased 24 hours after your last message, unless you ask me to keep it.
welcome-back = Welcome back. We can go on where you stopped.
button-start = Calculate my score
button-go-on = Go on
button-go-on-with = Go on: { $thing }
button-go-on-summary = Go on: check my answers
button-score-so-far = My score so far
button-score-known = My score ({ $done } of { $of } known)
paused = Okay, no more questions from me. What you’ve told me stays. Ask me anything you like, whenever you like.
button-help = What can you do?
button-privacy = Privacy

noted = Noted: { $facts }.
noted-fact = { $fact }: { $value }
changed = Changed: { $fact } was { $old }, now { $new }.
removed = Removed: { $facts }.
is-that-right = I understood **{ $fact }: { $value }**. Is that right?
which-one = **{ $fact }**: which one do you mean?
contradiction = You told me **{ $fact }: { $value }**. That does not fit what you say about: { $new }. Which is right?
needless = Given what you told me, this does not count, so I leave it out: { $facts }.
late-button = That button belongs to an earlier question, so I changed nothing.
not-understood = Sorry, I did not understand that as an answer.
not-understood-twice = Sorry, I still did not understand. You can press a button, type it like the example, or skip this question.
dont-know = No problem. { $explanation }
dont-know-skip = You can also skip this question: I will then calculate without it and tell you what is missing.
skipped = Skipped. I will tell you at the end what it could change.
nothing-before = This is the first question; there is nothing to go back to.
progress = { $done } of about { $of }
occupation-unknown = I found no occupation for “{ $title }”. Try other words, the five-digit NOC code, or skip this question.
occupation-teer = { $code } { $title } (TEER { $teer })
note-nothing-to-take-back = I had nothing noted about that, so there is nothing to remove.
note-overall-band = An overall result is not enough: Express Entry looks at each ability. I need your four scores.
note-wrong-test = { $name } is not accepted for Express Entry. IELTS General Training, CELPIP-General, PTE Core, TEF Canada and TCF Canada are.
note-levels = I calculate from test scores, not from levels. Please tell me which test you took and your four scores.
note-funds-currency = Settlement funds are counted in Canadian dollars. What is the amount in Canadian dollars?
another-test = That is another test, so I forgot the old scores.

review = Before I calculate, please check what I understood:
review-line = - **{ $fact }**: { $value }
review-missing = Not told: { $facts }. I calculate without it.
review-drafts = Not complete yet: { $facts }.
button-review-correct = All correct: my score
button-review-change = Change something
change-which = What would you like to change? Press a line, or just type it, like “my writing is 7”.

restart-confirm = Shall I forget all your answers and begin again? This cannot be undone.
button-restart-yes = Yes, erase and begin again
button-restart-no = No, keep my answers
restarted = Done. All your answers are erased. Let us begin again.
restart-kept = Good, I kept everything.
delete-confirm = Shall I erase everything about you: your answers, your scores and this conversation? This cannot be undone.
button-delete-yes = Yes, erase everything
button-delete-no = No, keep it
deleted = Done. Everything about you is erased. If you write again, we begin as strangers.

## Answers outside the questions

help = I can calculate your CRS score and explain every line of it, say which programs you qualify for, find your NOC code, show the rounds of invitations, and tell what would raise your score. Just tell me about yourself in your own words, for example: “I’m 29, single, master’s degree, IELTS L8 R7 W7 S7, three years as a developer in India”.
greet = Hello!
thanks = You’re welcome.
goodbye = Goodbye, and good luck. Your answers are here when you come back within 24 hours.
goodbye-kept = Goodbye, and good luck. Your answers are here when you come back.
out-of-scope = I only know Express Entry. For other ways to come to Canada, see the official site:
again = The same as before, since nothing has changed. If you meant something else, put it in other words.
again-question = I still need this one. A short answer is enough.
way-out = We’re going in circles, so I’ll stop here. Ask in other words, or choose from all that I can do.
way-out-question = We’re stuck on this one, and that’s fine. Leave it out, stop the questions, or ask me something else.
button-pause = Stop the questions
fallback-offer = I am not sure what you mean. Is it one of these?
fallback = Sorry, I did not understand that. You can tell me about yourself, or press a button.
offer-start = Calculate my score
offer-inform = Tell you about myself
offer-show-score = Show my score
offer-show-profile = Show what you know about me
offer-explain-score = Explain my score
offer-change-answer = Change an answer
offer-restart = Begin again
offer-help = What can you do?
offer-privacy = What happens with my data?
offer-delete-data = Erase my data
offer-none = None of these
privacy = I keep your answers, your scores and this conversation so that you can come back. Without your consent, all of it is erased 24 hours after your last message. Nothing is sold or shared. You can erase everything at any time. Your id here: { $id }
privacy-kept = You allowed me to keep your answers until you erase them. Nothing is sold or shared. You can erase everything at any time. Your id here: { $id }
button-consent = Keep my answers
button-withdraw = Only for 24 hours
button-delete = Erase my data
consent-given = Thank you. I keep your answers until you ask me to erase them.
consent-withdrawn = Understood. Everything is erased 24 hours after your last message.
language-changed = I now speak English.
language-same = We are already speaking English.
human = I cannot pass you on to a person. For advice on your own case, only licensed consultants, lawyers and Quebec notaries may be paid. Check the licence first:
complaint = I am sorry. Please tell me what is wrong, for example “my writing is 7”, or look at what I understood and change it.
pause = Of course. Your answers are safe; write whenever you like.
could-not-answer = Sorry, I could not answer just now. Nothing that you told me before is lost.
button-retry = Try again
ask-which-test = I have noted { $known }. Which test is that?
ask-tef-column = I have noted { $known }. From which column of your TEF Canada result are these scores? Express Entry uses “Équivalence ancien score”.
choice-tef-column-ancien-score = Équivalence ancien score
choice-tef-column-699 = Score out of 699
after-score = All right. You can change an answer at any time, or just type what is new.
button-speak = English
are-you-a-bot = I am a computer program. I calculate by the published rules and show the source of every number.
export = Your id here is { $id }. With it, whoever runs this page can hand you the whole file: answers, scores and this conversation. These are your answers:
export-nothing = You have not told me anything yet.
review-known = This is what I know about you:
review-not-understood = Sorry, I did not understand that. Is what I listed above correct? To change something, just type it, like “my writing is 7”.
value-noc = { $code } { $title }
button-chart = As a picture
offer-ask-eligibility = Do I qualify?
offer-ask-category = Which categories fit me?
offer-ask-noc = Find my NOC code
offer-ask-latest-round = The latest round
offer-ask-round-history = Past rounds
offer-ask-chances = My score and the rounds
offer-ask-improve = What would raise my score?
offer-ask-whatif = What if something changed?
offer-ask-age-drop = When do I lose points?
offer-ask-points = What is something worth?
offer-ask-principal = Who should apply, I or my partner?
offer-subscribe = Tell me about new rounds
offer-unsubscribe = Stop telling me about rounds

ask-main-occupation = What is your job title, or the five-digit NOC code of your main work?
why-main-occupation = The occupation decides which programs and categories of rounds your work counts for.
explain-main-occupation = NOC is Canada’s list of occupations. Type your job title as you would say it, and choose the line that fits what you really did.
ask-family-size = How many people are in your family: you, your partner and your dependent children, whether they come to Canada or not?
why-family-size = The settlement funds that you need depend on it.
explain-family-size = Count yourself, your spouse or common-law partner, and dependent children of both of you, also those who stay where they are.
ask-settlement-funds-cad = About how much money could you bring, in Canadian dollars?
why-settlement-funds-cad = Most candidates without a valid job offer in Canada have to show settlement funds.
explain-settlement-funds-cad = Money that is yours and available, not borrowed, in Canadian dollars. A rough amount is enough for this check.
ask-intends-quebec = Do you plan to live in Quebec?
why-intends-quebec = Quebec chooses its skilled workers itself; Express Entry is for the rest of Canada.
explain-intends-quebec = Say yes only if you intend to settle in the province of Quebec.
value-test-date = { $test }, results of { $date }
note-not-skilled = NOC { $code } is TEER { $teer }: work in it is not skilled work for Express Entry and does not count.
ask-first-language-date = When did you get these test results? The month is enough.
why-first-language-date = Results count for { $language_years } years; after that they give no points.
explain-first-language-date = The date stands on the result sheet. If you do not have it at hand, skip this: I will count the results as valid.
ask-second-language-date = When did you get the results of your second test? The month is enough.
why-second-language-date = Results count for { $language_years } years; after that they give no points.
explain-second-language-date = The date stands on the result sheet. If you do not have it at hand, skip this: I will count the results as valid.
ask-spouse-language-date = When did your partner get these test results? The month is enough.
why-spouse-language-date = Results count for { $language_years } years; after that they give no points.
explain-spouse-language-date = The date stands on the result sheet. If you do not have it at hand, skip this: I will count the results as valid.
fact-first-language-date = Date of the first language test
fact-second-language-date = Date of the second language test
fact-spouse-language-date = Date of the partner’s language test
language-ask = Shall I change the language? If not, just go on.
note-no-such-day = There is no day “{ $name }”. Please tell me the date again.
note-expired = What has expired gives no points. Tell me its date, so that I count it right, or the results of a newer one.
note-date-to-come = The day “{ $name }” is still to come. Please tell me a date up to today.
