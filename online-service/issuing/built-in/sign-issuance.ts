import { octetsOfBits, partsOf, readElement } from '../der/der-reader.ts';
import { signed } from '../keys/signing-key.ts';
import type { Issuance } from './issuance.ts';
import type { IssuingTools } from './issuing-tools.ts';

/** A module signed what nobody can verify. */
export class SignatureBroken extends Error {
  override readonly name = 'SignatureBroken';
}

/** Signs what was stored, sees that the signature verifies, and stores it; the first that was stored is the certificate. */
export async function signIssuance(tools: IssuingTools, issuance: Issuance): Promise<Buffer> {
  const authority = tools.authorities.of.get(issuance.authority);
  if (!authority) throw new Error('the authority of a reserved certificate is not open');
  const certificate = await signed(authority.key, issuance.toBeSigned);
  const [message, , bits] = partsOf(readElement(certificate));
  const stands = message?.whole.equals(issuance.toBeSigned) === true;
  if (!stands || !authority.verify(issuance.toBeSigned, octetsOfBits(bits))) {
    throw new SignatureBroken('a signature of the authority does not verify');
  }
  return tools.transact(({ issuances }) => issuances.complete(issuance.id, certificate, tools.now()));
}
