import type { Recorded } from './record-order.ts';

/** What pgbench needs to do an order's statements again and again. */
export interface ReplayScript {
  readonly text: string;
  /** Values that every order may have alike. They are sent each time, as the service sends them. */
  readonly values: Readonly<Record<string, string>>;
  readonly statements: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;
/** Longer bytes are sealed, and nothing is found by them. */
const LONGEST_KEY_BYTES = 64;

/** Each statement with its parameters; what differs from order to order as a name or key is made anew for each. */
export function replayScript(orders: readonly (readonly Recorded[])[]): ReplayScript {
  const [first = [], ...others] = orders;
  if (others.some((other) => other.length !== first.length)) throw new Error('two orders had different statements');
  const fresh = new Map<string, { readonly name: string; readonly made: string }>();
  const values: Record<string, string> = {};
  const variable = (value: unknown, differs: boolean): string => {
    if (value === null || value === undefined) return 'null';
    const text = sent(value);
    if (differs && isKey(value)) {
      const known = fresh.get(text) ?? { name: `key_${fresh.size}`, made: madeLike(value) };
      fresh.set(text, known);
      return `:${known.name}`;
    }
    const name = Object.keys(values).find((one) => values[one] === text) ?? `value_${Object.keys(values).length}`;
    values[name] = text;
    return `:${name}`;
  };
  const statements = first.map((one, at) =>
    one.text.replaceAll(/\s+/g, ' ').replaceAll(/\$(\d+)/g, (_, number: string) => {
      const place = Number(number) - 1;
      const value = one.values[place];
      const differs = others.some((other) => sent(other[at]?.values[place]) !== sent(value));
      return variable(value, differs);
    }),
  );
  const keys = [...fresh.values()].map(({ name, made }) => `${made} as ${name}`);
  const text = [`select ${keys.join(', ')} \\gset`, ...statements.map((one) => `${one.trim()};`), ''].join('\n');
  return { text, values, statements: statements.length };
}

function isKey(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length <= LONGEST_KEY_BYTES;
  return typeof value === 'string' && !MOMENT.test(value) && !/^[{[]/.test(value);
}

function madeLike(value: unknown): string {
  if (value instanceof Uint8Array) return `sha256(gen_random_uuid()::text::bytea)`;
  const text = String(value);
  return UUID.test(text) ? 'gen_random_uuid()' : `left(repeat(md5(gen_random_uuid()::text), 4), ${text.length})`;
}

/** As the driver sends it. */
function sent(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
