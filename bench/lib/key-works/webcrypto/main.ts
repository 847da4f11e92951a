/** The same work by node-webcrypto-p11, as its users do it. */
import { Crypto, type CryptoKey } from 'node-webcrypto-p11';
import { type KeyWork, serveWork } from '../work-process.ts';

const order = JSON.parse(process.argv[2] ?? 'null') as KeyWork;
const digest = Buffer.alloc(32, 0xab);
const FORM = {
  'rsa-2048': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  p256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
} as const;
const WORKS = { sign: signer, list: async () => list, read: reader } as const;

serveWork(await WORKS[order.work]());

/** It takes a slot by its place, and initialises the module for each. */
function list(): void {
  for (let slot = 0; slot < order.keys; slot += 1) {
    const crypto = new Crypto({ library: order.library, slot });
    if (!crypto.slot.getToken().serialNumber) throw new Error('no key');
    crypto.close();
  }
}

async function reader(): Promise<() => Promise<void>> {
  const crypto = onKey();
  return async () => {
    crypto.reset();
    const certificates = await crypto.certStorage.keys();
    for (const index of certificates) await crypto.certStorage.getItem(index);
    if (certificates.length === 0) throw new Error('no certificate');
  };
}

/** A new session and login for each, in one initialised module. */
async function signer(): Promise<() => Promise<void>> {
  const crypto = onKey();
  const algorithm = FORM[order.algorithm];
  crypto.login(order.pin);
  let id = '';
  for (const index of await privateKeys(crypto)) {
    const { algorithm: its } = await crypto.keyStorage.getItem(index);
    if (its.name === algorithm.name) id = index.slice(index.lastIndexOf('-'));
  }
  if (id === '') throw new Error('no private key');
  return async () => {
    crypto.reset();
    crypto.login(order.pin);
    const index = (await privateKeys(crypto)).find((one) => one.endsWith(id)) ?? '';
    const key = (await crypto.keyStorage.getItem(index, algorithm, true, ['sign'])) as CryptoKey;
    await crypto.subtle.sign(algorithm, key, digest);
    crypto.logout();
  };
}

async function privateKeys(crypto: Crypto): Promise<string[]> {
  return (await crypto.keyStorage.keys()).filter((index) => index.startsWith('private-'));
}

function onKey(): Crypto {
  for (let slot = 0; slot < order.keys; slot += 1) {
    const crypto = new Crypto({ library: order.library, slot, readWrite: true });
    if (crypto.slot.getToken().serialNumber.trim() === order.serial) return crypto;
    crypto.close();
  }
  throw new Error('no such key');
}
