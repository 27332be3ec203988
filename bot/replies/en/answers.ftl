# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = ${ $amount }
answer-reported = Reported by others: check the official page below before you rely on it.
answer-reported-short = Reported by others.
answer-deduced = This follows from several rules taken together, so check it on the official page below.
answer-derived = One amount here is worked out or reported by others, so check it on the official page below.
answer-old = I last looked this up on { $date }, more than a year ago. Read the official page before you rely on it.
answer-announced = A change from { $date } has been announced, but its values aren’t known yet. Check the page below.
answer-where = Here’s the official page for that:
answer-partner = I can’t say more about your partner on this. The official page says who it’s for:
answer-about-what = What do you mean? Please ask the whole question, for example: “How much does the language test cost?”
answer-changes = What changed last:
answer-change = **{ $date }**: { $what }
answer-none = I have no answer to that yet. I only know Express Entry: ask it in other words, or about another step. For anything else, see the official site.
answer-offer = Did you mean one of these?
button-wrong = This is wrong
answer-wrong-noted = Thank you. Someone will check this answer. The report keeps nothing about you. Until then, the official page decides:
also-asked = If you also asked a question, is it this one?
care = { $felt ->
    [loss] I’m sorry for your loss. There’s no hurry here: we can go on whenever you’re ready.
    [war] I’m sorry you have to live with that. Whenever you have a quiet moment, we can look at your way to Canada together.
    [angry] Your anger makes sense: so much depends on this. If I got something wrong, tell me what.
    [sad] I’m sorry, that’s hard. Take all the time you need.
    [afraid] It’s normal to be worried when so much depends on it. We can take one thing at a time.
    [glad] I’m glad to hear it. We can go on whenever you like.
   *[tired] That sounds exhausting, and many people in this process feel the same. You don’t have to sort it all out today.
}
partners-test = { $who }’s test:
partners-test-untold = You haven’t told me { $who }’s test results yet. Tell me and I’ll say what they give.
care-now = I can show where you stand, what would help most, or what comes next.
care-first = { $felt ->
    [loss] I’m sorry for your loss.
    [war] I’m sorry you have to live with that.
    [sad] I’m sorry, that’s hard.
   *[other] I understand the worry.
}
in-brief = In short: { $text }
third-language = I understand English and French. Please write in one of them; simple words are fine.
not-legal-advice = Worked out from the published rules. It isn’t legal advice.
validity-test-valid = **Yes, so far:** results of { $told } count until { $until }.
validity-test-over = **No, they’ve expired:** results of { $told } counted until { $until }. They give no points any more, so you’d need a new test.
validity-test-perhaps = **It depends on the day:** results of { $told } count until { $until }. Look up the day on your result sheet.
validity-eca-valid = **Yes, so far:** an assessment of { $told } counts until { $until }.
validity-eca-over = **No, it has expired:** an assessment of { $told } counted until { $until }. Ask the same organisation to issue it again.
validity-eca-perhaps = **It depends on the day:** an assessment of { $told } counts until { $until }. Look up the day on your report.
# What an answer says first of the person who asks.
own-age = At your age you have **{ $points }** of the { $most } CRS points for age.
own-step-test = Your first step: book a language test. Without its results there’s no profile.
own-step-eca = Your first step: have your diploma assessed (ECA). It often takes weeks, and your profile needs it.
own-step-profile = You have what a profile starts with: check that a program fits you, then submit it. It’s free.
own-spouse-work = Once you’re permanent residents, your partner may work for any employer.
year-of-work = At { $hours } { $hours ->
    [one] hour
   *[other] hours
} a week, a year of work ({ $year } hours) takes about **{ $weeks } weeks**, { $months } months.
year-of-work-most = No more than { $hours } hours a week count, however many you work.
year-of-work-rest = The work has to be skilled (TEER 0 to 3) and paid.
common-law-verdict = { $enough ->
    [yes] **Yes, { $months } months of living together as a couple is enough**: it takes one year.
   *[no] **Not yet: { $months } months are too short**, it takes one year of living together as a couple.
}
note-account-access = **Change your password now, from your own device, and the recovery questions with it.** If you named this person as your representative, cancel that too. Can’t get in any more? Tell IRCC through its web form.
too-late = **It isn’t too late: there’s no age limit.**
too-late-points = At { $age }, age gives you **{ $points }** of { $most } points.
too-late-couple = At { $age }, age gives you **{ $points }** of { $most } points, or { $couple } if a partner comes with you.
too-late-none = At { $age }, age gives **no points** any more, but it doesn’t close the door.
too-late-others = Other things weigh more. Your first language can give up to { $language } points, and good French up to { $french } more. French also has its own rounds. A provincial nomination gives { $nomination }.
too-late-kind = It’s a fair worry: let’s look at your whole score.
partner-needs-no-test = **Your partner needs no language test: only you have to take one.** One can still bring you points.
wedding-planned = **You needn’t wait: until the wedding you’re single in your profile.** (Who has lived together as a couple for a year is common-law, which counts like married.) Once you marry, put your spouse in: your points are counted anew, and may fall or rise. After an invitation, do so before you submit and recalculate. After you submit, report the marriage before you become a permanent resident. A spouse whom you don’t declare can normally never be sponsored later.
test-results-time = **Results take from a few days, for most English tests on a computer, to several weeks, for some French ones.** A free seat is often the longer wait, so book early. Each test’s own site gives its dates and when results come out: the official page below links to them.
