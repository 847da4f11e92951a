import { ok } from '@certbridge/shared/contract/result.ts';
import { openIssuingAuthority } from '../through-host/authority.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import { type KeyAtStart, pairsOf } from './way.ts';

/** A key that a maker handed out, for the ways that begin with one. */
export async function madeKey({ test, serial, algorithm }: KeyAtStart, desk: HostDesk) {
  const authority = await openIssuingAuthority(algorithm);
  const ordered = { serial, order: 'MADE-BEFORE' };
  const { pin } = test;
  const asked = await desk.work('making.prepare', { ...ordered, terms: { pairs: pairsOf(algorithm) } }, { pin });
  if (!asked.ok) return asked;
  const certificates = await authority.issue(asked.value.requests);
  const installed = await desk.work('making.install', ordered, { pin, certificates });
  return installed.ok ? ok({ certificates }) : installed;
}

export type MadeKey = Extract<Awaited<ReturnType<typeof madeKey>>, { readonly ok: true }>['value'];
