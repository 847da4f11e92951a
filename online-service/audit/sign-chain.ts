import type { DueWork } from '../jobs/due-work.ts';
import type { AnchorPlace } from './anchor.ts';
import { BEFORE_THE_FIRST, type ChainHead } from './audit-record.ts';
import type { AloneOnChain, ChainStore } from './chain-store.ts';
import { type AuditKey, type SignedHead, signHead } from './signed-head.ts';
import { firstFlaw } from './verify/first-flaw.ts';

export interface SignTools {
  readonly alone: AloneOnChain;
  readonly key: AuditKey;
  readonly anchors: readonly AnchorPlace[];
  readonly now: () => Date;
}

/** At most this much can be changed at the end of the chain without a signature that says otherwise. */
export const SIGN_EVERY_MS = 300_000;
const AT_ONCE = 2_000;

/**
 * Signs how far the chain has come since the last time, after checking that stretch: what was changed meanwhile is not
 * given our word. The head is anchored first and counts as signed only when every place has it.
 */
export function signChain(tools: SignTools): DueWork {
  return {
    name: 'sign-audit',
    async run() {
      const signed = await tools.alone((chain) => signNewest(chain, tools), { waits: true });
      return { done: signed ? 1 : 0, more: false };
    },
  };
}

async function signNewest(chain: ChainStore, { key, anchors, now }: SignTools): Promise<SignedHead | undefined> {
  const last = await chain.newestSignature();
  // Several processes of the service look; one signature is enough.
  if (last && now().getTime() - Date.parse(last.at) < SIGN_EVERY_MS * 0.9) return undefined;
  const start = last ?? BEFORE_THE_FIRST;
  const head = await checkedHead(chain, start);
  if (head.sequence === start.sequence) return undefined;
  const signed = signHead(key, head, now());
  for (const place of anchors) await place.keep(signed);
  await chain.addSignature(signed);
  return signed;
}

async function checkedHead(chain: ChainStore, start: ChainHead): Promise<ChainHead> {
  if (start.sequence > 0 && (await chain.at(start.sequence))?.hash !== start.hash) throw broken(start.sequence);
  let head: ChainHead = start;
  for (;;) {
    const records = await chain.after(head.sequence, AT_ONCE);
    const flaw = firstFlaw(head, records);
    if (flaw) throw broken(flaw.sequence);
    head = records.at(-1) ?? head;
    if (records.length < AT_ONCE) return head;
  }
}

function broken(sequence: number): Error {
  return new Error(`the audit chain is broken at ${sequence} and is not signed on; run npm run audit:verify`);
}
