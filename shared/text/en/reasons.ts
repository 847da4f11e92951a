import type { HintTexts, ReasonTexts } from '../field-text.ts';

export const reasonTexts: ReasonTexts = {
  missing: { what: 'This is still empty.', mend: 'Please fill it in.' },
  'not-offered': { what: 'This is not one of the choices.', mend: 'Please choose from the list.' },

  'credit-code-length': {
    what: 'A unified social credit code has 18 characters.',
    mend: 'Compare it with the licence and add or take away what differs.',
  },
  'credit-code-old-number': {
    what: 'This is an old registration number of 15 digits.',
    mend: 'Enter the unified social credit code of 18 characters from the licence.',
  },
  'credit-code-characters': {
    what: 'The code has no I, O, S, V or Z and no signs.',
    mend: 'They may be the digits 1, 0, 5 and 2: compare with the licence.',
  },
  'credit-code-office': {
    what: 'The first eight characters are no registering office’s code.',
    mend: 'Compare them with the licence; places 3 to 8 are digits.',
  },
  'credit-code-check-character': {
    what: 'The last character does not fit the rest of the code.',
    mend: 'Compare it with the licence; often one character differs or two are swapped.',
  },

  'resident-id-old-number': {
    what: 'This is an old identity number of 15 digits, no longer in use.',
    mend: 'Enter the 18 digits of the current card.',
  },
  'resident-id-length': {
    what: 'An identity number has 18 digits.',
    mend: 'Compare it with the card and add or take away what differs.',
  },
  'resident-id-characters': {
    what: 'An identity number has only digits; the last place may be an X.',
    mend: 'Take out everything else and compare it with the card.',
  },
  'resident-id-region': {
    what: 'The first two digits are no province’s code.',
    mend: 'Compare the first six digits with the card.',
  },
  'resident-id-birthday': {
    what: 'Places 7 to 14 are the date of birth, and this is not a real date.',
    mend: 'Compare these eight digits with the card.',
  },
  'resident-id-birthday-future': {
    what: 'Places 7 to 14 are the date of birth, and this date is still to come.',
    mend: 'Compare these eight digits with the card.',
  },
  'resident-id-check-digit': {
    what: 'The last place does not fit the rest of the number.',
    mend: 'Compare it with the card; often one digit differs or two are swapped.',
  },

  'passport-form': {
    what: 'A passport number has 5 to 9 letters and digits.',
    mend: 'Enter it as on the data page, for example E12345678.',
  },
  'officer-form': {
    what: 'This is not how the number of an officer’s card is written.',
    mend: 'Enter it as on the card, for example 军字第1234567号.',
  },
  'hk-macao-permit-form': {
    what: 'The number of this permit is H or M and eight digits.',
    mend: 'Enter it as on the permit, for example H12345678.',
  },
  'taiwan-permit-form': {
    what: 'The number of this permit has eight digits, on old ones ten.',
    mend: 'Enter it as on the permit, for example 12345678.',
  },
  'police-form': {
    what: 'This is not how the number of this card is written.',
    mend: 'Enter it as on the card, for example 武字第1234567号.',
  },
  'soldier-form': {
    what: 'This is not how the number of this card is written.',
    mend: 'Enter it as on the card, for example 士字第1234567号.',
  },

  'mobile-characters': { what: 'A mobile number has only digits.', mend: 'Take out everything else.' },
  'mobile-abroad': {
    what: 'This is a number from outside the mainland, which our messages do not reach.',
    mend: 'Enter a mainland mobile number: 11 digits, the first a 1.',
  },
  'mobile-length': { what: 'A mobile number has 11 digits.', mend: 'Add or take away what differs.' },
  'mobile-prefix': {
    what: 'Mobile numbers begin with 13 to 19.',
    mend: 'Look at the first two digits; a landline belongs to the unit’s phone.',
  },

  'phone-characters': {
    what: 'The phone number has signs that cannot be read.',
    mend: 'Enter digits, and a dash before the extension: 010-12345678-801.',
  },
  'phone-area-code': { what: 'The area code is missing.', mend: 'Put it in front, for example 0370-1234567.' },
  'phone-form': {
    what: 'The number of digits is not that of a phone number.',
    mend: 'Enter a landline with area code, a 400 number or a mobile, for example 010-12345678.',
  },

  'bank-card-characters': {
    what: 'A card number has only digits.',
    mend: 'Take out everything else; spaces may stay.',
  },
  'bank-card-length': {
    what: 'A card number has 12 to 19 digits.',
    mend: 'Compare it with the card and add or take away what differs.',
  },
  'bank-card-check-digit': {
    what: 'The last digit does not fit the rest of the card number.',
    mend: 'Compare it with the card; often one digit differs or two are swapped.',
  },

  'email-form': {
    what: 'An e-mail address has two parts with an @ between them.',
    mend: 'Please complete it, for example name@example.com.',
  },
  'email-characters': {
    what: 'Something before the @ is not used in mailboxes.',
    mend: 'Use letters, digits, dots, dashes and underscores only.',
  },
  'email-domain': {
    what: 'What follows the @ is not a mail domain.',
    mend: 'Please look at it again, for example qq.com or 163.com.',
  },
  'email-long': { what: 'The address is too long.', mend: 'Please look at it again, or use another mailbox.' },

  'address-digits': { what: 'The address has only digits.', mend: 'Please write district, street and number.' },
  'address-short': {
    what: 'The address is too short for a courier to find.',
    mend: 'Please write district, street and number.',
  },
  'address-long': {
    what: 'The address is over 100 characters and does not fit on the label.',
    mend: 'Please leave out remarks and keep the address.',
  },
  'address-characters': {
    what: 'The address has characters that a label cannot show.',
    mend: 'Please take out emoji and special signs.',
  },

  'name-short': { what: 'A name has at least two characters.', mend: 'Enter the full name on the ID.' },
  'name-long': { what: 'The name is over 50 characters.', mend: 'Enter only the name on the ID.' },
  'name-dots': {
    what: 'The dot in the name is not in its place.',
    mend: 'Write it as on the ID, between two parts, for example 买买提·艾力.',
  },
  'name-characters': {
    what: 'The name has characters that no ID has.',
    mend: 'Enter the Chinese name on the ID, or the Latin one on the passport, not both.',
  },

  'unit-name-short': { what: 'The unit’s name is too short.', mend: 'Enter the full name on the licence.' },
  'unit-name-long': {
    what: 'The unit’s name is over 100 characters.',
    mend: 'Enter only the name on the licence.',
  },
  'unit-name-characters': {
    what: 'The unit’s name has characters that no licence has, or no words.',
    mend: 'Enter it as on the licence.',
  },

  'taxpayer-length': {
    what: 'A taxpayer number has 18 characters, a few have 15, 17 or 20.',
    mend: 'For a unit, enter its unified social credit code.',
  },
  'taxpayer-characters': {
    what: 'The taxpayer number has characters that do not occur in it.',
    mend: 'Enter digits and letters; mind 1 and I, 0 and O.',
  },
  'taxpayer-check-character': {
    what: 'The last character does not fit the rest of the number.',
    mend: 'For a unit, enter its unified social credit code and compare it with the licence.',
  },

  'account-characters': {
    what: 'The account number has characters that do not occur in it.',
    mend: 'Enter the digits as in the bank’s papers or online banking.',
  },
  'account-length': {
    what: 'An account number has 6 to 32 digits.',
    mend: 'Compare it with the bank’s papers and add or take away what differs.',
  },

  'bank-name-no-bank': {
    what: 'This name does not tell which bank it is.',
    mend: 'Write the bank’s full name, for example 商丘农村商业银行, not the branch alone.',
  },
  'bank-name-long': { what: 'The bank’s name is over 60 characters.', mend: 'Enter only the name of the bank.' },
  'bank-name-characters': {
    what: 'The bank’s name has characters that do not occur in it.',
    mend: 'Use words, letters, digits and brackets only.',
  },

  'text-long': { what: 'This is too long.', mend: 'Please make it shorter.' },
  'text-characters': {
    what: 'There are characters here that cannot be printed.',
    mend: 'Please take out emoji and special signs.',
  },
};

export const hintTexts: HintTexts = {
  'email-office-mailbox':
    'Office mail servers often drop mail from outside, so the e-invoice may not arrive. A private mailbox is advised.',
};

export const repairText = 'Change to {value}';
