# Around the answers of data/answers: how sure they are, and what follows them.
answer-money = ${ $amount }
answer-reported = This comes from others who report an official source: check the page below before you rely on it.
answer-derived = One amount is worked out by us or reported by others, not read on an official page: check it below.
answer-old = Last looked up on { $date }, more than a year ago: read the official page before you rely on it.
answer-announced = A change from { $date } has been announced whose values we do not know yet: check the page below.
answer-where = Here is the official page for that:
answer-partner = I have nothing of its own about your partner on this. The official page says whom it concerns:
answer-about-what = What do you mean? Ask the whole question, for example: “How much does the language test cost?”
answer-changes = What changed last:
answer-change = **{ $date }**: { $what }
answer-none = I have no answer to that. I know Express Entry; for anything else, see the official site.
answer-offer = Did you mean one of these?
button-wrong = This is wrong
answer-wrong-noted = Thank you, noted: someone will check this answer. Nothing about you is kept with the report. Until then, the official page decides:
also-asked = You also asked a question. Is it this one?
third-language = I understand English and French. Please write in one of them.
not-legal-advice = Calculated from the published rules; not legal advice.
