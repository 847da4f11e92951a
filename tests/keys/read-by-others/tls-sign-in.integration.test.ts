import { createHash } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testAuthority } from '../../../native-host/formats/testing/issue-certificate.ts';
import { softwareSigner } from '../../../native-host/formats/testing/software-signer.ts';
import type { TestModuleKind } from '../modules/test-module.ts';
import { FORM_OF, type Issued } from '../through-host/authority.ts';
import { checkSignature } from '../through-host/check-signature.ts';
import { orThrow } from '../through-host/host-desk.ts';
import { type DemandingServer, demandingServer } from './demanding-server.ts';
import { fingerprintsOf, type MadeKey, openMadeKey, RENEWED } from './made-key.ts';
import { CLIENTS } from './tls-clients.ts';

const CASES: readonly (readonly [TestModuleKind, KeyAlgorithm])[] = [
  ['softhsm2', 'rsa-2048'],
  ['softhsm2', 'p256'],
  ['opensc', 'rsa-2048'],
  ['opensc', 'p256'],
  ['opencryptoki', 'rsa-2048'],
];
const CONTENT = Buffer.from('投标申请\r\n');
const clients = Object.entries(CLIENTS).flatMap(([name, signIn]) =>
  (['TLSv1.2', 'TLSv1.3'] as const).map((version) => ({ name, signIn, version })),
);

describe.each(CASES)('a key of %s with %s, renewed in place', (kind, algorithm) => {
  let key: MadeKey;
  let renewed: readonly Issued[];
  const own = () => Buffer.from(renewed[0]?.chain[0] ?? '', 'base64');

  beforeAll(async () => {
    key = await openMadeKey(kind, algorithm);
    renewed = await key.renew();
  });
  afterAll(() => key.stop());

  it.each(clients)('signs in over $version with $name, which finds the new pair by its name', async (client) => {
    const server = await demandingServer(key.authority.root, client.version);
    const { who, said } = await signIn(key, { server, client });
    expect(Buffer.from(who).equals(own())).toBe(true);
    expect(said).toContain('signed in');
  });

  it('signs an application that openssl cms -verify accepts', async () => {
    const digest = { algorithm: 'sha-256', value: createHash('sha256').update(CONTENT).digest('hex') } as const;
    const form = FORM_OF[algorithm];
    const terms = { digest, signature: form, certificates: fingerprintsOf(renewed).slice(0, 1) };
    const ordered = { serial: key.serial, terms };
    const { cms } = orThrow(await key.desk.work('application.sign', ordered, { pin: key.test.pin }));
    const certificate = own().toString('base64');
    expect(() => checkSignature({ cms, certificate, root: key.authority.root, content: CONTENT, form })).not.toThrow();
  });
});

it('a server that trusts another authority lets nobody in with it', async () => {
  const key = await openMadeKey('softhsm2', 'p256');
  await key.renew();
  const other = await testAuthority(softwareSigner('ecdsa-p256-sha256'), '另一家机构');
  for (const client of clients) {
    const server = await demandingServer(other.certificate, client.version);
    await expect(signIn(key, { server, client })).rejects.toThrow();
  }
  await key.stop();
});

interface SigningIn {
  readonly server: DemandingServer;
  readonly client: (typeof clients)[number];
}

/** Fails with the server's reason, or with what the client said that never got there. */
async function signIn({ test, serial }: MadeKey, { server, client }: SigningIn) {
  const came = server.nextClient();
  const said = client.signIn({ test, serial, label: `cb:${RENEWED}:sign`, port: server.port });
  try {
    const who = await Promise.race([came, said.then((text) => Promise.reject(new Error(text)))]);
    return { who, said: await said };
  } finally {
    await said;
    await server.stop();
  }
}
