import { outboxMessage } from '../outbox/outbox.ts';
import { messagePlace } from '../storage/outbox-records.ts';
import type { OrderDesk } from './order-desk.ts';

/** What waits to be sent, opened, by template and kind: messages of one transaction have no order among themselves. */
export function outboxOf({ db, tools }: Pick<OrderDesk, 'db' | 'tools'>) {
  return {
    async messages() {
      const rows = await db.selectFrom('outbox').select(['id', 'sealed']).execute();
      const messages = await Promise.all(
        rows.map(async ({ id, sealed }) => outboxMessage.parse(await tools.records.open(messagePlace(id), sealed))),
      );
      const nameOf = ({ template, kind }: (typeof messages)[number]) => `${template} ${kind}`;
      return messages.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
    },
  };
}
