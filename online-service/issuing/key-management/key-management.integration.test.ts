import { createDecipheriv, createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { validityOfNew } from '@certbridge/shared/domain/certificate-validity.ts';
import { sm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { untilDeath } from '../../testing/deaths.ts';
import { builtInAuthority } from '../built-in/built-in-authority.ts';
import { SIGNING_LEASE_MS } from '../built-in/issuing-tools.ts';
import { pem } from '../ceremony/pem.ts';
import { octetsOfBits, partsOf, readElement } from '../der/der-reader.ts';
import { sm2PrivateNumber } from '../keys/sm2/sm2-private-key.ts';
import { everyDeathOf } from '../testing/dying-issuer.ts';
import { issuedOf, issuingDesk, newKey, orderFor, UNIT } from '../testing/issuing-desk.ts';
import { openssl } from '../testing/openssl.ts';
import type { OpensslKey } from '../testing/request-by-openssl.ts';
import { keyManagement } from './key-management.ts';
import type { WrappedKey } from './wrap-key.ts';

const { tools, clock, db } = await issuingDesk();
const authority = builtInAuthority(tools);
const desk = keyManagement({ ...tools, authority });

/** A signed order, and what the maker's desk asks for its encryption pair. */
async function signedOrder(algorithm: OpensslKey['algorithm']) {
  const key = newKey(algorithm);
  const order = orderFor(key, 'sign');
  issuedOf(await authority.issue(order));
  const pair = {
    orderId: order.orderId,
    profile: 'unit' as const,
    holder: UNIT,
    validity: validityOfNew(tools.now(), 1),
    algorithm,
    signingKey: key.publicKey,
  };
  return { key, pair };
}

/** As the holder's key opens it; PKCS#8, or for SM2 the number d. */
function opened({ wrapped }: WrappedKey, { algorithm, pem: key }: OpensslKey): Buffer {
  if (algorithm === 'sm2') return openedSm2(wrapped, key);
  return openssl({ wrapped, key }, 'cms', '-decrypt', '-inform', 'DER', '-in', '@wrapped', '-inkey', '@key', '-binary');
}

function openedSm2(wrapped: Buffer, key: string): Buffer {
  const [, cipher, , encrypted] = partsOf(readElement(wrapped));
  const [x, y, check, text] = cipher ? partsOf(cipher) : [];
  const half = (bytes: Buffer = Buffer.alloc(0)) =>
    Buffer.concat([Buffer.alloc(32), bytes])
      .subarray(-32)
      .toString('hex');
  const hex = `${half(x?.content)}${half(y?.content)}${check?.content.toString('hex')}${text?.content.toString('hex')}`;
  const symmetric = Buffer.from(sm2.doDecrypt(hex, sm2PrivateNumber(createPrivateKey(key)), 1, { output: 'array' }));
  const decipher = createDecipheriv('sm4-ecb', symmetric, null).setAutoPadding(false);
  return Buffer.concat([decipher.update(octetsOfBits(encrypted)), decipher.final()]);
}

const publicOf = (pkcs8: Buffer) =>
  createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })).export({
    format: 'pem',
    type: 'spki',
  });

describe.each(['rsa-2048', 'p256', 'sm2'] as const)('an encryption pair for %s', (algorithm) => {
  it("is certified, and comes wrapped to the holder's signing key", async () => {
    const { key, pair } = await signedOrder(algorithm);
    const made = await desk.issueEncryptionPair(pair);
    if (made.outcome !== 'issued') throw new Error(made.outcome);
    const leaf = pem('CERTIFICATE', made.chain[0] ?? Buffer.alloc(0));
    const certified = openssl({ leaf }, 'x509', '-in', '@leaf', '-noout', '-pubkey').toString();
    const inner = opened(made, key);
    if (algorithm === 'sm2') expect(sm2.getPublicKeyFromPrivateKey(inner.toString('hex'))).toBe(pointOf(certified));
    else expect(publicOf(inner)).toBe(certified);
    const again = await desk.issueEncryptionPair(pair);
    expect(again).toMatchObject({ outcome: 'issued', serialNumber: made.serialNumber });
  });
});

it('lies sealed in the database', async () => {
  const { pair } = await signedOrder('p256');
  await desk.issueEncryptionPair(pair);
  const kept = await tools.transact(({ encryptionKeys }) => encryptionKeys.ofOrder(pair.orderId));
  const row = await db
    .selectFrom('encryption_key')
    .select('sealed')
    .where('order_id', '=', pair.orderId)
    .executeTakeFirstOrThrow();
  expect(Buffer.from(row.sealed).includes(kept?.privateKey.subarray(-32) ?? '')).toBe(false);
  expect(Buffer.from(row.sealed).toString('latin1')).not.toContain(kept?.privateKey.toString('base64').slice(0, 40));
});

it('a process that dies anywhere while it makes one leaves one pair and one certificate', async () => {
  const moments = await everyDeathOf(tools, async (dying) => {
    const { key, pair } = await signedOrder('p256');
    const dyingDesk = keyManagement({ ...dying.tools, authority: builtInAuthority(dying.tools) });
    await untilDeath(dyingDesk.issueEncryptionPair(pair));
    clock.now = new Date(clock.now.getTime() + SIGNING_LEASE_MS);
    const made = await desk.issueEncryptionPair(pair);
    if (made.outcome !== 'issued') throw new Error(made.outcome);
    expect(publicOf(opened(made, key))).toBe(
      openssl(
        { leaf: pem('CERTIFICATE', made.chain[0] ?? Buffer.alloc(0)) },
        'x509',
        '-in',
        '@leaf',
        '-noout',
        '-pubkey',
      ).toString(),
    );
    const rows = await db.selectFrom('issuance').select('use').where('order_id', '=', pair.orderId).execute();
    expect(rows.map(({ use }) => use).sort()).toEqual(['encrypt', 'sign']);
  });
  // Look, keep the pair, reserve, sign, keep the certificate.
  expect(moments).toBe(5);
});

describe('recovery needs two others than who asks', () => {
  const asked = async () => {
    const { pair } = await signedOrder('p256');
    await desk.issueEncryptionPair(pair);
    const recipient = newKey('rsa-2048');
    const id = await desk.askRecovery({
      orderId: pair.orderId,
      reason: 'UKey 丢失',
      recipient: recipient.publicKey,
      by: 'wang',
    });
    return { id: id ?? '', pair, recipient };
  };

  it('the second approval releases the key, wrapped to the recipient, once', async () => {
    const { id, pair, recipient } = await asked();
    expect(await desk.approveRecovery(id, 'wang')).toEqual({ outcome: 'refused', why: 'own' });
    expect(await desk.approveRecovery(id, 'li')).toEqual({ outcome: 'waiting', approvals: 1 });
    expect(await desk.approveRecovery(id, 'li')).toEqual({ outcome: 'refused', why: 'approved-before' });
    const released = await desk.approveRecovery(id, 'zhao');
    if (released.outcome !== 'released') throw new Error(released.outcome);
    const kept = await tools.transact(({ encryptionKeys }) => encryptionKeys.ofOrder(pair.orderId));
    expect(opened(released.key, recipient)).toEqual(kept?.privateKey);
    expect(await desk.approveRecovery(id, 'qian')).toEqual({ outcome: 'refused', why: 'released-before' });
  });

  it('two that approve at the same moment are counted one after the other', async () => {
    const { id } = await asked();
    const outcomes = await Promise.all(['li', 'zhao', 'qian'].map((by) => desk.approveRecovery(id, by)));
    expect(outcomes.filter(({ outcome }) => outcome === 'released')).toHaveLength(1);
  });

  it('is refused for an order without a pair, an unfit recipient, or a number that nobody was given', async () => {
    const { pair } = await asked();
    const key = newKey('p256').publicKey;
    const about = { reason: 'x', by: 'wang' };
    expect(await desk.askRecovery({ ...about, orderId: randomUUID(), recipient: key })).toBeUndefined();
    expect(
      await desk.askRecovery({ ...about, orderId: pair.orderId, recipient: newKey('sm2').publicKey }),
    ).toBeUndefined();
    expect(await desk.approveRecovery(randomUUID(), 'li')).toEqual({ outcome: 'refused', why: 'unknown' });
  });
});

function pointOf(publicKeyPem: string): string {
  const der = Buffer.from(publicKeyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  return der.subarray(-65).toString('hex');
}
