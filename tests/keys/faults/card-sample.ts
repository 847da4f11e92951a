/** Renewals on a card that is truly pulled, each at another message of the host, and each of what the last one left. */
import { setTimeout as wait } from 'node:timers/promises';
import { listedLabels } from '../matrix/pkcs11-tool.ts';
import { openOpensc } from '../modules/opensc.ts';
import { type HostDesk, orThrow, said } from '../through-host/host-desk.ts';
import { install } from '../through-host/installation.ts';
import { type MadeKey, madeKey } from './made-key.ts';
import { renewWay } from './renew-way.ts';
import type { Findings } from './run-faults.ts';
import type { KeyAtStart } from './way.ts';

const MOST_RESUMPTIONS = 3;
/** A key is seen within a second; a slow one within ten. */
const LOOK_EVERY_MS = 100;
const MOST_LOOKS = 100;

export async function runCardSample(messages: readonly number[]): Promise<Findings> {
  const findings: Findings = { tried: 0, unusable: 0, orphaned: 0, lost: 0, wrong: [] };
  const test = await openOpensc();
  const installation = await install({ modules: [test.module] });
  const desk = await installation.start();
  try {
    const { serial, removal } = await test.makeKey('Faults');
    if (!removal) throw new Error('this card can not be pulled');
    const key: KeyAtStart = { test, serial, algorithm: 'p256' };
    let made = orThrow(await madeKey(key, desk));
    for (const at of messages) {
      const pull = { at, hand: removal };
      made = await renewPulled({ key, made, desk, pull, findings });
    }
  } finally {
    await desk.hangUp();
    await test.stop();
    await installation.remove();
  }
  return findings;
}

interface Pulled {
  readonly key: KeyAtStart;
  readonly made: MadeKey;
  readonly desk: HostDesk;
  readonly pull: { readonly at: number; readonly hand: { pull(): Promise<void>; plug(): Promise<void> } };
  readonly findings: Findings;
}

async function renewPulled({ key, made, desk, pull, findings }: Pulled): Promise<MadeKey> {
  const attempt = renewWay(key, made, `RENEW-${pull.at}`).begin();
  const pulled = pullAtMessage(desk, pull);
  const result = await attempt.run(desk);
  const came = await pulled();
  if (!came) throw new Error(`no message ${pull.at}: ${said(result)}`);
  await pull.hand.plug();
  await shown(desk, key.serial);
  let resumed = await attempt.run(desk);
  for (let again = 1; again < MOST_RESUMPTIONS && !resumed.ok; again += 1) resumed = await attempt.run(desk);
  const wrong = resumed.ok ? await attempt.worksAtEnd(desk) : said(resumed);
  const orphans = halves(await listedLabels(key.test.module, key.test.pin));
  const read = orThrow(await desk.call('key.read', { keyId: `${key.test.module.id}:${key.serial}` }));
  const certificates = read.certificates.map(({ fingerprint }) => fingerprint);
  const lost = attempt.keeps().filter((certificate) => !certificates.includes(certificate));
  findings.tried += 1;
  findings.unusable += wrong ? 1 : 0;
  findings.orphaned += orphans.length;
  findings.lost += lost.length;
  const lines = [wrong, ...orphans, ...lost].filter((line) => line !== undefined);
  findings.wrong.push(...lines.map((line) => `card pulled at message ${pull.at} (${said(result)}): ${line}`));
  return resumed.ok ? { ...made, certificates: attempt.renewed() } : made;
}

/** Nobody goes on before the key is shown again. */
async function shown(desk: HostDesk, serial: string): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const { keys } = orThrow(await desk.call('keys.list', {}));
    if (keys.some((key) => key.serial === serial)) return;
    await wait(LOOK_EVERY_MS);
  }
}

/** What pkcs11-tool lists of ours must come in threes. */
function halves(labels: ReadonlySet<string>): string[] {
  const pairs = new Set([...labels].flatMap((label) => /cb:.+:(?:sign|encrypt)$/.exec(label)?.[0] ?? []));
  const objects = ['Certificate', 'Private Key', 'Public Key'];
  return [...pairs].filter((pair) => !objects.every((object) => labels.has(`${object} ${pair}`)));
}

function pullAtMessage(desk: HostDesk, { at, hand }: Pulled['pull']): () => Promise<boolean> {
  let messages = 0;
  let pulling: Promise<void> | undefined;
  desk.onMessage(() => {
    messages += 1;
    if (messages === at) pulling = hand.pull();
  });
  return async () => {
    messages = Number.NaN;
    await pulling;
    return pulling !== undefined;
  };
}
