import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameAndKeyOf } from '../certificates/name-and-key.ts';
import { type KeySecrets, openKey } from '../keys/open-key.ts';
import { addressesOf } from './addresses.ts';
import { responderCertificate } from './authority-certificates.ts';
import { crlNumberOf } from './crl-number-of.ts';
import { MANIFEST_FILE, type Manifest, manifest } from './manifest.ts';
import { fromPem, pem } from './pem.ts';
import { rootCrl } from './root-crl.ts';

/** What runs out within a year: the responders' certificates and the roots' lists. The roots' keys must be there. */
export async function renewPapers(folder: string, secrets: KeySecrets, now: Date): Promise<Manifest> {
  const whole = manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')));
  for (const { algorithm, ...places } of whole.authorities) {
    const read = async (name: string) => fromPem(await readFile(join(folder, `${algorithm}-${name}.pem`), 'utf8'));
    const open = (place: keyof typeof places) => openKey({ folder, algorithm, place: places[place] }, secrets);
    const root = { name: nameAndKeyOf(await read('root')).name, key: await open('root') };
    const issuing = { name: nameAndKeyOf(await read('issuing')).name, key: await open('issuing') };
    const below = { now, addresses: addressesOf(whole.url, algorithm) };
    const responder = await responderCertificate(issuing, nameAndKeyOf(await read('responder')), below);
    const list = await rootCrl(root, crlNumberOf(await read('root-crl')) + 1, now);
    await replace(join(folder, `${algorithm}-responder.pem`), pem('CERTIFICATE', responder));
    await replace(join(folder, `${algorithm}-root-crl.pem`), pem('X509 CRL', list));
  }
  return whole;
}

/** Whole or not at all. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o644 });
  await rename(`${path}.new`, path);
}
