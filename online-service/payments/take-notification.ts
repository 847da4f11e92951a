import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { DueDone } from '../jobs/due-work.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Stores } from '../stores.ts';
import type { Backlog } from './backlog.ts';
import { finishRefundIn } from './carry-out-refunds.ts';
import type { Acknowledgement, PaymentProvider, RawNotification, Told } from './payment-provider.ts';
import type { LeftNotification } from './payment-stores.ts';
import type { PaymentSettings, SettleTools } from './payment-tools.ts';
import { settleIn } from './settle.ts';

export interface NotificationTools extends SettleTools, Pick<PaymentSettings, 'providers'> {
  /** For what is done when the provider has its thanks; without it, the provider waits for that too. */
  readonly backlog?: Backlog;
}

/** What is kept of a notification: enough to read it again as it came. */
export interface KeptRaw {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * A provider is thanked only when what it told is on our disk, whatever becomes of it afterwards. One that cannot be
 * proved to be the provider's is refused and leaves nothing behind.
 */
export async function takeNotification(
  tools: NotificationTools,
  way: CodeWay,
  raw: RawNotification,
): Promise<Acknowledgement> {
  const provider = tools.providers[way];
  if (!provider) return { status: 404, type: 'text/plain', body: '' };
  const told = await provider.read(raw);
  if (!told) {
    tools.log.warn({ way }, 'a notification that is not the provider’s was refused');
    return provider.refusal;
  }
  const id = await tools.transact((stores) =>
    stores.notifications.keep({ provider: way, key: told.id, raw: kept(raw) }),
  );
  if (id === undefined) return provider.thanks;
  const work = async () => void (await obey(tools, { provider, told, id }));
  // What has no place there is taken up by the job.
  if (tools.backlog) tools.backlog.put(work);
  else await work();
  return provider.thanks;
}

interface Obeying {
  readonly provider: PaymentProvider;
  readonly told: Told;
  readonly id: string;
}

/** A fault of ours is no reason to be told again: the job takes it up from what was kept. */
async function obey(tools: NotificationTools, { provider, told, id }: Obeying): Promise<boolean> {
  try {
    await tools.transact(async (stores) => {
      await doAsTold(stores, tools, { provider, told });
      await stores.notifications.end(id);
    });
    return true;
  } catch (fault) {
    tools.log.error({ way: provider.way, fault: safeFault(fault) }, 'a notification is kept and waits');
    return false;
  }
}

async function doAsTold(
  stores: Stores,
  tools: NotificationTools,
  { provider, told }: Pick<Obeying, 'provider' | 'told'>,
): Promise<void> {
  switch (told.about) {
    case 'paid':
      await settleIn(stores, tools, { holder: provider.way, fact: told.fact, foundBy: 'callback' });
      return;
    case 'refund': {
      const refund = await stores.refunds.findByNumber(told.refundNo);
      if (refund && refund.state !== 'done' && told.standing === 'done') await finishRefundIn(stores, tools, refund);
      return;
    }
    case 'none':
      return;
  }
}

/** Longer than it takes to obey, and the pause before one that met a fault has its next turn. */
const LEASE_MS = 60_000;
const AT_ONCE = 50;

/** What was kept and not obeyed: whoever took it died, or met a fault. */
export async function takeUpNotifications(tools: NotificationTools): Promise<DueDone> {
  const left = await tools.transact((stores) =>
    stores.notifications.takeUnended({ now: tools.now(), leaseMs: LEASE_MS, most: AT_ONCE }),
  );
  let done = 0;
  for (const one of left) if (await takeUp(tools, one)) done += 1;
  return { done, more: left.length === AT_ONCE };
}

/** One that cannot be read, or not any more, is in nobody's way. */
async function takeUp(tools: NotificationTools, left: LeftNotification): Promise<boolean> {
  const { id, provider: way, keptAt } = left;
  try {
    const provider = tools.providers[way];
    const told = await provider?.read(unpacked(await left.open()), keptAt);
    if (provider && told) return await obey(tools, { provider, told, id });
    tools.log.error({ way, notification: id }, 'a notification that was kept cannot be read any more');
  } catch (fault) {
    tools.log.error({ way, notification: id, fault: safeFault(fault) }, 'a notification that was kept met a fault');
  }
  return false;
}

function kept({ headers, body }: RawNotification): Uint8Array {
  const plain = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return Buffer.from(
    JSON.stringify({ headers: Object.fromEntries(plain), body: Buffer.from(body).toString('base64') }),
  );
}

function unpacked(raw: Uint8Array): RawNotification {
  const { headers, body } = JSON.parse(Buffer.from(raw).toString('utf8')) as KeptRaw;
  return { headers, body: Buffer.from(body, 'base64') };
}
