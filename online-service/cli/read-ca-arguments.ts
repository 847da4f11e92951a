import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { AUTHORITY_ALGORITHMS } from '../issuing/algorithms.ts';
import { manifest } from '../issuing/ceremony/manifest.ts';
import { PLACEHOLDER_POLICY_ARC } from '../issuing/profiles/policy-arc.ts';

/** Where Debian's SoftHSM2 lies. */
const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so';

const commaList = z.pipe(
  z.string(),
  z.transform((list: string) => list.split(',')),
);
const { url, organisation, policyArc } = manifest.shape;
const ceremony = z.strictObject({
  dir: z.string().check(z.minLength(1)),
  url,
  organisation,
  'policy-arc': z._default(policyArc, PLACEHOLDER_POLICY_ARC),
  algorithms: z._default(z.pipe(commaList, z.array(z.enum(AUTHORITY_ALGORITHMS)).check(z.minLength(1))), [
    ...AUTHORITY_ALGORITHMS,
  ]),
  token: z.optional(z.string().check(z.minLength(1), z.maxLength(32))),
  module: z._default(z.string().check(z.minLength(1), z.maxLength(4096)), SOFTHSM),
});
const renew = z.strictObject({ dir: z.string().check(z.minLength(1)) });

export type CaCommand =
  | { readonly act: 'ceremony'; readonly given: z.output<typeof ceremony> }
  | { readonly act: 'renew'; readonly given: z.output<typeof renew> };

/** `ca ceremony …` and `ca renew …`; undefined for anything else. Secrets come by standard input. */
export function readCaArguments(given: readonly string[]): CaCommand | undefined {
  try {
    const [subject, act, ...rest] = given;
    if (subject !== 'ca') return undefined;
    const text = { type: 'string' } as const;
    const options = {
      dir: text,
      url: text,
      organisation: text,
      'policy-arc': text,
      algorithms: text,
      token: text,
      module: text,
    };
    const { values } = parseArgs({ args: rest, options });
    const at = <Given extends { readonly dir: string }>(read: Given) => ({ ...read, dir: resolve(read.dir) });
    if (act === 'ceremony') return { act, given: at(ceremony.parse(values)) };
    return act === 'renew' ? { act, given: at(renew.parse(values)) } : undefined;
  } catch {
    return undefined;
  }
}
