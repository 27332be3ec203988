## Questions: what is asked, why, and what it means. Ids follow data/intake.yml.

ask-age = How old are you? If you give me your date of birth instead, I can work out your score for any day.
why-age = Age is one of the biggest parts of your score, and your points change on birthdays.
explain-age = Your age today in full years, like “31”. Or your date of birth, like “14 March 1995”.

ask-marital-status = Who is coming to Canada: you alone, or you and a partner?
why-marital-status = If a husband, wife or common-law partner comes with you, your points are counted differently.
explain-marital-status = A husband or a wife is a partner. So is somebody you’ve lived with as a couple for at least a year (common-law). If you’re divorced, separated or widowed, just type it.

ask-spouse-citizen-or-permanent-resident = Is { $partner } a Canadian citizen or permanent resident?
why-spouse-citizen-or-permanent-resident = A partner who is Canadian or a permanent resident isn’t part of your application. Your points are then counted as if you were single.
explain-spouse-citizen-or-permanent-resident = Permanent residents have a PR card, or a confirmation that they are one. Somebody who only has a study or work permit isn’t one.

ask-spouse-accompanying = Is { $partner } coming to Canada with you, staying behind, or already Canadian?
why-spouse-accompanying = If your partner comes, some of your points move to your partner’s education, language and work.
explain-spouse-accompanying = Say yes if you’ll immigrate together on the same application. Either way, you have to declare your partner.

ask-education = What’s the highest diploma you’ve finished, and where? If it’s Canadian, press “It’s from Canada” first.
why-education = Education gives you points by itself, and more points together with good language results or Canadian work.
explain-education = “Two or more” means two diplomas after secondary school, one of them of three years or more.

ask-education-country-is-canada = Did you get your highest diploma in Canada?
why-education-country-is-canada = A diploma from outside Canada needs an educational credential assessment (ECA). A Canadian one doesn’t.
explain-education-country-is-canada = Say yes if the school is in Canada. If you studied in several countries, think of your highest diploma.

ask-eca-date = When was your educational credential assessment (ECA) issued? The month is enough.
why-eca-date = A foreign diploma only gives you points with an ECA. It must be less than { $eca_years } years old on the day you apply.
explain-eca-date = An ECA is a report, from WES for example, that says what your foreign diploma equals in Canada. You’ll find the date on the report. No ECA yet? Just say so: I’ll show your score with and without it.

ask-canadian-education = Did you complete a diploma or degree in Canada after secondary school?
why-canadian-education = Studies in Canada can give you extra points.
explain-canadian-education = It counts if you studied full-time in Canada for at least { $study_months } months. Language courses don’t count. Choose the longest program you finished.

ask-first-language = Which language test did you take, with which four scores, and in which month? For example: IELTS L 8, R 7, W 6.5, S 7, May 2026. If you have one in English and one in French, start with your better one.
so-far = That’s **{ $total }** so far.
so-far-eca = That’s **{ $total }** so far, if your diploma has an assessment (ECA).
review-total = That makes **{ $total }**. Now please check what I understood:
why-first-language = Language is one of the biggest parts of your score, and each of the four abilities counts separately.
explain-first-language = Express Entry takes five tests. For English: IELTS General Training, CELPIP-General and PTE Core. For French: TEF Canada and TCF Canada. IELTS Academic and PTE Academic don’t count.

ask-second-language = Have you also taken a test in the other official language?
why-second-language = A second official language gives you points, and good French gives you even more.
explain-second-language = Canada’s official languages are English and French. If your first test was in English, I mean TEF Canada or TCF Canada. If it was in French, I mean IELTS, CELPIP or PTE Core.

ask-spouse-language = Has { $partner } taken a language test?
why-spouse-language = Your partner’s results in one official language can add points.
explain-spouse-language = The same five tests count as for you: IELTS General Training, CELPIP-General, PTE Core, TEF Canada and TCF Canada.

ask-canadian-work-years = How many full years of skilled work have you done in Canada in the last { $work_window } years?
why-canadian-work-years = Work in Canada gives you points by itself, and more together with education or work abroad.
explain-canadian-work-years = Count paid work in TEER 0, 1, 2 or 3 jobs: managers, professionals, technical jobs and trades. A year is { $year_hours } hours, at no more than { $week_hours } hours a week. Work during full-time studies, self-employed work and work without permission don’t count.

ask-noc = What’s your job title in Canada, or its five-digit NOC code?
why-noc = The NOC code shows whether your job counts as skilled. It will also matter for the new points for some occupations, announced for 3 November 2026.
explain-noc = The NOC is Canada’s list of occupations. Type your job title, then choose the line that says what you really did.

ask-foreign-work-years = How many full years of skilled work have you done outside Canada in the last { $work_window } years?
why-foreign-work-years = Work abroad gives you points together with good language results or with work in Canada.
explain-foreign-work-years = Count paid work in TEER 0, 1, 2 or 3 jobs: managers, professionals, technical jobs and trades. A year is { $year_hours } hours, at no more than { $week_hours } hours a week.

ask-certificate-of-qualification = Do you have a trade certificate of qualification from a Canadian province, territory or federal body?
why-certificate-of-qualification = With good language results, it gives you points.
explain-certificate-of-qualification = It’s the licence to work in a skilled trade, such as electrician or welder, issued in Canada. A certificate from abroad doesn’t count.

ask-provincial-nomination = Has a province or territory nominated you for permanent residence?
why-provincial-nomination = Nothing gives you more points than a nomination.
explain-provincial-nomination = A nomination is a certificate that a province gives you, through an Express Entry stream. If your application is still being processed, say no for now.

ask-sibling-in-canada = Do you have a brother or sister living in Canada as a citizen or permanent resident?{ $couple ->
    [no] {""}
   *[yes] {" "}Your partner’s count too, if your partner comes with you.
}
why-sibling-in-canada = A brother or sister in Canada gives you extra points, once.
explain-sibling-in-canada = Your brother or sister must be { $sibling_age } or older. Half-, step- and adopted siblings count. Cousins don’t.

ask-job-offer = Do you have a written job offer from a Canadian employer?
why-job-offer = An offer matters for some programs. New points for some offers were announced for 3 November 2026.
explain-job-offer = I mean an offer in writing for full-time work. An interview or a spoken promise isn’t an offer yet.

ask-job-offer-noc = What’s the job title of the offer, or its five-digit NOC code?
why-job-offer-noc = The NOC code shows whether the offer is for skilled work.
explain-job-offer-noc = The NOC is Canada’s list of occupations. Type the job title of the offer, then choose the line that fits.

ask-spouse-education = What’s the highest diploma { $partner } has?
why-spouse-education = Your partner’s education can add points.
explain-spouse-education = Choose the highest diploma your partner has finished. A diploma from outside Canada needs an ECA here too.

ask-spouse-canadian-work-years = How many full years of skilled work has { $partner } done in Canada in the last { $work_window } years?
why-spouse-canadian-work-years = Your partner’s work in Canada can add points.
explain-spouse-canadian-work-years = Count paid work in TEER 0, 1, 2 or 3 jobs. Self-employed work and work during full-time studies don’t count.

ask-education-alone = What’s the highest diploma you’ve finished?

ask-any-of-these = Nearly done. Is any of these true for you? Choose all that are, then press Done.
why-any-of-these = Each of these can give you points, and you don’t need any of them.
explain-any-of-these = The language test is one in the other official language. The trade certificate is a licence issued in Canada. A nomination is a certificate from a province, not an application. Your brother or sister must be { $sibling_age } or older and live in Canada as a citizen or permanent resident. A job offer is in writing. An ECA is a report, from WES for example, on what a foreign diploma equals in Canada.

ask-scores = What are your four **{ $test }** scores (listening, reading, writing, speaking){ $dated ->
    [yes] { "" }? For example: { $example }
   *[no] { "" }, and from which month? For example: { $example }, May 2026
}
ask-scores-partner = What are your partner’s four **{ $test }** scores (listening, reading, writing, speaking){ $dated ->
    [yes] { "" }? For example: { $example }
   *[no] { "" }, and from which month? For example: { $example }, May 2026
}
ask-scores-missing = So far I have { $known }. What’s your score in { $missing }?
why-scores = Each of the four abilities gives its own points, so I need all four scores and not the overall result.
explain-scores = All four scores are on your result sheet. Type them in any order, with a letter: L for listening, R for reading, W for writing, S for speaking.
explain-scores-tef = For TEF Canada, use the column “Équivalence ancien score”: that’s the one Express Entry uses.

## Choices

choice-yes = Yes
choice-no = No
choice-skip = Skip
choice-back = Back
choice-why = Why do you ask?
choice-explain = What does that mean?
choice-none = None
choice-no-test-yet = Not yet
choice-eca-date-none = I have none yet
choice-years = { $years ->
    [0] None, or less than 1 year
    [one] { $years } year
   *[other] { $years } years
}
choice-years-or-more = { $years } years or more
choice-second-language-none = No
choice-spouse-language-none = No

choice-marital-status-alone = Just me, no partner
choice-marital-status-with-spouse = My wife or husband comes too
choice-marital-status-with-partner = My common-law partner comes too
choice-marital-status-stays = My partner stays behind
choice-marital-status-canadian = My partner is Canadian already
choice-accompanying-comes = Comes with me
choice-accompanying-stays = Stays behind
choice-accompanying-canadian = Is Canadian or a permanent resident
choice-education-in-canada = It’s from Canada
choice-any-of-these-second-language = A French test too
choice-any-of-these-second-language-fr = An English test too
choice-any-of-these-canadian-education = A diploma from Canada
choice-any-of-these-eca-date = An ECA report for my diploma
choice-any-of-these-certificate-of-qualification = A Canadian trade certificate
choice-any-of-these-provincial-nomination = A provincial nomination
choice-any-of-these-sibling-in-canada = A brother or sister in Canada
choice-any-of-these-job-offer = A written job offer
choice-done = Done
choice-none-of-these = None of these
choice-marital-status-never-married = Never married
choice-marital-status-married = Married
choice-marital-status-common-law = Common-law partner
choice-marital-status-separated = Separated
choice-marital-status-divorced = Divorced
choice-marital-status-widowed = Widowed

group-education-one-year = College diploma or trade, one or two years
group-education-bachelors-or-three-year = Bachelor’s, or several diplomas
group-education-masters-or-professional = Master’s or higher
choice-dont-know = I don’t know
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

fact-any-of-these = A few other things
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
fact-has-eca = ECA
fact-canadian-education = Diploma from Canada
fact-first-language = First language test
fact-second-language = Second language test
fact-english-levels = English level (as told)
fact-french-levels = French level (as told)
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
fact-spouse-english-levels = Partner’s English level (as told)
fact-spouse-french-levels = Partner’s French level (as told)
fact-spouse-canadian-work-years = Partner’s skilled work in Canada
fact-spouse-foreign-work-years = Partner’s skilled work outside Canada

value-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
}
value-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
value-years-and-months = { $time } and { $months ->
    [one] { $months } month
   *[other] { $months } months
}
value-test = { $test }: { $scores }
value-test-levels = { $test }: { $scores } ({ $framework } { $levels })
value-none = No

## The conversation around the questions

welcome = Hello! I’m a free assistant for **Express Entry**, Canada’s system for skilled workers. I work out your exact CRS score (the points that rank you) and show you the rule behind every line.
welcome-privacy = I’m not the government and not a lawyer. What you tell me is erased 24 hours after your last message, unless you ask me to keep it.
welcome-back = Welcome back. We can go on where you stopped.
introduced = Nice to meet you. Tell me about yourself and I’ll work out your Express Entry score, or just ask me something.
asked-again = Back to my question: { $question }
introduced-meanwhile = Nice to meet you.
button-start = Calculate my score
button-go-on = Go on
button-go-on-with = Go on: { $thing }
button-go-on-summary = Go on: check my answers
button-score-so-far = My score so far
button-score-known = My score ({ $done } of { $of } known)
take-your-time = Take your time. I’ll be here.
paused = Okay, no more questions from me. What you’ve told me stays. Ask me anything you like, whenever you like.
paused-professional = Of course, no questions from me. Ask me about any rule, round or cut-off. If “consultant” is your own job, tell me its full title, like “IT consultant”.
button-help = What can you do?
button-privacy = Privacy

noted = { $turn ->
    [0] Got it: { $facts }.
    [1] Thanks: { $facts }.
   *[other] Okay: { $facts }.
}
others-none = I’ll take it that the others don’t apply to you.
none-of-these = Got it: none of these.
noted-fact = { $fact }: { $value }
changed = { $turn ->
    [0] Changed: { $new } (before: { $old }).
    [1] Updated: { $new } (before: { $old }).
   *[other] Okay, now { $new } (before: { $old }).
}
removed = I no longer count what you said before about { $facts }.
is-that-right = Just to be sure: **{ $told }**. Is that right?
is-that-right-own = Just to be sure, about yourself: **{ $told }**. Is that right?
doubt-together = Have you lived together as a couple for at least a year? Then you count as common-law partners.
doubt-together-yes = Yes, a year or more
doubt-together-no = No, not yet
doubt-engaged = Until the wedding you count as single, unless you have lived together for at least a year. So, single for now?
doubt-engaged-yes = Single for now
doubt-engaged-no = Together for a year or more
doubt-sibling = Is your brother or sister a citizen or permanent resident of Canada, and { $sibling_age } or older? Only then do they bring points.
doubt-sibling-yes = Yes
doubt-sibling-no = No
is-that-theirs = Just to be sure: **{ $told }**. Or is that about you?
choice-of-self = Me
choice-of-neither = Neither of us
choice-of-partner = { $who ->
    [wife] No, it’s my wife’s
    [husband] No, it’s my husband’s
   *[partner] No, it’s my partner’s
}
which-one = Which one do you mean for { $fact }?
contradiction = You told me **{ $told }**. That doesn’t fit with what you say about { $new }. Which is right?
needless = In your case this doesn’t count, so I leave it out: { $facts }.
late-button = That button belongs to an earlier question, so I’ve changed nothing.
not-understood = { $turn ->
    [0] I’m not sure what you mean by “{ $text }”.
    [1] “{ $text }”: I’m not sure how to read that here.
   *[other] I can’t place “{ $text }” yet.
}
quoted = “{ $text }”
unplaced = I didn’t understand { $pieces }, so I left { $count ->
    [one] it
   *[other] them
} out. Say it another way if it matters.
not-understood-twice = I still didn’t understand that, so let’s try another way. Press a button, type it like the example, or skip this question.
dont-know = No problem. { $explanation }
dont-know-skip = You can also skip this question. I’ll work out your score without it and tell you what’s missing.
skipped = Skipped. At the end I’ll tell you what it could change.
nothing-before = This is the first question, so there’s nothing to go back to.
progress = { $done } of about { $of }
occupation-no-work = “{ $title }” doesn’t tell me the work yet. What do you do there? A few words are enough, such as “accounting intern” or “freelance photographer”. You can also give the five-digit NOC code, or skip this question.
occupation-unknown = I found no occupation for “{ $title }”. Try other words or the five-digit NOC code, or skip this question.
occupation-teer = { $code } { $title } (TEER { $teer })
known-already = I have that: { $facts }.
note-partner-name = Got it: { $name } is your partner.
note-applicant = { $known ->
    [name] I take it that { $name } is the one who applies. “You” means { $name } from now on, and { $writer ->
        [partner] what you tell me about yourself is kept as the partner’s.
       *[other] I keep about you only what counts for that person.
    }
    [called] I take it that your { $called } is the one who applies. “You” means your { $called } from now on, and { $writer ->
        [partner] what you tell me about yourself is kept as the partner’s.
       *[other] I keep about you only what counts for that person.
    }
   *[none] I take it that somebody else applies, not you. “You” means that person from now on, and I keep about you only what counts for them.
}
note-relative = Only a brother or sister in Canada adds points to your CRS score. { $grid ->
    [yes] This relative doesn’t, but can give **{ $points }** points on the 67-point grid of the Federal Skilled Worker Program. For that they must be an adult, and a citizen or permanent resident.
   *[no] A cousin or a friend doesn’t, and gives nothing on the 67-point grid either. I’ve noted nothing.
}
note-somebody-else = I take that as being about somebody else, so I’ve noted nothing of it. If you mean your partner, start with “my wife”, “my husband” or “my partner”.
note-dating = A girlfriend or boyfriend counts as a partner only once you are married or have lived together for a year. I’ve noted nothing about them. If one of these is true, tell me.
note-two-people = I take { $name } as the one who applies and { $partner } as the partner. I can compare it the other way round, too.
note-nationality = Thanks. Your nationality doesn’t change your score: Express Entry is open to every nationality but Canadian.
note-lives = Thanks. Where you live now doesn’t change your score. What counts is where you worked and studied.
note-quebec = Keep in mind that Express Entry is for people who plan to live outside Quebec. Quebec chooses its own skilled workers.
note-nothing-to-take-back = I had nothing noted about that, so there is nothing to remove.
note-overall-band = Express Entry looks at each ability by itself, so an overall result isn’t enough. I need your four scores.
note-birthday = { $whose ->
    [partner] Your partner turns { $age } on { $date }.
   *[self] You turn { $age } on { $date }.
}
note-test-dated = { $whose ->
    [partner] Your partner’s
   *[self] Your
} { $test ->
    [ielts_gt] IELTS
    [celpip_g] CELPIP
    [pte_core] PTE Core
    [tef_canada] TEF Canada
    [tcf_canada] TCF Canada
   *[none] test
} was { $exact ->
    [day] on
   *[month] in
} { $date }: I’ll keep that.
note-test-planned = { $whose ->
    [partner] Your partner’s
   *[self] Your
} { $test ->
    [ielts_gt] IELTS
    [celpip_g] CELPIP
    [pte_core] PTE Core
    [tef_canada] TEF Canada
    [tcf_canada] TCF Canada
   *[none] language test
} is { $exact ->
    [day] on
   *[month] in
} { $date }. { $counted ->
    [yes] Until then I count the results you’ve told me.
   *[no] Send me the four scores once the results are there.
}
note-no-results = { $counted ->
    [yes] I count the results you’ve told me. Send me the new ones once they are there.
   *[no] { $whose ->
        [partner] No test results for your partner yet: that’s fine.
       *[self] No test results yet: that’s fine.
    } Send me the four scores once you have them.
}
note-wrong-test = { $name } is not accepted for Express Entry. These tests are: IELTS General Training, CELPIP-General, PTE Core, TEF Canada and TCF Canada.
note-better-test = { $test ->
    [ielts_gt] Of the two, your IELTS gives more points, so that one counts.
    [celpip_g] Of the two, your CELPIP gives more points, so that one counts.
    [pte_core] Of the two, your PTE Core gives more points, so that one counts.
    [tef_canada] Of the two, your TEF Canada gives more points, so that one counts.
   *[tcf_canada] Of the two, your TCF Canada gives more points, so that one counts.
}
note-levels-tested = { $language ->
    [fr] I count your French by the scores of your test. If you took another one, tell me its four scores.
   *[en] I count your English by the scores of your test. If you took another one, tell me its four scores.
}
note-levels-rough = I take that as an estimate: only test results give exact points.
note-spoken-level = How well you speak gives no points by itself: they come from the four scores of a test.
note-spoken-level-tested = Your test scores already count for that language.
note-levels-no-scores = **{ $name }** alone gives no exact points: they come from the four scores of a test.{ $tested ->
    [named] { " " }They stand on the same result sheet.
    [self] { " " }If you took one, which was it, and what are your scores?
    [partner] { " " }If your partner took one, which was it, and what are the scores?
   *[none] { "" }
}
note-funds-currency-needed = { $held ->
    [0] { "" }
   *[other] You have { $held } { $currency }.{ " " }
}{ $people ->
    [one] One person needs
   *[other] A family of { $people } needs
} **${ $amount }** in savings, counted in Canadian dollars. About how much is yours in Canadian dollars?
note-funds-currency = { $held ->
    [0] Your savings are
   *[other] You have { $held } { $currency }, and savings are
} counted in Canadian dollars. About how much is it in Canadian dollars?
another-test = That’s another test, so I’ve dropped the old scores.

review = Before I work out your score, please check what I understood:
review-line = - **{ $fact }**: { $value }
review-none = None of these
review-missing = I don’t know yet: { $facts }. I’ll calculate without it.
review-drafts = Not complete yet: { $facts }.
button-review-correct = All correct: my score
button-review-change = Change something
change-which = What would you like to change? Press a line, or just type it, like “my writing is 7”.

restart-confirm = Shall I forget all your answers and start again? You can’t undo this.
button-restart-yes = Yes, erase and start again
button-restart-no = No, keep my answers
restarted = Done. All your answers are erased. Let’s start again.
restart-kept = Good, I’ve kept everything.
another-confirm = Is this somebody else? I keep one person at a time. Shall I erase the answers so far and start with the new person?
button-another-yes = Yes, start with the new person
button-another-no = No, same person
delete-confirm = Shall I erase everything about you: your answers, your scores and this conversation? You can’t undo this.
button-delete-yes = Yes, erase everything
button-delete-no = No, keep it
deleted = Done. Everything about you is erased. If you write again, we start fresh.

## Answers outside the questions

help = I can work out your CRS score and explain every line of it. I can tell you which programs you qualify for and what would raise your score. I also find your NOC code and show the rounds of invitations. Just tell me about yourself. For example: “I’m 29, single, master’s degree, IELTS L8 R7 W7 S7, three years as a developer in India”.
greet = Hello!
thanks = You’re welcome.
goodbye = Goodbye, and good luck. Your answers are here if you come back within 24 hours.
goodbye-kept = Goodbye, and good luck. Your answers are here when you come back.
out-of-scope = I may have missed your point: I only know Express Entry. Try “my score”, “the last cut-off” or “which documents do I need?”. For other ways to come to Canada, see the official site:
again-another = The same answer fits here:
again = The same as before, since nothing has changed. If you meant something else, put it in other words.
again-question = I still need this one. A short answer is enough.
way-out = I don’t think I’ve got what you need yet. Put it in other words, or start from one of these.
way-out-question = That’s all right, this one can wait. Leave it out, stop the questions, or ask me something else.
button-pause = Stop the questions
fallback-offer = I’d like to help, but I’m not sure what you mean. Is it one of these?
fallback = I’d like to help, but I didn’t understand that. Tell me your age, your job or your test results, or press a button.
offer-start = Calculate my score
offer-inform = Tell you about myself
offer-show-score = Show my score
offer-show-profile = Show what you know about me
offer-explain-score = Explain my score
offer-change-answer = Change an answer
offer-restart = Start again
offer-help = What can you do?
offer-privacy = What happens with my data?
offer-delete-data = Erase my data
offer-none = None of these
privacy = I keep your answers, your scores and this conversation so that you can come back. All of it is erased 24 hours after your last message. If you let me keep it, it stays until you erase it. The limit is { $months ->
    [one] one month
   *[other] { $months } months
} after your last message. I don’t sell or share anything. You can erase everything at any time. Your id here: { $id }
privacy-kept = You’ve allowed me to keep your answers. They stay until you erase them, and at most { $months ->
    [one] one month
   *[other] { $months } months
} after your last message. I don’t sell or share anything. You can erase everything at any time. Your id here: { $id }
button-consent = Keep my answers
button-withdraw = Only for 24 hours
button-delete = Erase my data
not-kept = I took { $what } out of your message and did not keep it. I never need it: please leave it out.
not-kept-email = an e-mail address
not-kept-card = a card number
not-kept-passport = a passport number
not-kept-uci = a client number (UCI)
not-kept-sin = a social insurance number
not-kept-phone = a phone number
consent-given = Thank you. I’ll keep your answers until you ask me to erase them, and at most { $months ->
    [one] one month
   *[other] { $months } months
} after your last message.
consent-withdrawn = All right. Everything is erased 24 hours after your last message.
language-changed = I now speak English.
language-same = We are already speaking English.
human = I can’t put you through to a person. For advice on your own case, only licensed consultants, lawyers and Quebec notaries may be paid. Check the licence first:
complaint = I’m sorry. Tell me what’s wrong, for example “my writing is 7”. Or look at what I understood and change it.
could-not-answer = Sorry, I couldn’t answer just now. Nothing you told me before is lost.
switched-off = I’m away for a while. Everything you told me is safe; please write again later.
button-retry = Try again
ask-which-test-only = Which test is that?
ask-which-test = So far I have { $known }. Which test is that?
ask-tef-column = So far I have { $known }. Which column of your TEF Canada result are these scores from? Express Entry uses “Équivalence ancien score”.
choice-tef-column-ancien-score = Équivalence ancien score
choice-tef-column-699 = Score out of 699
after-score-more = With your score I can also do this:
button-more = More
after-score = All right. You can change an answer at any time, or just type what’s new.
button-speak = English
are-you-a-bot = I’m a computer program. I work by the published rules and show you the source of every number.
export = Your id here is { $id }. With it, whoever runs this page can give you your whole file: answers, scores and this conversation. Your answers are:
export-nothing = You haven’t told me anything yet.
review-known = This is what I know about you:
review-not-understood = I didn’t understand that. Is the list above right? To change something, just type it, like “my writing is 7”.
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
offer-ask-principal = Who should apply, my partner or I?
offer-subscribe = Tell me about new rounds
offer-unsubscribe = Stop telling me about rounds

ask-noc-titled = You told me about your work as **{ $job }**. What’s its five-digit NOC code, or what do you mostly do there?
ask-main-occupation = What’s your job title, or the five-digit NOC code of your main work?
why-main-occupation = Your occupation decides which programs and which categories of rounds your work counts for.
explain-main-occupation = The NOC is Canada’s list of occupations. Type your job title as you’d say it, then choose the line that fits what you really did.
ask-family-size = How many people are in your family? Count yourself, your partner and your dependent children, whether they come to Canada or not.
why-family-size = The savings you need to show depend on it.
explain-family-size = Count yourself, your spouse or common-law partner, and the dependent children of both of you. Count those who stay behind too.
ask-settlement-funds-cad = About how much money could you bring, in Canadian dollars?
why-settlement-funds-cad = Most people without a valid job offer in Canada have to show savings, called settlement funds.
explain-settlement-funds-cad = I mean money that’s yours and ready to use, not borrowed, in Canadian dollars. A rough amount is enough for this check.
ask-intends-quebec = Do you plan to live in Quebec?
why-intends-quebec = Quebec chooses its skilled workers itself. Express Entry is for the rest of Canada.
explain-intends-quebec = Say yes only if you want to settle in the province of Quebec.
value-test-date = { $test }, results of { $date }
note-not-skilled = NOC { $code } is TEER { $teer }, so Express Entry doesn’t count this work as skilled.
ask-first-language-date = When did you get these test results? The month is enough.
why-first-language-date = Results count for { $language_years } years. After that they give no points.
explain-first-language-date = You’ll find the date on your result sheet. If you don’t have it at hand, skip this and I’ll count the results as valid.
ask-second-language-date = When did you get the results of your second test? The month is enough.
why-second-language-date = Results count for { $language_years } years. After that they give no points.
explain-second-language-date = You’ll find the date on your result sheet. If you don’t have it at hand, skip this and I’ll count the results as valid.
ask-spouse-language-date = When did { $partner } get these test results? The month is enough.
why-spouse-language-date = Results count for { $language_years } years. After that they give no points.
explain-spouse-language-date = The date is on the result sheet. If you don’t have it at hand, skip this and I’ll count the results as valid.
fact-first-language-date = Date of the first language test
fact-second-language-date = Date of the second language test
fact-spouse-language-date = Date of the partner’s language test
language-ask = Shall I change the language? If not, just go on.
note-no-such-day = “{ $name }” isn’t a day in the calendar. Which date did you mean?
note-test-expired = Your results of { $date } have expired: they give no points now, and nobody can apply with them.
note-test-expired-partner = Your partner’s results of { $date } have expired: they give no points now.
note-expired = Expired results give no points. Tell me their date, so that I count them right, or your newer results.
note-date-to-come = “{ $name }” is still to come. I need a date up to today.
