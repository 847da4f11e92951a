import { createHash } from 'node:crypto';
import type { PairUse } from '@certbridge/shared/contract/work-order.ts';
import { createSignedData } from '../../../formats/cms/create-signed-data.ts';
import { samePublicKey } from '../../../formats/public-key/public-key.ts';
import type { OpenToken } from '../open-token.ts';
import { refuse } from '../refused.ts';
import type { stepsOf } from '../steps.ts';
import { destroyAll, findPair, type OrderPair, publicKeysOf, taggedCertificates } from './order-pairs.ts';
import { orderTag } from './order-tag.ts';
import { readParts, type TokenCertificate, tokenCertificates } from './token-certificates.ts';
import { algorithmOf, provesItself, tokenSigner } from './token-signer.ts';

type Certificate = NonNullable<ReturnType<typeof readParts>>;

export interface CertificateForPair {
  readonly use: PairUse;
  /** The holder's own first, then the authorities above it; base64 DER. */
  readonly chain: readonly string[];
}

export interface ReadyToInstall {
  readonly pair: OrderPair;
  readonly own: Certificate;
  readonly chain: readonly Certificate[];
}

/** What an object takes beside its certificate. */
const OVERHEAD_BYTES = 256;
const AUTHORITY_ID_BYTES = 20;

/** Everything that can be wrong with the certificates, found before one of them is written. Needs a login. */
export function readyToInstall(
  token: OpenToken,
  order: string,
  certificates: readonly CertificateForPair[],
): ReadyToInstall[] {
  const ready = certificates.map((certificate) => match(token, order, certificate));
  if (new Set(ready.map(({ pair }) => pair.use)).size !== ready.length) mismatch('one use twice');
  for (const use of ['sign', 'encrypt'] as const) {
    const made = publicKeysOf(token.session, { order, use }).length > 0;
    // Both certificates of a holder are renewed together, or a bid could be signed and never opened.
    if (made && !certificates.some((certificate) => certificate.use === use)) mismatch(`${use} certificate missing`);
  }
  needRoom(token, order, ready);
  return ready;
}

function match(token: OpenToken, order: string, { use, chain }: CertificateForPair): ReadyToInstall {
  const [own, ...above] = chain.map((der) => readParts(Buffer.from(der, 'base64')));
  if (!own || above.some((one) => one === undefined)) mismatch('not a certificate');
  const authorities = above.filter((one) => one !== undefined);
  const pair = findPair(token.session, { order, use });
  if (!pair || !samePublicKey(pair.publicKey, own.publicKey)) mismatch(`${use}: another key's certificate`);
  const steps = [own, ...authorities];
  const broken = authorities.some(
    ({ subject }, index) => !Buffer.from(subject).equals(steps[index]?.issuer ?? subject),
  );
  if (broken) mismatch('chain');
  return { pair, own, chain: authorities };
}

function mismatch(support: string): never {
  return refuse('CERTIFICATE_MISMATCH', { support });
}

function needRoom({ session }: OpenToken, order: string, ready: readonly ReadyToInstall[]): void {
  const { freeBytes } = session.status();
  if (freeBytes === undefined) return;
  const missing = ready.filter(({ own, pair }) => !written(taggedCertificates(session, { order, use: pair.use }), own));
  const needed = missing.reduce((sum, { own }) => sum + own.der.length + OVERHEAD_BYTES, 0);
  if (freeBytes < needed) refuse('KEY_FULL', { support: `${freeBytes} of ${needed} bytes` });
}

function written(onToken: readonly TokenCertificate[], { fingerprint }: Certificate): TokenCertificate | undefined {
  return onToken.find((certificate) => certificate.fingerprint === fingerprint);
}

/** Writes beside what is there, reads back, and lets the new pair prove itself. Asked again, it writes what is missing. */
export function installCertificates(
  token: OpenToken,
  { order, ready }: { readonly order: string; readonly ready: readonly ReadyToInstall[] },
  step: ReturnType<typeof stepsOf>,
): void {
  for (const { pair, own, chain } of ready) {
    step('writing');
    writeOwn(token, { order, use: pair.use }, own);
    for (const authority of chain) writeAuthority(token, authority);
    step('verifying');
    verifyInstalled(token, order, { pair, own, chain });
  }
}

/** Steps that `installCertificates` tells of. */
export const installSteps = (certificates: readonly CertificateForPair[]): number => certificates.length * 2;

function writeOwn(token: OpenToken, place: { readonly order: string; readonly use: PairUse }, own: Certificate): void {
  const { session } = token;
  if (!written(taggedCertificates(session, place), own)) {
    token.sameKey();
    session.writeCertificate({ ...own, ...orderTag(place.order, place.use) });
  }
  // What else this order wrote here is a damaged writing of the same: it goes only now that the good one can be read.
  const now = taggedCertificates(session, place);
  if (!written(now, own)) refuse('WRITE_NOT_VERIFIED', { support: 'certificate not read back' });
  destroyAll(
    token,
    now.filter(({ fingerprint }) => fingerprint !== own.fingerprint).map(({ object }) => object),
  );
}

/** For the chain of later signatures. A root is trusted by being known, not by standing on a key. */
function writeAuthority(token: OpenToken, authority: Certificate): void {
  const isRoot = Buffer.from(authority.subject).equals(authority.issuer);
  if (isRoot || written(tokenCertificates(token.session), authority)) return;
  const { freeBytes } = token.sameKey();
  if (freeBytes !== undefined && freeBytes < authority.der.length + OVERHEAD_BYTES) return;
  const id = createHash('sha256').update(authority.publicKey).digest().subarray(0, AUTHORITY_ID_BYTES);
  token.session.writeCertificate({ ...authority, id, label: 'CA' });
}

/** Read back, signed with and verified; and for an encryption certificate a block opened. */
export function verifyInstalled(token: OpenToken, order: string, { pair, own }: ReadyToInstall): void {
  const { session } = token;
  const onToken = written(taggedCertificates(session, { order, use: pair.use }), own);
  const works = onToken && provesItself(session, { ...pair, publicKey: own.publicKey });
  if (!works) refuse('WRITE_NOT_VERIFIED', { support: `${pair.use} does not sign` });
  const algorithm = algorithmOf(own.publicKey);
  const canOpen = pair.use === 'encrypt' && algorithm !== undefined && session.capabilities.opens(algorithm);
  if (canOpen && !session.opens(pair.key, own.publicKey)) {
    refuse('WRITE_NOT_VERIFIED', { support: 'encrypt does not open' });
  }
}

export interface ReceiptFor {
  readonly verb: 'renewal.install' | 'making.install';
  readonly order: string;
  readonly ready: readonly ReadyToInstall[];
  readonly time: Date;
}

/**
 * CMS SignedData, detached, by the new signing pair. Signed are the lines of `receiptText`, which the service can write
 * down too.
 */
export async function installReceipt(token: OpenToken, receipt: ReceiptFor): Promise<Uint8Array> {
  const signing = receipt.ready.find(({ pair }) => pair.use === 'sign') ?? receipt.ready[0];
  if (!signing) return refuse('CERTIFICATE_MISMATCH', { support: 'no certificate' });
  const fingerprints = receipt.ready.map(({ own }) => own.fingerprint);
  const text = receiptText({ verb: receipt.verb, order: receipt.order, serial: token.key.serial, fingerprints });
  return createSignedData({
    signer: tokenSigner(token.session, signing.pair),
    certificate: signing.own.der,
    chain: signing.chain.map(({ der }) => der),
    over: { content: Buffer.from(text) },
    time: receipt.time,
  });
}

/** Verb, order, key serial, and the fingerprints in the order of the request; one a line, each line ended. */
export function receiptText(said: {
  readonly verb: string;
  readonly order: string;
  readonly serial: string;
  readonly fingerprints: readonly string[];
}): string {
  return [said.verb, said.order, said.serial, ...said.fingerprints].map((line) => `${line}\n`).join('');
}
