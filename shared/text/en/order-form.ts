import type { InWords } from '../text-places.ts';
import type { orderFormTexts as zhCN } from '../zh-CN/order-form.ts';

export const orderFormTexts: InWords<typeof zhCN> = {
  'sentence.two': '{first} {second}',

  'frame.number': 'Order {number}',

  'step.unit': 'The unit',
  'step.product': 'Product and invoice',
  'step.operator.operator': 'Operator',
  'step.operator.seal-administrator': 'Certificate and seal administrator',
  'step.operator.applicant': 'About you',
  'step.send': 'Posting',
  'step.send.only': 'Last page',
  'step.confirm': 'Confirm',
  'step.authorise': 'Authorisation code',
  'step.materials': 'Documents',
  'step.sign': 'Sign',
  'step.pay': 'Pay',

  'act.facts': 'Back',
  'act.back': 'Back',
  'act.next': 'Next: {title}',
  'act.fillIn': 'Done, on to confirming',
  'act.edit': 'Go back and edit',
  'act.confirm': 'All correct',
  'act.submit': 'Hand in the documents',
  'act.sendCode': 'Send the signing code',

  'saved.here': 'What you type is kept on this computer, encrypted, for a day at most.',
  'saved.there': 'Saved at {time}. You can close this and go on from the order query.',

  'leave.later': 'Put it aside',
  'leave.home': 'Back to the start',
  'leave.cancel': 'Cancel this application',

  'opening.anew': 'Begin anew with what was typed',

  'unfinished.draft': 'A form not filled in yet: {business}',
  'unfinished.pay': 'An application waits for payment: {business}',
  'unfinished.order': 'An unfinished application: {business}',
  'unfinished.savedAt': 'Saved at {time}',
  'unfinished.drop': 'Discard',

  'section.unit': 'Unit',
  'section.unit-check': 'Verification of the unit',
  'section.legal-representative': 'Legal representative',
  'section.card': "Legal representative's bank card",
  'section.account': "Unit's bank account",
  'section.product': 'Product',
  'section.price': 'Price (yuan)',
  'section.invoice': 'Invoice',
  'section.operator': 'Operator',
  'section.seal-administrator': 'Certificate and seal administrator',
  'section.applicant': 'You',
  'section.operator-check.operator': 'Verification of the operator',
  'section.operator-check.seal-administrator': 'Verification of the administrator',
  'section.operator-check.applicant': 'Verification',
  'section.card.operator': "Operator's bank card",
  'section.card.seal-administrator': "Administrator's bank card",
  'section.card.applicant': 'Your bank card',
  'section.posting': 'Posting',
  'section.order': 'Order',
  'section.agreements': 'Agreed to',
  'section.signed': 'What is signed',
  'section.timeline': 'Progress',

  'way.count': 'One of {count}',
  'way.only': '{label}: {way} ({who})',
  'way.legal-representative-phone': 'Phone',
  'way.legal-representative-card': 'Bank card',
  'way.account-transfer': 'Unit account',
  'way.phone': 'Phone',
  'way.bank-card': 'Bank card',
  'way.who.legal-representative-phone': 'Legal representative',
  'way.who.legal-representative-card': 'Legal representative',
  'way.who.account-transfer': 'Receives 0.01 yuan',
  'way.who.phone': 'In your own name',
  'way.who.bank-card': 'Card and its phone',
  'way.leads.open': 'Choose one, and this says where the certificate password goes.',
  'way.leads.legal-representative-phone':
    "The certificate password goes by SMS to the legal representative's phone; please let that person know.",
  'way.leads.legal-representative-card':
    "The certificate password goes by SMS to the phone of the legal representative's card; please let that person know.",
  'way.leads.account-transfer':
    'We send 0.01 yuan to the account. Its remark holds a code of 6 digits, needed before the documents; tell your accountant.',
  'way.code.legal-representative-phone':
    "A code of 6 digits goes by SMS to the legal representative's phone; please let that person know.",
  'way.code.legal-representative-card':
    "A code of 6 digits goes by SMS to the phone of the legal representative's card; please let that person know.",

  'account.name': 'Account name',
  'account.nameHint': 'The name of the unit; change it there',
  'bank.search': 'Search or choose',
  'bank.other': 'Another bank, typed by hand',
  'place.unitCheck': 'Where the bank is',
  'place.posting': 'Where it is posted to',

  'check.passed.unit': 'The unit is verified ({about})',
  'check.passed.operator': 'The identity is verified ({about})',
  'check.sent': "0.01 yuan is on its way to the unit's account ({about})",
  'check.sentNext': 'Its remark holds a code of 6 digits, needed before the documents. You can go on filling in.',
  'check.returned': 'The bank sent the 0.01 yuan back ({about})',
  'check.returnedNext':
    'Account, name or bank may be wrong, so the code never arrived. Mend them and go on; it is sent again, free of charge.',
};
