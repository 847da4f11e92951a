import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { untilDeath } from '../../testing/deaths.ts';
import { everyDeathOf } from '../testing/dying-issuer.ts';
import { issuedOf, issuingDesk, newKey, orderFor } from '../testing/issuing-desk.ts';
import { issue } from './issue.ts';
import { SIGNING_LEASE_MS } from './issuing-tools.ts';
import { signReserved } from './sign-reserved.ts';

const { db, tools, clock } = await issuingDesk();

async function rowsOf(orderId: string) {
  return db
    .selectFrom('issuance')
    .select(['id', 'serial_number', 'issued_at'])
    .where('order_id', '=', orderId)
    .execute();
}

const nobodySignsNow = () => {
  clock.now = new Date(clock.now.getTime() + SIGNING_LEASE_MS);
};

it('a process that dies anywhere in issuing leaves one certificate for the order and key, and none that is unknown', async () => {
  const moments = await everyDeathOf(tools, async (dying) => {
    const order = orderFor(newKey('p256'), 'sign');
    await untilDeath(issue(dying.tools, order));
    const left = await rowsOf(order.orderId);
    const known = await Promise.all(
      left.map(({ serial_number: serial }) => tools.transact(({ issuances }) => issuances.findBySerial(serial))),
    );
    // Whatever was signed stood in the database before.
    for (const bytes of dying.signedBytes) expect(known.some((one) => one?.toBeSigned.equals(bytes))).toBe(true);
    nobodySignsNow();
    await signReserved(tools).run();
    const after = await rowsOf(order.orderId);
    expect(after.every(({ issued_at: at }) => at !== null)).toBe(true);
    const { serialNumber } = issuedOf(await issue(tools, order));
    expect((await rowsOf(order.orderId)).map((row) => row.serial_number)).toEqual([serialNumber]);
    if (left[0]) expect(left[0].serial_number).toBe(serialNumber);
  });
  // Reserve, sign, keep.
  expect(moments).toBe(3);
});

it('a process that dies while it signs what another left does not lose it', async () => {
  const moments = await everyDeathOf(tools, async (dying) => {
    const order = orderFor(newKey('p256'), 'sign');
    const broken = { ...tools, authorities: withoutSigning() };
    await expect(issue(broken, order)).rejects.toThrow('the module is away');
    nobodySignsNow();
    // What the dead process would have written to its log is nothing to us.
    await untilDeath(signReserved(dying.tools).run());
    nobodySignsNow();
    await signReserved(tools).run();
    const rows = await rowsOf(order.orderId);
    expect(rows.map(({ issued_at: at }) => at !== null)).toEqual([true]);
    expect(issuedOf(await issue(tools, order)).serialNumber).toBe(rows[0]?.serial_number);
  });
  // Take, sign, keep.
  expect(moments).toBe(3);
});

it('one that cannot be signed holds up no other', async () => {
  const [bad, good] = [orderFor(newKey('rsa-2048'), 'sign'), orderFor(newKey('p256'), 'sign')];
  const away = { ...tools, authorities: withoutSigning() };
  for (const order of [bad, good]) await expect(issue(away, order)).rejects.toThrow('the module is away');
  nobodySignsNow();
  const of = new Map([...away.authorities.of, ...[...tools.authorities.of].filter(([name]) => name === 'p256')]);
  expect(await signReserved({ ...tools, authorities: { ...tools.authorities, of } }).run()).toEqual({
    done: 1,
    more: false,
  });
  expect((await issue(tools, good)).outcome).toBe('issued');
  nobodySignsNow();
  expect((await signReserved(tools).run()).done).toBe(1);
  expect((await issue(tools, bad)).outcome).toBe('issued');
});

describe('a statement that fails, as a full disk or a broken rule has it', () => {
  /** PostgreSQL itself refuses to write to that table. */
  const failing = async (on: 'insert' | 'update', work: () => Promise<void>) => {
    await sql`create or replace function refuse_for_test() returns trigger language plpgsql as $$ begin raise exception 'refused for a test'; end $$`.execute(
      db,
    );
    await sql`create trigger refused before ${sql.raw(on)} on issuance execute function refuse_for_test()`.execute(db);
    await work().finally(() => sql`drop trigger refused on issuance`.execute(db));
  };

  it('at the reservation: nothing was signed, and asked again it is issued', async () => {
    const order = orderFor(newKey('p256'), 'sign');
    const signing = slowSigner();
    signing.goOn();
    let signed = false;
    signing.signing.then(() => {
      signed = true;
    });
    await failing('insert', () =>
      expect(issue({ ...tools, authorities: signing.authorities }, order)).rejects.toThrow(),
    );
    expect(signed).toBe(false);
    expect((await issue(tools, order)).outcome).toBe('issued');
    expect(await rowsOf(order.orderId)).toHaveLength(1);
  });

  it('at the certificate: the reservation stands, and becomes the certificate', async () => {
    const order = orderFor(newKey('p256'), 'sign');
    await failing('update', () => expect(issue(tools, order)).rejects.toThrow());
    const [reserved, ...others] = await rowsOf(order.orderId);
    expect(others).toEqual([]);
    expect(reserved?.issued_at).toBeNull();
    nobodySignsNow();
    await signReserved(tools).run();
    expect(issuedOf(await issue(tools, order)).serialNumber).toBe(reserved?.serial_number);
  });
});

it('two that sign the same at once, because one was thought dead, give out one certificate', async () => {
  const order = orderFor(newKey('p256'), 'sign');
  const slow = slowSigner();
  const first = issue({ ...tools, authorities: slow.authorities }, order);
  await slow.signing;
  nobodySignsNow();
  const second = issuedOf(await issue(tools, order));
  slow.goOn();
  expect(issuedOf(await first)).toEqual(second);
});

function withoutSigning() {
  return withSign(() => Promise.reject(new Error('the module is away')));
}

function slowSigner() {
  const { promise: signing, resolve: begun } = Promise.withResolvers<void>();
  const { promise: allowed, resolve: goOn } = Promise.withResolvers<void>();
  const authorities = withSign(async (message, sign) => {
    begun();
    await allowed;
    return sign(message);
  });
  return { authorities, signing, goOn };
}

type Sign = (message: Uint8Array) => Promise<Uint8Array>;

function withSign(sign: (message: Uint8Array, real: Sign) => Promise<Uint8Array>) {
  const of = new Map(
    [...tools.authorities.of].map(([algorithm, authority]) => [
      algorithm,
      { ...authority, key: { ...authority.key, sign: (message: Uint8Array) => sign(message, authority.key.sign) } },
    ]),
  );
  return { ...tools.authorities, of };
}
