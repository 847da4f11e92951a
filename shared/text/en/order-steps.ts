import type { InWords } from '../text-places.ts';
import type { orderStepTexts as zhCN } from '../zh-CN/order-steps.ts';

export const orderStepTexts: InWords<typeof zhCN> = {
  'order.number': 'Order number',
  'order.business': 'Business',
  'order.channel': 'Channel',
  'order.validity': 'Validity',

  'confirm.lead': 'Please read it from the top. What you confirm here is what will be signed.',
  'confirm.validity': 'It counts from the day of issue; this is as if it were issued today.',
  'confirm.edit': 'Edit: {title}',
  'confirm.next': 'Documents and signature are next; payment comes last.',
  'digest.comparing': 'Comparing with the service',
  'digest.same': 'The same as at the service, digest',
  'digest.differs': 'What stands here is not what the service has',
  'digest.differsNext':
    'You are to sign what you see, so this stops here. Put it aside, open it again and look; if it still differs, call the hotline.',

  'authorise.label': 'Authorisation code, 6 digits',
  'authorise.transfer':
    "Find the 0.01 yuan among the payments to the unit's account, and type the 6 digits of its remark.",
  'authorise.phone': 'The code of 6 digits goes to the legal representative; ask that person for it.',
  'authorise.transferAgain': 'Not there? Sending again means another 0.01 yuan; the earlier code is void then.',
  'authorise.phoneAgain': 'Not arrived, or some minutes old? Send it again; the newest message counts.',
  'authorise.next': 'It goes on by itself when the code is right.',

  'materials.picture': 'One picture each (jpg, png, gif) of at most {size} MB; larger ones can be compressed here.',
  'materials.stamp': 'The original, or a copy with a real stamp; stamps added by software are sent back.',
  'materials.mark': 'If it says "for this purpose only", the purpose must be: {business}.',
  'materials.template': 'Download the filled-in template (PDF)',
  'materials.missing': '{count} {count#document is|documents are} missing.',
  'materials.sending': 'Uploading; hand in when it is done.',
  'materials.complete': 'Complete. Signing is next.',
  'materials.done': 'Uploaded, {size}',
  'materials.notShrinkable':
    'Within the limit its text could not be read. Take another picture, of the document alone, without margins.',

  'rule.business-licence': 'Original or duplicate, all four corners, readable',
  'rule.legal-representative-id': 'Both sides in one picture',
  'rule.operator-id-portrait': 'The side with the photograph, all four corners',
  'rule.operator-id-emblem': 'The side with emblem and validity, all four corners',
  'rule.authorisation-letter': 'The template, signed by the legal representative and stamped',
  'rule.seal-sheet': 'Stamp within the frame of the template',
  'rule.personal-seal-sheet': 'Sign or seal the template, then stamp it',
  'rule.remittance-voucher': 'Amount, account and date must be readable',

  'phone.label': 'By phone: {title}',
  'phone.ask': 'Scan it with the camera of your phone or WeChat; the picture comes here by itself',
  'phone.waiting': 'Waiting for the phone; this page goes on by itself',
  'phone.expired': 'The code has expired',
  'phone.another': 'Another code',
  'phone.close': 'Upload a file instead',

  'sign.lead': 'Signed by: {who}. The code signs only the application below; tell nobody.',
  'sign.name': 'Certificate name',
  'sign.document': 'See the application form (PDF)',
  'sign.to': 'The code goes to {to}.',
  'sign.code': 'Signing code',
  'sign.how': 'It is signed with the sixth digit; there is no button.',
  'sign.next': 'Signed, the application is handed in; payment, if any, follows.',

  'cancel.question': 'Cancel this application?',
  'cancel.text': '{business}, order {number}.',
  'cancel.data': 'What was filled in and uploaded is deleted',
  'cancel.free': 'Nothing was paid, so nothing is charged',
  'cancel.refund': 'What was paid is paid back',
  'cancel.ifPaid': 'Nothing is charged. If you have just paid, it goes back the way it came',
  'cancel.forGood': 'It cannot be undone; you can apply anew',
  'cancel.keep': 'Keep it',
  'cancel.act': 'Cancel the application',
  'cancel.busy': 'Cancelling',

  'failure.transfer': "Use the unit's account instead",
  'failure.otherOrder': 'Go on with that one',
  'failure.cancelThis': 'Cancel this one',
  'failure.query': 'Go to the order query',
};
