import { randomInt, randomUUID } from 'node:crypto';
import { onlineContract } from '@certbridge/shared/contract/online.ts';
import fc from 'fast-check';
import { inputArbitrary } from '../../keys/fuzz/frames/input-arbitrary.ts';
import { mutate, mutations } from '../../keys/fuzz/frames/mutate-value.ts';
import type { ServiceUnderFuzz } from './service-under-fuzz.ts';

export interface ApiFuzz {
  readonly perRoute: number;
  readonly seed: number;
  readonly told?: (line: string) => void;
}

export interface ApiFindings {
  readonly sent: number;
  /** Replies by their code; `ok` among them. */
  readonly tally: ReadonlyMap<string, number>;
  /** What should not have been: a 5xx, or a refusal without a name. */
  readonly wrong: readonly string[];
  /** Orders that the service said it had begun. */
  readonly begun: number;
}

const NAMED = /^[A-Z][A-Z0-9_]+$/;
/** A provider that is away is a 503 by its name: nothing of ours has failed. */
const AWAY = new Set(['PROVIDER_AWAY']);

/** Bodies that began as good and were damaged, and bodies that never were good, for every route that changes something. */
export async function runApiFuzz(service: ServiceUnderFuzz, { perRoute, seed, told }: ApiFuzz): Promise<ApiFindings> {
  const tally = new Map<string, number>();
  const wrong: string[] = [];
  let sent = 0;
  let begun = 0;
  for (const [name, operation] of Object.entries(onlineContract)) {
    if (operation.route.method !== 'POST') continue;
    const bodies = fc.sample(bodiesFor(operation.input), { numRuns: perRoute, seed });
    for (const body of bodies) {
      const { status, code } = await send(service, operation.route.path, body);
      sent += 1;
      tally.set(code, (tally.get(code) ?? 0) + 1);
      if (name === 'orders.begin' && code === 'ok') begun += 1;
      if (!isRight(status, code)) wrong.push(`${name}: ${status} ${code}`);
    }
    told?.(`${name}: ${perRoute}`);
  }
  return { sent, tally, wrong, begun };
}

function isRight(status: number, code: string): boolean {
  if (AWAY.has(code)) return true;
  return status < 500 && (code === 'ok' || NAMED.test(code));
}

function bodiesFor(schema: Parameters<typeof inputArbitrary>[0]): fc.Arbitrary<unknown> {
  const good = inputArbitrary(schema);
  const damaged = fc
    .tuple(good, fc.array(mutations, { minLength: 1, maxLength: 3 }))
    .map(([value, list]) => list.reduce((changed, mutation) => mutate(changed, mutation), value));
  return fc.oneof(
    { weight: 2, arbitrary: good },
    { weight: 6, arbitrary: damaged },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}

/** The path's own fields go into the path, mostly those of an order that is there. */
async function send({ server, token, orderId }: ServiceUnderFuzz, path: string, body: unknown) {
  const fields: Record<string, unknown> = isRecord(body) ? { ...body } : {};
  const url = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const given = fields[name];
    delete fields[name];
    if (name === 'id') return orderId;
    return encodeURIComponent(typeof given === 'string' && given.isWellFormed() ? given.slice(0, 80) || 'x' : 'x');
  });
  const reply = await server.inject({
    method: 'POST',
    url,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
    },
    payload: JSON.stringify(isRecord(body) ? fields : body) ?? '',
  });
  return { status: reply.statusCode, code: codeOf(reply.body) };
}

function codeOf(text: string): string {
  try {
    const reply: unknown = JSON.parse(text);
    if (!isRecord(reply)) return 'no reply shape';
    if (reply['ok'] === true) return 'ok';
    return isRecord(reply['error']) ? String(reply['error']['code']) : 'no error';
  } catch {
    return 'no JSON';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
