import { createHash } from 'node:crypto';
import { type Channel, channel } from '@certbridge/shared/domain/channel.ts';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from './database-schema.ts';
import { whileReachable } from './while-reachable.ts';

/** Channels as orders have them: stored once for each content, so ten thousand orders hold one price list. */
export interface FrozenChannels {
  /** Before the order's transaction: a transaction that waited for a second connection could wait for itself. */
  freeze(content: Channel): Promise<void>;
  digestOf(content: Channel): Uint8Array;
  read(db: Kysely<DatabaseSchema>, digest: Uint8Array): Promise<Channel>;
}

/** Never changed once stored, so what was read or written is remembered. A handful of contents a year. */
export function frozenChannels(db: Kysely<DatabaseSchema>): FrozenChannels {
  const known = new Map<string, Channel>();
  return {
    async freeze(content) {
      const { document, digest, name } = frozen(content);
      if (known.has(name)) return;
      await whileReachable(() =>
        db
          .insertInto('frozen_channel')
          .values({ digest, document })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      known.set(name, content);
    },
    digestOf: (content) => frozen(content).digest,
    async read(transaction, digest) {
      const name = Buffer.from(digest).toString('hex');
      const remembered = known.get(name);
      if (remembered) return remembered;
      const row = await transaction
        .selectFrom('frozen_channel')
        .select('document')
        .where('digest', '=', digest)
        .executeTakeFirstOrThrow();
      const content = channel.parse(row.document);
      known.set(name, content);
      return content;
    },
  };
}

interface Frozen {
  readonly document: string;
  readonly digest: Uint8Array;
  readonly name: string;
}

/** By the object: what a request has read is frozen for its check and for its order. */
const done = new WeakMap<Channel, Frozen>();

function frozen(content: Channel): Frozen {
  const known = done.get(content);
  if (known) return known;
  const document = JSON.stringify(channel.parse(content));
  const digest = createHash('sha256').update(document, 'utf8').digest();
  const fresh = { document, digest, name: digest.toString('hex') };
  done.set(content, fresh);
  return fresh;
}
