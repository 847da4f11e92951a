import type { Job } from '../jobs/job.ts';
import type { SettleTools } from '../payments/payment-tools.ts';

const MOST_NAMED = 20;

/** Every hour: the books sum to nothing, and say of each order what its payment says. Anything else wants a person. */
export function checkBooks({ transact, log }: Pick<SettleTools, 'transact' | 'log'>): Job {
  return {
    name: 'check-books',
    cron: '35 * * * *',
    async run() {
      const { balances, wrong } = await transact(async (stores) => ({
        balances: await stores.ledger.balances(),
        wrong: await stores.ledger.ordersOutOfBalance(MOST_NAMED),
      }));
      const sum = Object.values(balances).reduce((total, balance) => total + balance, 0);
      if (sum !== 0) log.error({ sum }, 'the books do not sum to nothing');
      if (wrong.length > 0) log.error({ orders: wrong }, 'the books differ from the orders');
      return { sum: Math.abs(sum), wrong: wrong.length };
    },
  };
}
