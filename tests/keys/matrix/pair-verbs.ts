/** The verbs that work a pair, for one algorithm on one key, from making to the retirement of what was renewed. */
import { createHash } from 'node:crypto';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { KeyAlgorithm, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { hash } from '../../../native-host/formats/digests.ts';
import { FORM_OF, type Issued, openAuthority } from '../through-host/authority.ts';
import { checkSignature } from '../through-host/check-signature.ts';
import { listedLabels } from './pkcs11-tool.ts';
import { expectThat, need } from './rows.ts';
import type { Subject } from './subject.ts';

const CONTENT = Buffer.from('投标申请\r\n');
const USES = ['sign', 'encrypt'] as const;
const FORMS: Readonly<Record<KeyAlgorithm, readonly SignatureForm[]>> = {
  'rsa-2048': ['rsa-pkcs1-sha256', 'rsa-pss-sha256'],
  p256: ['ecdsa-p256-sha256'],
  sm2: ['sm2-sm3'],
};

export async function pairVerbs(subject: Subject, algorithm: KeyAlgorithm): Promise<void> {
  const { desk, key, pin } = subject;
  const { serial } = key;
  const authority = await openAuthority(algorithm);
  const row = <Value>(verb: string, work: () => Promise<Value>) => subject.row({ verb, algorithm }, work);
  const pairs = USES.map((use) => ({ use, algorithm }));
  const [make, renew] = [`MAKE-${algorithm}`, `RENEW-${algorithm}`];

  const prepared = await row('making.prepare', async () => {
    const ordered = { serial, order: make, terms: { pairs } };
    const first = need(await desk.work('making.prepare', ordered, { pin }));
    const again = need(await desk.work('making.prepare', ordered, { pin }));
    const [one, other] = [await authority.issue(first.requests), await authority.issue(again.requests)];
    expectThat(sameCertificates(one, other), 'asked twice, it made two pairs');
    return one;
  });
  // Without a pair the rest can only say the same again.
  if (!prepared) return;
  const old = prepared;
  const fingerprints = old.map(({ chain: [own = ''] }) => fingerprintOf(own));

  await row('making.install', async () => {
    const made = need(await desk.work('making.install', { serial, order: make }, { pin, certificates: old }));
    const content = receipt(['making.install', make, serial, ...fingerprints]);
    check(made.receipt, { own: old, root: authority.root, content, form: FORM_OF[algorithm] });
  });
  await row('key.read', async () => {
    const read = need(await desk.call('key.read', { keyId: key.keyId }));
    const ours = read.certificates.filter(({ fingerprint }) => fingerprints.includes(fingerprint));
    expectThat(ours.length === old.length, `${ours.length} of ${old.length} certificates`);
    expectThat(
      ours.every(({ hasPrivateKey }) => hasPrivateKey),
      'a certificate without its private key',
    );
  });
  for (const form of FORMS[algorithm]) {
    await row(`application.sign ${form}`, async () => {
      check(await sign(subject, fingerprints[0] ?? '', form), {
        own: old,
        root: authority.root,
        content: CONTENT,
        form,
      });
    });
  }
  await row('decrypt.check', async () => {
    const terms = { certificates: fingerprints.slice(1) };
    const opened = need(await desk.work('decrypt.check', { serial, terms }, { pin })).certificates;
    const [only, ...others] = opened;
    expectThat(
      only?.fingerprint === fingerprints[1] && others.length === 0,
      'other certificates than the one asked for',
    );
    if (only?.result === 'not-tried') {
      need(fail('CAPABILITY_MISSING', { values: { capability: 'open' }, support: only.reason }));
    }
    expectThat(only?.result === 'opens', 'does not open');
  });
  const renewed = await row('renewal.prepare', async () => {
    const terms = { pairs, certificates: fingerprints };
    const asked = need(await desk.work('renewal.prepare', { serial, order: renew, terms }, { pin }));
    const content = Buffer.concat(asked.requests.map(({ request }) => Buffer.from(request, 'base64')));
    check(asked.proof, { own: old, root: authority.root, content, form: FORM_OF[algorithm] });
    return authority.issue(asked.requests);
  });
  if (!renewed) return;
  const newFingerprints = renewed.map(({ chain: [own = ''] }) => fingerprintOf(own));
  const stateIs = async (state: string) => {
    const now = need(await desk.call('renewal.state', { keyId: key.keyId, order: renew }));
    expectThat(now.state === state, `${now.state} where ${state} was expected`);
  };
  await row('renewal.state', () => stateIs('pairs-made'));
  await row('renewal.install', async () => {
    const ordered = { serial, order: renew };
    const installed = need(await desk.work('renewal.install', ordered, { pin, certificates: renewed }));
    const content = receipt(['renewal.install', renew, serial, ...newFingerprints]);
    check(installed.receipt, { own: renewed, root: authority.root, content, form: FORM_OF[algorithm] });
    await stateIs('installed');
  });
  await row('renewal.retire', async () => {
    const terms = { retire: 'delete-signing-pair' as const, certificates: fingerprints };
    const retired = need(await desk.work('renewal.retire', { serial, order: renew, terms }, { pin }));
    const [deleted, kept] = [retired.deleted.join(), retired.kept.join()];
    expectThat(deleted === fingerprints[0] && kept === fingerprints[1], `deleted ${deleted}; kept ${kept}`);
    const read = need(await desk.call('key.read', { keyId: key.keyId }));
    const there = new Set(read.certificates.map(({ fingerprint }) => fingerprint));
    expectThat(!there.has(fingerprints[0] ?? ''), 'the retired certificate is still there');
    for (const kept of [fingerprints[1] ?? '', ...newFingerprints]) expectThat(there.has(kept), 'a kept one is gone');
    const form = FORM_OF[algorithm];
    const own = { own: renewed, root: authority.root, content: CONTENT, form };
    check(await sign(subject, newFingerprints[0] ?? '', form), own);
  });
  if (!subject.kind.forPkcs11Tool) return;
  await row('pkcs11-tool --list-objects after renewal', async () => {
    const listed = await listedLabels(subject.module, pin);
    const objects = ['Certificate', 'Private Key', 'Public Key'] as const;
    for (const use of USES) {
      for (const object of objects) {
        const name = `${object} cb:${renew}:${use}`;
        expectThat(listed.has(name), `${name} is not listed`);
      }
    }
    expectThat(listed.has(`Private Key cb:${make}:encrypt`), 'the old encryption key is not listed');
    for (const object of objects) {
      expectThat(!listed.has(`${object} cb:${make}:sign`), `${object} of the retired pair is still listed`);
    }
  });
}

async function sign({ desk, key, pin }: Subject, certificate: string, form: SignatureForm): Promise<string> {
  const algorithm = form === 'sm2-sm3' ? ('sm3' as const) : ('sha-256' as const);
  const digest = { algorithm, value: Buffer.from(hash(algorithm, CONTENT)).toString('hex') };
  const terms = { digest, signature: form, certificates: [certificate] };
  return need(await desk.work('application.sign', { serial: key.serial, terms }, { pin })).cms;
}

interface Signed {
  readonly own: readonly Issued[];
  readonly root: Uint8Array;
  readonly content: Uint8Array;
  readonly form: SignatureForm;
}

function check(cms: string, { own, ...signed }: Signed): void {
  checkSignature({ ...signed, cms, certificate: own[0]?.chain[0] ?? '' });
}

/** Written down a second time, as the service does: `install-certificates.ts` is not asked. */
function receipt(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

function sameCertificates(one: readonly Issued[], other: readonly Issued[]): boolean {
  return one.every(({ chain }, index) => chain[0] === other[index]?.chain[0]);
}

function fingerprintOf(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
}
