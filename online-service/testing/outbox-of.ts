import { outboxMessage } from '../outbox/outbox.ts';
import { messagePlace } from '../storage/outbox-records.ts';
import type { OrderDesk } from './order-desk.ts';

/** What waits to be sent, opened; oldest first. */
export function outboxOf({ db, tools }: Pick<OrderDesk, 'db' | 'tools'>) {
  return {
    async messages() {
      const rows = await db.selectFrom('outbox').select(['id', 'sealed']).orderBy('created_at').execute();
      return Promise.all(
        rows.map(async ({ id, sealed }) => outboxMessage.parse(await tools.records.open(messagePlace(id), sealed))),
      );
    },
  };
}
