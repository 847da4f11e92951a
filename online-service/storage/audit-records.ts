import { canonicalJson } from '@certbridge/shared/domain/canonical-json.ts';
import type { Kysely } from 'kysely';
import type { AuditEntry, AuditStore } from '../audit/audit-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function auditRecords(db: Kysely<DatabaseSchema>): AuditStore {
  return {
    async add(entry) {
      await db.insertInto('audit_entry').values(entryRow(entry)).execute();
    },
  };
}

/** Also for a statement that writes down what it does itself. */
export function entryRow({ what, about, by, details }: AuditEntry) {
  return {
    what,
    about: about ?? null,
    actor_kind: by.kind,
    actor_id: by.id ?? null,
    details: canonicalJson(details ?? {}),
  };
}

/** Written and not chained yet. */
export async function auditWaiting(db: Kysely<DatabaseSchema>): Promise<number> {
  const counted = db.selectFrom('audit_entry').select((column) => column.fn.countAll().as('count'));
  return Number((await counted.executeTakeFirstOrThrow()).count);
}
