import type { PaymentProvider } from '../payments/payment-provider.ts';
import type { PaymentTools } from '../payments/payment-tools.ts';
import type { Transact } from '../stores.ts';

export class Died extends Error {
  constructor() {
    super('died');
  }
}

/** A moment: before or after the n-th thing that stays (a transaction, or a question to a provider). */
export interface Moment {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** What a process lives through until that moment; what it would do later is not done. */
export function lifeUntil(moment: Moment) {
  let steps = 0;
  let dead = false;
  const lived = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (dead) throw new Died();
    steps += 1;
    const isNow = steps === moment.step;
    if (isNow && moment.when === 'before') dead = true;
    if (dead) throw new Died();
    const value = await work();
    if (isNow) dead = true;
    if (dead) throw new Died();
    return value;
  };
  return {
    lived,
    /** Whether the moment came; once it does not come any more, every one has been tried. */
    get died(): boolean {
      return dead;
    },
  };
}

/** The same tools, of a process that dies at that moment. */
export function dyingAt(tools: PaymentTools, moment: Moment) {
  const life = lifeUntil(moment);
  const { lived } = life;
  const transact: Transact = (work) => lived(() => tools.transact(work));
  const wrapped = (provider: PaymentProvider): PaymentProvider => ({
    ...provider,
    open: (asked) => lived(() => provider.open(asked)),
    look: (tradeNo) => lived(() => provider.look(tradeNo)),
    close: (tradeNo) => lived(() => provider.close(tradeNo)),
    refund: (asked) => lived(() => provider.refund(asked)),
    lookAtRefund: (asked) => lived(() => provider.lookAtRefund(asked)),
  });
  const { alipay, wechat } = tools.providers;
  const providers = { ...(alipay ? { alipay: wrapped(alipay) } : {}), ...(wechat ? { wechat: wrapped(wechat) } : {}) };
  return {
    tools: { ...tools, transact, providers },
    get died(): boolean {
      return life.died;
    },
  };
}

/** Every moment in turn, until the work is done before the moment comes; answers how many there were. */
export async function everyDeath(
  scene: (dying: ReturnType<typeof dyingAt>) => Promise<void>,
  tools: PaymentTools,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    for (const when of ['before', 'after'] as const) {
      const dying = dyingAt(tools, { step, when });
      await scene(dying);
      if (!dying.died) return step - 1;
    }
  }
}

/** What a process that dies has begun ends with its death, and with nothing else. */
export async function untilDeath(work: Promise<unknown>): Promise<void> {
  await work.catch((fault: unknown) => {
    if (!(fault instanceof Died)) throw fault;
  });
}
