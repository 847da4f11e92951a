/** RFC 7515 section 4 and RFC 7519 section 4: names are unique. Of two readings a signature covers both, and means neither. */
import fc from 'fast-check';
import { INVALID, type MakeFraud, verbs } from './fraud.ts';
import { compact, headerOf } from './order-book.ts';

const IN_HEADER = ['"alg":"none"', '"alg":"ES256"', '"kid":"stranger"', '"typ":"JWT"', '"\\u0061lg":"none"'];
const IN_PAYLOAD = [
  '"aud":"certbridge-service"',
  '"verb":"making.initialise"',
  '"serial":"another"',
  '"seri\\u0061l":"another"',
  '"exp":9999999999',
  '"jti":"0000000000000000"',
  '"terms":{}',
  '"terms":{"wipeInitialised":true}',
];

/** A second member of that name in an object's text. */
const doubled = (text: string, member: string, last: boolean) =>
  last ? `${text.slice(0, -1)},${member}}` : `{${member},${text.slice(1)}`;

export const ambiguousOrders: fc.Arbitrary<MakeFraud> = fc
  .tuple(verbs, fc.oneof(fc.constantFrom(...IN_HEADER), fc.constantFrom(...IN_PAYLOAD)), fc.boolean())
  .map(([verb, member, last]) => (book) => {
    const [signer] = book.key.signers;
    const [header, payload] = [headerOf(signer), JSON.stringify(book.claims(verb))];
    const unsigned = IN_HEADER.includes(member)
      ? { header: doubled(header, member, last), payload }
      : { header, payload: doubled(payload, member, last) };
    return { kind: 'ambiguous', verb, workOrder: compact(unsigned, signer), expected: INVALID };
  });
