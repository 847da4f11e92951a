import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { orderTag } from '../../native-host/token/worker/order/order-tag.ts';
import { type Contender, inTurn } from './in-turn.ts';
import {
  always,
  disk,
  orders,
  otherBindings,
  pkcs11Tool,
  throughBackground,
  throughHost,
  throughPort,
} from './key-contenders.ts';
import type { KeyInBrowser } from './key-in-browser.ts';
import { type BenchAlgorithm, benchOrder, KEYS, type KeyInHost } from './key-in-host.ts';
import type { KeyWork } from './key-works/work-process.ts';
import type { Figure } from './report.ts';
import type { Timings } from './timings.ts';

const ROUNDS = { blocks: 12, perBlock: 10 } as const;
const LIST_TARGET_MS = 30;
const RAW_TARGET = { times: 1.15, plusMs: 1.5 } as const;

export interface Bench {
  readonly key: KeyInHost;
  readonly browser: KeyInBrowser;
  readonly dir: string;
}

/** The extension has no business that signs yet: the order goes over its port, past its background. */
export async function signFigures({ key, browser, dir }: Bench, algorithm: BenchAlgorithm): Promise<Figure[]> {
  const digest = join(dir, 'digest');
  await writeFile(digest, Buffer.alloc(32, 0xab));
  const verb = 'application.sign';
  const ours = [throughHost(key, verb, orders(key, algorithm)), throughPort(browser, verb, orders(key, algorithm))];
  return compared(key, {
    what: `签名 sign ${algorithm}`,
    work: { work: 'sign', algorithm },
    ours,
    others: [
      pkcs11Tool(key, [...signingWords(key, algorithm), '--input-file', digest, '--output-file', join(dir, 'signed')]),
    ],
    aside: [disk(join(dir, 'used'))],
    target: signTarget,
  });
}

export function listFigures({ key, browser }: Bench): Promise<Figure[]> {
  return compared(key, {
    what: `${KEYS} 把 UKey 的列表 list of ${KEYS}`,
    work: { work: 'list', algorithm: 'p256' },
    ours: [throughHost(key, 'keys.list', always({})), throughBackground(browser, 'keys.list', {})],
    others: [pkcs11Tool(key, ['--list-slots'])],
    target: (measured) => `≤ ${LIST_TARGET_MS} ms ${met(measured.median <= LIST_TARGET_MS)}`,
  });
}

export function readFigures({ key, browser }: Bench): Promise<Figure[]> {
  const input = { keyId: key.keyId };
  return compared(key, {
    what: '读一把 UKey read',
    work: { work: 'read', algorithm: 'p256' },
    ours: [throughHost(key, 'key.read', always(input)), throughBackground(browser, 'key.read', input)],
    others: [pkcs11Tool(key, ['--token-label', 'Bench 1', '--list-objects', '--type', 'cert'])],
  });
}

interface Comparison {
  readonly what: string;
  readonly work: Pick<KeyWork, 'work' | 'algorithm'>;
  /** The first is our host itself. */
  readonly ours: readonly Contender[];
  readonly others: readonly Contender[];
  /** Shown, and compared with nothing. */
  readonly aside?: readonly Contender[];
  readonly target?: (measured: Timings, floor: Timings) => string;
}

/** Each of our ways above the floor, and the host beside the others. */
async function compared(key: KeyInHost, comparison: Comparison): Promise<Figure[]> {
  const { what, work, ours, others, aside = [], target } = comparison;
  const bindings = otherBindings(key, work);
  const [floor, ...more] = [...bindings, ...others];
  if (!floor) throw new Error('no floor');
  const found = await inTurn([...ours, floor, ...more, ...aside], ROUNDS);
  for (const binding of bindings) await binding.stop();
  const timed = ({ name }: Contender) => ({ name, measured: found.get(name) as Timings });
  const row = (way: Contender, beside: Contender): Figure => ({
    what: `${what} · ${way.name}`,
    measured: timed(way).measured,
    floor: timed(beside),
    ...(target && beside === floor ? { target: target(timed(way).measured, timed(floor).measured) } : {}),
  });
  const [host] = ours;
  return [
    ...ours.map((way) => row(way, floor)),
    ...(host ? more.map((other) => row(host, other)) : []),
    ...aside.map((one): Figure => ({ what: `　${one.name}`, measured: timed(one).measured })),
  ];
}

/** By id: told a label, it signs with whichever private key comes first. */
function signingWords({ test }: KeyInHost, algorithm: BenchAlgorithm): readonly string[] {
  const id = Buffer.from(orderTag(benchOrder(algorithm), 'sign').id).toString('hex');
  const mechanism = algorithm === 'p256' ? 'ECDSA' : 'RSA-PKCS';
  return ['--token-label', 'Bench 1', '--login', '--pin', test.pin, '--sign', '--id', id, '--mechanism', mechanism];
}

function signTarget(measured: Timings, raw: Timings): string {
  const limit = RAW_TARGET.times * raw.median + RAW_TARGET.plusMs;
  return `≤ ${RAW_TARGET.times} × + ${RAW_TARGET.plusMs} ms = ${limit.toFixed(2)} ms ${met(measured.median <= limit)}`;
}

function met(is: boolean): string {
  return is ? '✓' : '✗';
}
