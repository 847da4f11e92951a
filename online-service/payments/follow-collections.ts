import { CODE_WAYS, type CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { DueDone } from '../jobs/due-work.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Collection, FoundBy } from './collection.ts';
import { type PaymentProvider, PaymentProviderAway } from './payment-provider.ts';
import type { PaymentSettings, SettleTools } from './payment-tools.ts';
import { settle } from './settle.ts';

export type FollowTools = SettleTools & Pick<PaymentSettings, 'providers'>;

const AT_ONCE = 20;
/** Longer than a provider may take for its four answers about one; the wait after a failed look as well. */
const LEASE_MS = 60_000;
const FIRST_LOOK_MS = 5_000;
const LONGEST_LOOK_MS = 120_000;
/** Who paid at the last moment has paid by then. */
const AFTER_ITS_TIME_MS = 30_000;

/** When a new collection is looked after first: the callback is usually there before. */
export function firstLook(now: Date): Date {
  return new Date(now.getTime() + FIRST_LOOK_MS);
}

/** Polls what is open, and closes what is over or withdrawn; of one provider, where another one must not be waited for. */
export async function followCollections(tools: FollowTools, ways: readonly CodeWay[] = CODE_WAYS): Promise<DueDone> {
  const due = await tools.transact((stores) =>
    stores.collections.takeDue(ways, { now: tools.now(), leaseMs: LEASE_MS, most: AT_ONCE }),
  );
  const found = await Promise.all(due.map((collection) => followed(tools, collection)));
  return { done: found.filter((standing) => standing === 'paid').length, more: due.length === AT_ONCE };
}

async function followed(tools: FollowTools, collection: Collection): Promise<Collection['state'] | undefined> {
  const about = { trade: collection.tradeNo };
  try {
    return await follow(tools, collection, 'poll');
  } catch (fault) {
    // A fault of ours is about this one: the others are looked after all the same.
    const level = fault instanceof PaymentProviderAway ? 'warn' : 'error';
    tools.log[level]({ ...about, fault: safeFault(fault) }, 'a collection could not be looked after yet');
    return undefined;
  }
}

/** Asks the provider how it stands now, and lets nothing open that nobody may pay any more. */
export async function follow(
  tools: FollowTools,
  collection: Collection,
  foundBy: FoundBy,
): Promise<Collection['state'] | undefined> {
  const provider = providerOf(tools, collection);
  if (!provider) return undefined;
  const trade = await provider.look(collection.tradeNo);
  if (trade.standing === 'paid') {
    await settle(tools, { holder: provider.way, fact: trade.fact, foundBy });
    return 'paid';
  }
  if (trade.standing === 'closed') return ended(tools, collection, undefined);
  const over = collection.expiresAt <= tools.now();
  if (collection.state === 'closing' || over) return closeAtProvider(tools, collection);
  const lookAt = new Date(tools.now().getTime() + waitAfter(collection.looks));
  const until = lookAt < collection.expiresAt ? lookAt : collection.expiresAt;
  await tools.transact((stores) => stores.collections.change(collection, { lookAt: until }));
  return collection.state;
}

/** For good: afterwards it can be neither paid nor opened. Paid a moment ago, it is settled instead. */
export async function closeAtProvider(
  tools: FollowTools,
  collection: Collection,
): Promise<Collection['state'] | undefined> {
  const provider = providerOf(tools, collection);
  if (!provider) return undefined;
  if ((await provider.close(collection.tradeNo)) === 'closed')
    return ended(tools, collection, lastLook(tools, collection));
  const trade = await provider.look(collection.tradeNo);
  // Its own two answers differ: nothing is known, and it is asked again.
  if (trade.standing !== 'paid') throw new PaymentProviderAway('paid-and-not-told');
  await settle(tools, { holder: provider.way, fact: trade.fact, foundBy: 'poll' });
  return 'paid';
}

/** What is closed at the provider is closed here, whoever looked after it meanwhile; only money comes before that. */
async function ended(
  tools: FollowTools,
  { id }: Collection,
  lookAt: Date | undefined,
): Promise<Collection['state'] | undefined> {
  return tools.transact(async (stores) => {
    const collection = await stores.collections.findToChange(id);
    if (!collection || collection.state === 'paid') return collection?.state;
    return (await stores.collections.change(collection, { state: 'closed', lookAt }))?.state;
  });
}

/** A QR that nobody had scanned can be paid until its time is over, closed or not: then it is looked at once more. */
function lastLook({ now }: FollowTools, { expiresAt }: Collection): Date | undefined {
  return expiresAt > now() ? new Date(expiresAt.getTime() + AFTER_ITS_TIME_MS) : undefined;
}

function providerOf({ providers }: FollowTools, { way }: Collection): PaymentProvider | undefined {
  return way === 'alipay' || way === 'wechat' ? providers[way satisfies CodeWay] : undefined;
}

function waitAfter(looks: number): number {
  return Math.min(FIRST_LOOK_MS * 2 ** Math.min(looks, 10), LONGEST_LOOK_MS);
}
