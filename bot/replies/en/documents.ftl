# The documents of an application: names, who issues them, validity and pitfalls, and how the list is told.

## Before the profile (nothing is uploaded, numbers and dates are typed in)
document-passport = Passport or travel document
document-passport-from = your country’s passport office
document-passport-note = Number and dates are enough for the profile. Your name should be spelled as in your test and your ECA. Renew it now if it could expire on the way.
document-language-test = Language test result
document-language-test-from = a test centre: IELTS General Training, CELPIP-General, PTE Core, TEF Canada or TCF Canada
document-language-test-note = It counts for { $language_years } years. It must still count when you submit your profile and your application. IELTS Academic, PTE Academic, TOEFL and Duolingo aren’t accepted.
document-second-language-test = Result in the other official language
document-second-language-test-from = a test centre: IELTS General Training, CELPIP-General, PTE Core, TEF Canada or TCF Canada
document-second-language-test-note = It counts for { $language_years } years. You only get points for the second language with it.
document-eca = Credential assessment (ECA)
document-eca-from = WES, ICAS, CES, IQAS or ICES; for physicians, pharmacists and architects their own body
document-eca-note = It counts for { $eca_years } years. Order the one for immigration, not a general evaluation. Your university sends the transcripts, so ask there first.
document-occupation-codes = Occupation code (NOC 2021) of each job
document-occupation-codes-from = yourself, on Canada’s NOC site
document-occupation-codes-note = Choose by what you did (lead statement and main duties), not by the title.
document-funds-amount = Amount of your settlement funds
document-funds-amount-from = your bank
document-funds-amount-note = With less than the table asks for your family, you can’t enter the pool. Update the amount when a new table comes.
document-partner-language-test = Language test of your partner
document-partner-language-test-from = a test centre
document-partner-language-test-note = You only need it if you want the points for it. Without it, that line is 0.
document-partner-eca = Credential assessment (ECA) of your partner
document-partner-eca-from = the same organizations as for you
document-partner-eca-note = You only need it if you want the points for it. Without it, that line is 0.
document-nomination = Nomination through Express Entry
document-nomination-from = the province or territory
document-nomination-note = It must be an Express Entry nomination. You have { $nomination_days } days to accept it in your account.
document-job-offer = Written job offer, with the LMIA or the exemption
document-job-offer-from = the employer
document-job-offer-note = A normal work contract isn’t enough by itself. The offer must still stand.
document-trade-certificate = Certificate of qualification in your trade
document-trade-certificate-from = a province, a territory or a federal body
document-trade-certificate-note = A licence from another country doesn’t count.

## After the invitation
document-police-certificates = Police certificates
document-police-certificates-from = the police of each country, also for family members from the age of { $adult_police_age }
document-police-certificates-note = You need one for every country, except Canada, where you stayed { $police_stay_months } months or more in a row. Only the last { $police_years } years count, and no time before the age of { $adult_police_age }. For the country you live in now, it must be at most { $police_current_months } months old when you apply. For the others, it must be issued after your last such stay. Scan the original in colour. If one doesn’t come in time, explain why and prove that you asked.
document-reference-letters = Reference letter of each employer
document-reference-letters-from = your manager or human resources
document-reference-letters-note = You need one for every job you claim. A letter without duties or hours doesn’t prove the work.
document-bank-letters = Letters of your banks (proof of funds)
document-bank-letters-from = each bank
document-bank-letters-note = Each letter shows all accounts, opening dates, balances, the average of { $funds_average_months } months and debts. Borrowed money and a house don’t count. The money must be there when you apply and when the visa is issued.
document-medical-exam = Immigration medical exam
document-medical-exam-from = a panel physician, and nobody else
document-medical-exam-note = Do it before you submit, for the whole family, even those who stay behind. It gives you { $medical_months } months to land.
document-passport-copies = Copies of all passports
document-passport-copies-from = yourself, for everyone in the application who is not Canadian
document-passport-copies-note = Copy the page with your data, in colour. Diplomatic and official passports don’t count.
document-language-report = Language test report
document-language-report-from = the test centre
document-language-report-note = It must still count on the day you submit: { $language_years } years from the test.
document-eca-report = ECA report with diplomas and transcripts
document-eca-report-from = the ECA organization and your schools
document-eca-report-note = It must still count on the day you submit: { $eca_years } years. Don’t forget the diploma itself.
document-canadian-diploma = Canadian diploma and transcripts
document-canadian-diploma-from = your school in Canada
document-canadian-diploma-note = You need it for every Canadian diploma you claim.
document-canadian-work-proof = Proof of work in Canada
document-canadian-work-proof-from = yourself: T4 slips and notices of assessment, besides the letter
document-canadian-work-proof-note = They should cover the same years as the letter. Work without permission doesn’t count.
document-self-employment-proof = Proof of self-employment
document-self-employment-proof-from = yourself and your clients: registration, income, letters on services and payment
document-self-employment-proof-note = Your own word isn’t enough. For the Canadian Experience Class, self-employment doesn’t count.
document-funds-letter = Short letter on why you don’t need funds
document-funds-letter-from = yourself
document-funds-letter-note = If the list in your account still asks for proof of funds, upload the reason there. An empty place holds up the application.
document-fee-receipt = Receipt of the fees
document-fee-receipt-from = yourself, online
document-fee-receipt-note = You pay the fees of the day your application is received. If you pay too little, it’s incomplete.
document-nomination-certificate = Nomination certificate
document-nomination-certificate-from = the province or territory
document-nomination-certificate-note = It must be valid when you submit. If the nomination is withdrawn, tell IRCC at once.
document-job-offer-letter = Job offer letter, with LMIA or work permit
document-job-offer-letter-from = the employer
document-job-offer-letter-note = It must match what you claimed when you were invited.
document-qualification-certificate = Copy of your certificate of qualification
document-qualification-certificate-from = a province, a territory or a federal body
document-qualification-certificate-note = It must be valid when you submit.
document-practice-licence = Licence to practise in Canada
document-practice-licence-from = the college of your province
document-practice-licence-note = You need it if you’re invited as a physician with work in Canada.
document-marriage-certificate = Marriage certificate
document-marriage-certificate-from = the civil registry
document-marriage-certificate-note = You need it if you are or were married to a partner in the application.
document-common-law-declaration = Declaration of common-law union (IMM 5409) with proof
document-common-law-declaration-from = both of you, before a commissioner or notary
document-common-law-declaration-note = Add proof of { $common_law_years ->
    [one] { $common_law_years } year
   *[other] { $common_law_years } years
} of living together: lease, bills, accounts. Calling yourself single after that is a false statement.
document-divorce-papers = Divorce or annulment papers
document-divorce-papers-from = the court
document-divorce-papers-note = You need them for every earlier marriage.
document-death-certificate = Death certificate of your late partner
document-death-certificate-from = the civil registry
document-death-certificate-note = You need it for the partner named in the application.
document-birth-certificates = Birth certificates of the children
document-birth-certificates-from = the civil registry
document-birth-certificates-note = You need one for every child, coming or not, with the names of the parents. Declare every child and have each one examined. If you don’t, you may not be able to sponsor that child later.
document-adoption-papers = Adoption papers
document-adoption-papers-from = the court
document-adoption-papers-note = You need them for every adopted child.
document-custody-papers = Proof of custody
document-custody-papers-from = the court, or the other parent
document-custody-papers-note = You need it for a minor whose other parent doesn’t come.
document-dependency-proof = Proof that a child of { $child_age } or older depends on you
document-dependency-proof-from = a physician
document-dependency-proof-note = The condition must have begun before the age of { $child_age }. Being a student isn’t enough.
document-sibling-proof = Proof of your brother or sister in Canada
document-sibling-proof-from = your family
document-sibling-proof-note = Your brother or sister is a citizen or permanent resident, { $sibling_age } or older, and lives in Canada. Birth certificates of both of you show the parent you share.
document-translations = Translations
document-translations-from = a certified translator
document-translations-note = You need one for everything that’s in neither English nor French, with a copy of the original. A translator who isn’t certified adds an affidavit.
document-name-change = Proof of a changed name or birth date
document-name-change-from = the civil registry or the court
document-name-change-note = You need it where documents differ.
document-refusal-letters = Earlier refusals, with an explanation
document-refusal-letters-from = your own papers
document-refusal-letters-note = Refusals by any country count. Hiding one is misrepresentation and makes you inadmissible for { $misrepresentation_years } years.
document-court-records = Court and police records
document-court-records-from = the court or the police
document-court-records-note = You need them for any arrest, charge or conviction. Ask a licensed representative what it means for you.
document-representative-form = Use of a Representative (IMM 5476)
document-representative-form-from = IRCC’s form, signed by both
document-representative-form-note = You need it for anyone who represents you, paid or not. If you don’t name a paid one, you break the rules.

## Later
document-biometrics = Biometrics
document-biometrics-from = a visa application centre, or a designated office in Canada
document-biometrics-note = Everyone from { $biometrics_min_age } to { $biometrics_max_age } years old gives them, within { $biometrics_days } days of the letter. Earlier biometrics don’t count for this application.
document-residence-fee = Right of permanent residence fee
document-residence-fee-from = yourself, online
document-residence-fee-note = If you didn’t pay it with the application, pay it before permanent residence is granted.
document-confirmation = Confirmation of permanent residence (COPR)
document-confirmation-from = IRCC
document-confirmation-note = Land before the date on it: it can’t be extended.

## Reasons
document-because = { $fact ->
    [partner] you have a partner
    [partner_comes] your partner comes
    [married] you’re married
    [common_law] you live with a common-law partner
    [separated] you’re separated
    [divorced] you’re divorced
    [widowed] you’re widowed
    [children] you have children
    [older_child] one of your children has reached the age limit
    [foreign_education] you studied outside Canada
    [canadian_study] you studied in Canada
    [second_language] you have a second language
    [work] you claim work
    [canadian_work] you worked in Canada
    [self_employed] you were self-employed
    [nomination] you have a nomination
    [job_offer] you have a job offer
    [certificate] you have a trade certificate
    [sibling] you have a brother or sister in Canada
    [funds] you must show savings
    [lived_abroad] you lived outside Canada
    [physician] you’re a physician with work in Canada
    [refused] something was refused before
    [convicted] there was an arrest, a charge or a conviction
    [represented] somebody represents you
    [other_language] some papers are in another language
    [name_changed] names or birth dates differ
    [adopted] one of your children is adopted
   *[parent_stays] the other parent of a child stays behind
}

## How it is told
documents-headline = Your list has **{ $profile }** { $profile ->
    [one] paper
   *[other] papers
} for the profile and **{ $application }** after the invitation. { $have ->
    [0] Press what you have, and I’ll remember it.
   *[other] You have **{ $have }** of { $all }.
}
documents-first = Start with these. Others issue them, and that takes time:
documents-first-done = You already have what takes longest.
documents-line = - { $mark } **{ $name }** · { $from }. { $note }
documents-line-short = - { $mark } { $name }
documents-takes = It takes { $least } to { $most } weeks once all papers are in (reported).
documents-valid-until = Yours counts until { $date }.
documents-expired = Yours stopped counting ({ $date }).
child-too-old = Children of { $age } or older aren’t dependent, unless a condition keeps them from supporting themselves.
child-birthday-decides = The birthday decides whether this child is still under { $age }.
documents-stage-profile = **For the profile** ({ $have } of { $all }). You don’t upload anything yet. Have the numbers and dates at hand.
documents-stage-application = **After the invitation** ({ $have } of { $all }). You upload these within { $ita_days } days. If one is missing, everything comes back.
documents-stage-after = **Once the application is in**
documents-stage-landing = **At the end**
documents-page = { $from }–{ $to } of { $all }
documents-perhaps = These depend on what I don’t know yet: { $names }.
documents-account = The two lists below say what to watch out for. After the invitation, the list in your account is the one that counts.
documents-reported = Part of this is reported by others, so look at these official pages before you send anything.
documents-nothing = Tell me about yourself first, and I’ll make the list yours. Everybody needs these:
documents-all-done = You have everything on this page.
documents-more-about = Does any of these apply to you? Press those that do. Press again to take one back.
letter-headline = **A reference letter** from an employer must have:
letter-letterhead = - the company’s letterhead
letter-contact = - its address, telephone and e-mail
letter-name = - your name
letter-signature = - name, title and signature of your manager or of human resources
letter-positions = - every job you held there, its title, and whether you still have it
letter-duties = - your duties in each job
letter-dates = - start and end dates
letter-hours = - hours a week
letter-salary = - your yearly salary and benefits
letter-without = If an employer refuses, send contracts, pay slips, tax papers and proof that you asked, with an explanation.
letter-own-words = The duties should be in the employer’s own words. A copy of the NOC text raises doubts.
mark-have = ☑
mark-lack = ☐
mark-yes = ✓ { $name }
about-refused = An earlier refusal
about-convicted = Arrest, charge or conviction
about-represented = Somebody represents me
about-other-language = Papers in other languages
about-name-changed = Names or birth dates differ
about-adopted = An adopted child
about-parent-stays = A child’s other parent stays
offer-ask-documents = Which documents I need
button-documents = My documents
button-documents-profile = For the profile
button-documents-application = After the invitation
button-documents-letter = What a reference letter needs
button-documents-about = What else applies to me
button-documents-more = More
button-documents-pdf = Everything as PDF
button-documents-have = I have: { $name }
button-documents-lack = Not yet: { $name }

## The command line
cli-help-documents = the personal checklist of documents for a profile
cli-documents-profile = For the profile
cli-documents-application = After the invitation
cli-documents-after = Once the application is in
cli-documents-landing = At the end
cli-documents-first = Start with
cli-documents-perhaps = Depends on what is not known yet
