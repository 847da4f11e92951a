import { setTimeout as pause } from 'node:timers/promises';
import type { PaySide } from './pay-side.ts';
import type { StormDatabase } from './storm-database.ts';

export interface Calm {
  readonly database: StormDatabase;
  readonly paySide: PaySide;
  /** Between two looks. */
  readonly meanwhile: () => Promise<void>;
  readonly told: (line: string) => void;
}

const LOOK_EVERY_MS = 500;
const TELL_EVERY_MS = 5_000;
/** Without anything that becomes less. */
const GIVE_UP_AFTER_MS = 90_000;
/** Longer than any QR lives. */
const JUMP_MS = 4 * 3_600_000;

/** Until nothing is left to be done: what is not due yet becomes due, as if hours passed. Answers what is left. */
export async function waitForCalm({ database, paySide, meanwhile, told }: Calm): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let lessAt = Date.now();
  let toldAt = 0;
  for (;;) {
    await meanwhile();
    const { due, later } = await workLeft(database);
    if (due + later === 0) return 0;
    if (due + later < least) {
      least = due + later;
      lessAt = Date.now();
    }
    if (Date.now() - toldAt > TELL_EVERY_MS) {
      toldAt = Date.now();
      told(`${due} due, ${later} later`);
    }
    if (Date.now() - lessAt > GIVE_UP_AFTER_MS) return due + later;
    if (due === 0) await letTimePass(database, paySide);
    await pause(LOOK_EVERY_MS);
  }
}

async function workLeft({ pool }: StormDatabase): Promise<{ readonly due: number; readonly later: number }> {
  const { rows } = await pool.query<{ due: string; later: string }>(
    `with work as (
      select look_at as at from collection where look_at is not null
      union all select next_at from refund where next_at is not null
      union all select kept_at from payment_notification where ended_at is null)
    select count(*) filter (where at <= now()) as due, count(*) filter (where at > now()) as later from work`,
  );
  const [row] = rows;
  return { due: Number(row?.due), later: Number(row?.later) };
}

async function letTimePass({ pool }: StormDatabase, paySide: PaySide): Promise<void> {
  paySide.later(JUMP_MS);
  const interval = `${JUMP_MS} milliseconds`;
  await pool.query(
    `update collection set look_at = look_at - $1::interval, expires_at = expires_at - $1::interval
     where look_at is not null`,
    [interval],
  );
  await pool.query('update refund set next_at = next_at - $1::interval where next_at is not null', [interval]);
}
