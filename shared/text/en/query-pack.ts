import type { QueryPack } from '../query-pack.ts';
import { queryTexts } from './query.ts';

export const queryPack: QueryPack = {
  texts: queryTexts,
  standings: {
    drafting: { word: 'Being filled in', next: 'Not complete yet; everything typed is kept.' },
    filled: { word: 'To be confirmed', next: 'Filled in. Please read it through and confirm.' },
    confirmed: { word: 'To be handed in', next: 'Confirmed. One more step and it can be handed in.' },
    submitted: { word: 'To be signed', next: 'Handed in. Please sign with a code by SMS.' },
    'to-pay': { word: 'To be paid', next: 'Documents and signature are done; the review begins once it is paid.' },
    signed: { word: 'Signed', next: 'Signed, and on its way to the review.' },
    accepted: { word: 'In review', next: 'Being reviewed; the result comes by SMS and e-mail.' },
    returned: { word: 'Sent back', next: 'Something is to be corrected; it costs nothing more.' },
    approved: { word: 'Approved', next: 'The certificate is made next; until then it can be cancelled.' },
    making: { word: 'Being made', next: 'The certificate is being made; it can no longer be cancelled.' },
    made: { word: 'Made', next: 'The certificate is made and on its way to you.' },
    posted: { word: 'Posted', next: 'When it arrives, check the key and its password first.' },
    completed: { word: 'Completed', next: 'The certificate can be used.' },
    cancelled: { word: 'Cancelled', next: 'This order goes no further. Nothing was charged.' },
    lapsed: { word: 'Lapsed', next: 'Not continued for too long, so it was closed. To apply, begin anew.' },
    refunding: { word: 'Being refunded', next: 'Cancelled; the money is on its way back.' },
    refunded: { word: 'Refunded', next: 'Cancelled; the money has been paid back.' },
  },
};
