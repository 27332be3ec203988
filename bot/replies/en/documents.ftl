# The documents of an application: names, who issues them, validity and pitfalls, and how the list is told.

## Before the profile (nothing is uploaded, numbers and dates are typed in)
document-passport = Passport or travel document
document-passport-from = your country’s passport office
document-passport-note = Number and dates are enough for the profile. The name should be spelled as in your test and assessment; renew it now if it could expire on the way.
document-language-test = Language test result
document-language-test-from = a test centre: IELTS General Training, CELPIP-General, PTE Core, TEF Canada or TCF Canada
document-language-test-note = Counts for { $language_years } years, and must still count when you submit the profile and the application. IELTS Academic, PTE Academic, TOEFL and Duolingo are not accepted.
document-second-language-test = Result in the other official language
document-second-language-test-from = a test centre: IELTS General Training, CELPIP-General, PTE Core, TEF Canada or TCF Canada
document-second-language-test-note = Counts for { $language_years } years. Only with it does the second language give points.
document-eca = Credential assessment (ECA)
document-eca-from = WES, ICAS, CES, IQAS or ICES; for physicians, pharmacists and architects their own body
document-eca-note = Counts for { $eca_years } years. Order the one for immigration, not a general evaluation. Your university sends the transcripts: ask there first.
document-occupation-codes = Occupation code (NOC 2021) of each job
document-occupation-codes-from = yourself, on Canada’s NOC site
document-occupation-codes-note = Choose by what you did (lead statement and main duties), not by the title.
document-funds-amount = Amount of your settlement funds
document-funds-amount-from = your bank
document-funds-amount-note = Less than the table for your family makes the profile ineligible. Update it when a new table comes.
document-partner-language-test = Language test of your partner
document-partner-language-test-from = a test centre
document-partner-language-test-note = Only if you want the points for it; without it that line is 0.
document-partner-eca = Credential assessment (ECA) of your partner
document-partner-eca-from = the same organizations as for you
document-partner-eca-note = Only if you want the points for it; without it that line is 0.
document-nomination = Nomination through Express Entry
document-nomination-from = the province or territory
document-nomination-note = It must be of the Express Entry kind. You have { $nomination_days } days to accept it in your account.
document-job-offer = Written job offer, with the LMIA or the exemption
document-job-offer-from = the employer
document-job-offer-note = An ordinary contract is not by itself a valid offer. The offer must still stand.
document-trade-certificate = Certificate of qualification in your trade
document-trade-certificate-from = a province, a territory or a federal body
document-trade-certificate-note = A licence from another country is not one.

## After the invitation
document-police-certificates = Police certificates
document-police-certificates-from = the police of each country, also for family members from { $adult_police_age } years
document-police-certificates-note = For every country but Canada where they stayed { $police_stay_months } months or more in a row in the last { $police_years } years, not counting time before the age of { $adult_police_age }. Of the country you live in now: at most { $police_current_months } months old when you apply; of the others: issued after your last such stay. Scan the original in colour. If one does not come in time: explain, and prove that you asked.
document-reference-letters = Reference letter of each employer
document-reference-letters-from = your manager or human resources
document-reference-letters-note = One for every job you claim. A letter without duties or hours does not prove the work.
document-bank-letters = Letters of your banks (proof of funds)
document-bank-letters-from = each bank
document-bank-letters-note = With all accounts, opening dates, balances, the average of { $funds_average_months } months and debts. Borrowed money and a house do not count. The money must be there when you apply and when the visa is issued.
document-medical-exam = Immigration medical exam
document-medical-exam-from = a panel physician, and nobody else
document-medical-exam-note = Before you submit, for the whole family, also who stays behind. It counts for { $medical_months } months towards landing.
document-passport-copies = Copies of all passports
document-passport-copies-from = yourself, for everyone in the application who is not Canadian
document-passport-copies-note = The page with your data, in colour. Diplomatic and official passports do not count.
document-language-report = Language test report
document-language-report-from = the test centre
document-language-report-note = Must still count on the day you submit: { $language_years } years from the test.
document-eca-report = ECA report with diplomas and transcripts
document-eca-report-from = the ECA organization and your schools
document-eca-report-note = Must still count on the day you submit: { $eca_years } years. Do not forget the diploma itself.
document-canadian-diploma = Canadian diploma and transcripts
document-canadian-diploma-from = your school in Canada
document-canadian-diploma-note = For every credential from Canada that you claim.
document-canadian-work-proof = Proof of work in Canada
document-canadian-work-proof-from = yourself: T4 slips and notices of assessment, besides the letter
document-canadian-work-proof-note = They should cover the same years as the letter. Work that was not authorized does not count.
document-self-employment-proof = Proof of self-employment
document-self-employment-proof-from = yourself and your clients: registration, income, letters on services and payment
document-self-employment-proof-note = What you declare yourself is not enough. For the Canadian Experience Class self-employment does not count.
document-funds-letter = Short letter on why no funds are needed
document-funds-letter-from = yourself
document-funds-letter-note = If the list in your account asks for proof of funds all the same: upload the reason, for an empty place holds up the application.
document-fee-receipt = Receipt of the fees
document-fee-receipt-from = yourself, online
document-fee-receipt-note = The fees of the day on which the application is received count. With too little paid it is incomplete.
document-nomination-certificate = Nomination certificate
document-nomination-certificate-from = the province or territory
document-nomination-certificate-note = Valid when you submit. If the nomination is withdrawn, tell IRCC at once.
document-job-offer-letter = Job offer letter, with LMIA or work permit
document-job-offer-letter-from = the employer
document-job-offer-letter-note = It must match what you claimed when you were invited.
document-qualification-certificate = Copy of your certificate of qualification
document-qualification-certificate-from = a province, a territory or a federal body
document-qualification-certificate-note = Valid when you submit.
document-practice-licence = Licence to practise in Canada
document-practice-licence-from = the college of your province
document-practice-licence-note = Asked of those invited as physicians with work in Canada.
document-marriage-certificate = Marriage certificate
document-marriage-certificate-from = the civil registry
document-marriage-certificate-note = For whoever is or was married to a partner in the application.
document-common-law-declaration = Declaration of common-law union (IMM 5409) with proof
document-common-law-declaration-from = both of you, before a commissioner or notary
document-common-law-declaration-note = With proof of { $common_law_years ->
    [one] { $common_law_years } year
   *[other] { $common_law_years } years
} of living together: lease, bills, accounts. Calling oneself single after that is a false statement.
document-divorce-papers = Divorce or annulment papers
document-divorce-papers-from = the court
document-divorce-papers-note = Of every earlier marriage.
document-death-certificate = Death certificate of your late partner
document-death-certificate-from = the civil registry
document-death-certificate-note = Of the partner named in the application.
document-birth-certificates = Birth certificates of the children
document-birth-certificates-from = the civil registry
document-birth-certificates-note = Of every child, coming or not, with the names of the parents. A child who is not declared and examined can be lost to sponsorship later.
document-adoption-papers = Adoption papers
document-adoption-papers-from = the court
document-adoption-papers-note = Of every adopted child.
document-custody-papers = Proof of custody
document-custody-papers-from = the court, or the other parent
document-custody-papers-note = For a minor whose other parent does not come.
document-dependency-proof = Proof that a child of { $child_age } or older depends on you
document-dependency-proof-from = a physician
document-dependency-proof-note = A condition since before { $child_age }. Being a student is not enough.
document-sibling-proof = Proof of your brother or sister in Canada
document-sibling-proof-from = your family
document-sibling-proof-note = Citizen or permanent resident, { $sibling_age } or older and living in Canada; birth certificates of both show the common parent.
document-translations = Translations
document-translations-from = a certified translator
document-translations-note = Of everything that is neither in English nor in French, with a copy of the original. A translator who is not certified adds an affidavit.
document-name-change = Proof of a changed name or birth date
document-name-change-from = the civil registry or the court
document-name-change-note = Where documents differ.
document-refusal-letters = Earlier refusals, with an explanation
document-refusal-letters-from = your own papers
document-refusal-letters-note = Of any country. Hiding one is misrepresentation: inadmissible for { $misrepresentation_years } years.
document-court-records = Court and police records
document-court-records-from = the court or the police
document-court-records-note = Of any arrest, charge or conviction. Ask a licensed representative what it means for you.
document-representative-form = Use of a Representative (IMM 5476)
document-representative-form-from = IRCC’s form, signed by both
document-representative-form-note = For whoever represents you, paid or not. A paid one who is not named breaks the rules.

## Later
document-biometrics = Biometrics
document-biometrics-from = a visa application centre, or a designated office in Canada
document-biometrics-note = For everyone from { $biometrics_min_age } to { $biometrics_max_age } years, within { $biometrics_days } days of the letter. Earlier biometrics do not count for this application.
document-residence-fee = Right of permanent residence fee
document-residence-fee-from = yourself, online
document-residence-fee-note = If you did not pay it with the application: before permanent residence is granted.
document-confirmation = Confirmation of permanent residence (COPR)
document-confirmation-from = IRCC
document-confirmation-note = Land before its date: it cannot be extended.

## Reasons
document-because = { $fact ->
    [partner] you have a partner
    [partner_comes] your partner comes
    [married] you are married
    [common_law] you live in a common-law partnership
    [separated] you are separated
    [divorced] you are divorced
    [widowed] you are widowed
    [children] you have children
    [older_child] a child has reached the age limit
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
    [funds] you must show settlement funds
    [lived_abroad] you lived outside Canada
    [physician] you are a physician with work in Canada
    [refused] something was refused before
    [convicted] there was an arrest, a charge or a conviction
    [represented] somebody represents you
    [other_language] some documents are in another language
    [name_changed] names or birth dates differ
    [adopted] a child is adopted
   *[parent_stays] the other parent of a child stays behind
}

## How it is told
documents-headline = Your list: **{ $profile }** for the profile, **{ $application }** after the invitation. { $have ->
    [0] Press what you have, and I remember it.
   *[other] You have **{ $have }** of { $all }.
}
documents-first = Start with these; others issue them and it takes time:
documents-first-done = What takes longest you have already.
documents-line = - { $mark } **{ $name }** · { $from }. { $note }
documents-line-short = - { $mark } { $name }
documents-takes = { $least } to { $most } weeks once all papers are in (reported).
documents-valid-until = Yours counts until { $date }.
documents-expired = Yours stopped counting ({ $date }).
child-too-old = Children of { $age } or older are not dependent, unless a condition keeps them from supporting themselves.
child-birthday-decides = The birthday decides whether this child is still under { $age }.
documents-stage-profile = **For the profile** ({ $have } of { $all }). Nothing is uploaded yet: have numbers and dates at hand.
documents-stage-application = **After the invitation** ({ $have } of { $all }). You upload these within { $ita_days } days; one that is missing sends everything back.
documents-stage-after = **Once the application is in**
documents-stage-landing = **At the end**
documents-page = { $from }–{ $to } of { $all }
documents-perhaps = Depends on what you have not told me: { $names }.
documents-account = After the invitation your account shows the list that counts; this one prepares you for it.
documents-reported = Some of it is as others report the official pages: look at these before you send.
documents-nothing = Tell me about yourself first, and the list will be yours. What everybody needs:
documents-all-done = You have everything on this page.
documents-more-about = Does one of these apply to you? Press what does; press again to take it back.
letter-headline = **A reference letter** of an employer must contain:
letter-letterhead = - the company’s letterhead
letter-contact = - its address, telephone and e-mail
letter-name = - your name
letter-signature = - name, title and signature of your manager or of human resources
letter-positions = - every position you held, with its title, and whether you still hold it
letter-duties = - your duties in each
letter-dates = - from when until when
letter-hours = - hours a week
letter-salary = - yearly salary and benefits
letter-without = If an employer refuses: contracts, pay slips, tax papers and proof that you asked, with an explanation.
letter-own-words = Duties in the employer’s own words: a copy of the NOC text raises doubts.
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
cli-documents-perhaps = Depends on what was not told
