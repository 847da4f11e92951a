import { createHash } from 'node:crypto';
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { ephemeralKey, open, publicText, seal, suite } from './hpke.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex')).buffer;
const hexOf = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex');
const INFO = hex('4f6465206f6e2061204772656369616e2055726e');
const PLAIN = hex('4265617574792069732074727574682c20747275746820626561757479');

/** RFC 9180, appendix A.3.1: our KEM and KDF, with the AEAD that the RFC prints for them. */
const A3 = {
  ikmE: '4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e',
  ikmR: '668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550',
  pkRm: '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  enc: '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  ciphertexts: [
    '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
    'fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82',
    '895cabfac50ce6c6eb02ffe6c048bf53b7f7be9a91fc559402cbc5b8dcaeb52b2ccc93e466c28fb55fed7a7fec',
  ],
};

/** The published vectors of our very suite: keys and enc, and SHAKE128 over 1,000 ciphertexts of drawn inputs. */
const OURS = {
  ikmE: 'a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c',
  ikmR: 'a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3',
  enc: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
  shakeOfCiphertexts: '8d3263541fc1695b6e88ff3a1208577c',
};

describe('RFC 9180', () => {
  it('A.3.1: derives the keys, seals and opens what the RFC prints', async () => {
    const printed = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
    const recipient = await printed.kem.deriveKeyPair(hex(A3.ikmR));
    expect(hexOf(await printed.kem.serializePublicKey(recipient.publicKey))).toBe(A3.pkRm);
    const keys = { recipientPublicKey: recipient.publicKey, info: INFO, ekm: hex(A3.ikmE) };
    const sender = await printed.createSenderContext(keys);
    expect(hexOf(sender.enc)).toBe(A3.enc);
    const receiver = await printed.createRecipientContext({ recipientKey: recipient, enc: hex(A3.enc), info: INFO });
    for (const [count, ciphertext] of A3.ciphertexts.entries()) {
      const aad = new TextEncoder().encode(`Count-${count}`);
      expect(hexOf(await sender.seal(PLAIN, aad))).toBe(ciphertext);
      expect(hexOf(await receiver.open(hex(ciphertext), aad))).toBe(hexOf(PLAIN));
    }
  });

  it('our suite: 1,000 messages, as published', async () => {
    const recipient = await suite.kem.deriveKeyPair(hex(OURS.ikmR));
    const sender = await suite.createSenderContext({
      recipientPublicKey: recipient.publicKey,
      info: INFO,
      ekm: hex(OURS.ikmE),
    });
    expect(hexOf(sender.enc)).toBe(OURS.enc);
    const draw = drawing();
    const sink = createHash('shake128', { outputLength: 16 });
    for (let count = 0; count < 1_000; count += 1) {
      const [aad, plain] = [draw(), draw()];
      sink.update(new Uint8Array(await sender.seal(plain, aad)));
    }
    expect(sink.digest('hex')).toBe(OURS.shakeOfCiphertexts);
  });
});

describe('what is sealed', () => {
  const bound = { info: 'for this key', aad: 'once' };
  const plain = new TextEncoder().encode('secret');

  it('opens with its key, for its purpose', async () => {
    const pair = await ephemeralKey();
    expect(await open(pair, await seal(await publicText(pair), plain, bound), bound)).toEqual(plain);
  });

  it('opens with no other key, for no other purpose, and not when one bit of it is altered', async () => {
    const [pair, other] = await Promise.all([ephemeralKey(), ephemeralKey()]);
    const sealed = await seal(await publicText(pair), plain, bound);
    expect(await open(other, sealed, bound)).toBeUndefined();
    expect(await open(pair, sealed, { ...bound, info: 'for that key' })).toBeUndefined();
    expect(await open(pair, sealed, { ...bound, aad: 'twice' })).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ (1 << (index % 8));
      expect(await open(pair, altered.toString('base64'), bound), `byte ${index}`).toBeUndefined();
    }
    for (const cut of [0, 1, 64, 65, 80]) {
      expect(await open(pair, bytes.subarray(0, cut).toString('base64'), bound)).toBeUndefined();
    }
  });

  it('has its private key where nobody can take it out', async () => {
    const pair = await ephemeralKey();
    await expect(crypto.subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow();
  });
});

/** Inputs as the published vectors draw them: SHAKE128 of nothing, one byte of length and then so many. */
function drawing(): () => ArrayBuffer {
  const stream = createHash('shake128', { outputLength: 2_000 * 256 }).digest();
  let at = 0;
  return () => {
    const length = stream[at] ?? 0;
    const drawn = new Uint8Array(stream.subarray(at + 1, at + 1 + length)).buffer;
    at += 1 + length;
    return drawn;
  };
}
