# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = ${ $amount }
answer-reported = Reported by others: check the official page below before you rely on it.
answer-derived = One amount here is worked out or reported by others, so check it on the official page below.
answer-old = I last looked this up on { $date }, more than a year ago. Read the official page before you rely on it.
answer-announced = A change from { $date } has been announced, but its values aren’t known yet. Check the page below.
answer-where = Here’s the official page for that:
answer-partner = I can’t say more about your partner on this. The official page says who it’s for:
answer-about-what = What do you mean? Please ask the whole question, for example: “How much does the language test cost?”
answer-changes = What changed last:
answer-change = **{ $date }**: { $what }
answer-none = I have no answer to that. I know Express Entry. For anything else, see the official site.
answer-offer = Did you mean one of these?
button-wrong = This is wrong
answer-wrong-noted = Thank you. Someone will check this answer. The report keeps nothing about you. Until then, the official page decides:
also-asked = You also asked a question. Is it this one?
third-language = I understand English and French. Please write in one of them.
not-legal-advice = Worked out from the published rules. It isn’t legal advice.
