/** Run as a process of its own: one more host that is given the same order, at the same moment as the others. */
import { createUsedOrders } from '../work-orders/used-orders.ts';

const [dir = '', jti = ''] = process.argv.slice(2);
const used = createUsedOrders({ dir, now: Date.now });

process.once('message', async () => {
  const spent = await used.spend(jti);
  await (spent.ok && spent.value.kept);
  process.send?.(spent.ok ? 'spent' : spent.error.code, () => process.disconnect());
});
process.send?.('ready');
