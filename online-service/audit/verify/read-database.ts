import type pg from 'pg';
import type { AuditRecord } from '../audit-record.ts';
import type { SignedHead } from '../signed-head.ts';

const AT_ONCE = 5_000;

interface RecordRow extends Omit<AuditRecord, 'sequence' | 'at'> {
  readonly sequence: string;
  readonly at: Date;
}

/** The whole chain in its order, a stretch at a time. */
export async function* recordsIn(client: pg.Client): AsyncIterable<readonly AuditRecord[]> {
  for (let last = '-1'; ; ) {
    const { rows } = await client.query<RecordRow>(
      `select sequence, at, what, about, actor_kind as "actorKind", actor_id as "actorId", details, previous, hash
       from audit_record where sequence > $1 order by sequence limit ${AT_ONCE}`,
      [last],
    );
    yield rows.map((row) => ({ ...row, sequence: Number(row.sequence), at: row.at.toISOString() }));
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.sequence ?? last;
  }
}

export async function signaturesIn(client: pg.Client): Promise<SignedHead[]> {
  const { rows } = await client.query<Omit<SignedHead, 'sequence' | 'at'> & { sequence: string; at: Date }>(
    'select sequence, hash, at, key_id as "keyId", signature from audit_signature order by sequence',
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence), at: row.at.toISOString() }));
}

/** Written with what they tell of, and not in the chain yet: a second's worth while the service runs. */
export async function waitingIn(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: string }>('select count(*) from audit_entry');
  return Number(rows[0]?.count ?? 0);
}
