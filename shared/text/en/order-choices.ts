import type { InWords } from '../text-places.ts';
import type { orderChoiceTexts as zhCN } from '../zh-CN/order-choices.ts';

export const orderChoiceTexts: InWords<typeof zhCN> = {
  'product.years': '{years} {years#year|years}',
  'product.priced': '{price} yuan a year, {kind}',
  'product.kind.main': 'kept in a key',
  'product.kind.sub': 'for a colleague; needs no seal sheet',
  'product.kind.hosted': 'hosted, without a key',
  'product.key.yes': 'A new one',
  'product.key.no': 'The one I have',
  'product.keyText.yes': 'Posted with the certificate',
  'product.keyText.no': 'Written onto it; nothing is posted',
  'seal.none': 'No seal',
  'seal.company': 'Company seal',
  'seal.company-and-legal-representative': "Company and legal representative's seals",
  'seal.personal': 'Personal seal',
  'seal.text.none': 'Can be added later',
  'seal.text.company': 'One, from the sheet',
  'seal.text.company-and-legal-representative': 'Two, from the sheet',
  'seal.text.personal': 'One, from the sheet',

  'price.certificate': 'Certificate, {count} {count#year|years}',
  'price.key': 'Key, {count}',
  'price.seal': 'Seal, {count}',
  'price.service': 'Fee',
  'price.total': 'Total (yuan)',
  'price.open': 'Choose above, and the price shows here.',

  'invoice.title': 'Invoice to',
  'invoice.titleHint': 'The name of the unit; change it on its page',

  'operator.text.operator': 'Whoever does this for the unit, and hears of review and posting.',
  'operator.text.seal-administrator': 'Whoever holds the certificate and seals from a phone, and hears of the review.',
  'operator.text.applicant': 'The certificate is made out to you: as on your ID, please.',

  'captcha.label': 'A small sum',
  'captcha.hint': 'The result; it keeps machines out',
  'captcha.missing': 'Please fill in the result.',
  'consent.before': 'I have read and agree to the ',
  'consent.and': ' and the ',
  'consent.missing': 'Please read them and tick the box.',
  'agreement.service-agreement': 'Certificate service agreement',
  'agreement.privacy-policy': 'Privacy policy',
  'agreement.version': 'Version {version}',
  'agreement.chineseRules': 'The Chinese text is the one that counts.',
};
