import type { QueryTexts } from '../query-text.ts';

export const queryTexts: QueryTexts = {
  'ask.lead': 'See how an order stands, continue or cancel it. No key is needed.',
  'ask.kind': "Kind of the operator's ID",
  'ask.number': "Number of the operator's ID",
  'ask.numberHint': 'The operator named in the application; for a personal certificate the applicant',
  'ask.act': 'Get a code by SMS',
  'ask.next': "If there is an order for this ID, a code is sent to its operator's phone.",

  'code.sent': "If there is an order for this ID, a code has been sent to its operator's phone.",
  'code.notCome':
    'If none has come, check the kind and number of the ID. If the operator has another phone now, call the hotline.',
  'code.label': 'Code from the SMS',
  'code.change': 'Change the ID',
  'code.again': 'Before it is sent again, please solve one more sum.',
  'code.againAct': 'Send another',

  'session.over': 'Your sign-in has run out',
  'session.overNext':
    'To protect what is in your orders, please get one more code. You then come back to where you were; nothing is lost.',

  'mine.title': 'My orders',
  'mine.other': 'Another person',
  'mine.loading': 'Loading the orders',
  'mine.unfinished': 'Unfinished',
  'mine.finished': 'Ended',
  'mine.count': '{count} {count#order|orders}',
  'mine.all': 'Show all {count}',
  'mine.noneTitle': 'No orders',
  'mine.none': 'There is no order for this ID. To begin one, go home and choose a business.',
  'mine.noneUnfinished': 'Nothing is unfinished.',
  'mine.noneFinished': 'No order has been completed or cancelled yet.',
  'mine.notThere': 'Order {number} does not belong to this ID. These are all the orders that can be seen.',

  'act.details': 'Details',
  'act.continue': 'Continue',
  'act.correct': 'Correct it',
  'act.pay': 'Pay',
  'act.form': 'Application form',
  'act.invoice': 'Invoice',

  'fact.yuan': '{amount} yuan',
  'fact.key': 'Key ending in {tail}',

  'details.loading': 'Loading the order',
  'details.holder': 'Certificate for',
  'details.created': 'Begun',
  'details.password': 'Certificate password',
  'details.materials': 'Documents',

  'password.legal-representative-phone': "By SMS to the legal representative's phone",
  'password.legal-representative-card': "By SMS to the phone of the legal representative's bank card",
  'password.account-transfer': 'In the remark of the 0.01 yuan transfer',

  'returned.title': 'Sent back: {count} {count#thing|things} to correct',
  'returned.next': 'Hand it in again when corrected; it costs nothing more.',

  'material.stored': 'uploaded',
  'material.empty': 'to be uploaded',

  'invoice.note':
    'Sent to {email} within 24 hours of payment. Office mail servers sometimes drop it; look among the spam if it does not come.',
  'invoice.noEmail': "Sent to the operator's e-mail within 24 hours of payment.",

  'posting.later': 'Posted once the certificate is made; the tracking number then comes by SMS.',
  'posting.promised': 'Posted by {date}; the tracking number then comes by SMS.',
  'posting.sent': "Posted on {date}; the tracking number is in that day's SMS.",

  'form.opened': 'It was opened in a new tab.',
  'form.open': 'It did not open? Choose this link',
};
