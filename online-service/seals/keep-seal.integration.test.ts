import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { removeStrayMaterials } from '../jobs/remove-stray-materials.ts';
import { openDiskStore } from '../materials/store/disk-store.ts';
import { sealedStore } from '../materials/store/sealed-store.ts';
import { listed } from '../materials/store/testing/listed.ts';
import { erasePerson } from '../personal-data/erase-person.ts';
import { exportPerson } from '../personal-data/export-person.ts';
import { masterKeyWrapper } from '../personal-data/master-key-wrapper.ts';
import { retentionRecords } from '../storage/retention-records.ts';
import { fresh, got, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testMasterKeys } from '../testing/test-master-keys.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import { generateSeal } from './generate-seal.ts';
import { keepSeal } from './keep-seal.ts';
import { sampleSeal } from './sample-seal.ts';
import { sealsOfOrder } from './seals-of-order.ts';
import { sheet } from './testing/sheet.ts';

const desk = await orderDesk();
const disk = await openDiskStore(await temporaryFolder());
const materials = sealedStore(disk, masterKeyWrapper(testMasterKeys()));
const { transact, now } = desk.tools;
const tools = { transact, materials, now, log: createLog('silent'), staff: 'maker-1' };
const company = { kind: 'company', name: '示例建设工程有限公司' } as const;

async function begun() {
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
  const fields = { ...UNIT_FIELDS, 'product.seal': 'company-and-legal-representative' as const };
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields };
  return got(await desk.operations['orders.begin'](input, fresh(PUBLIC)));
}

async function generated() {
  const made = await generateSeal(company);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

test('the seals that the order asks for are kept with it, sealed, and audited without a name', async () => {
  const { order } = await begun();
  const asked = sealsOfOrder({ fields: UNIT_FIELDS });
  expect(asked).toEqual([company]);
  const picture = await generated();
  const kept = await keepSeal(tools, { order, kind: 'company', picture, staff: 'maker-1' });
  expect(await transact((stores) => stores.seals.ofOrder(order.id))).toEqual([kept]);
  expect(Buffer.from((await materials.get(kept.pngKey)) ?? []).equals(picture.png)).toBe(true);
  expect(Buffer.from((await disk.get(kept.pngKey)) ?? []).includes('PNG')).toBe(false);
  expect(Buffer.from((await materials.get(kept.svgKey ?? '')) ?? []).toString()).toBe(picture.svg);
  const entry = await desk.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('what', '=', 'seal.kept')
    .executeTakeFirstOrThrow();
  expect(entry).toMatchObject({
    about: order.number,
    actor_id: 'maker-1',
    details: '{"kind":"company","made":"generated","replaced":false}',
  });
});

test('a sampled seal takes the place of the generated one, whose pictures are gone', async () => {
  const { order } = await begun();
  const first = await keepSeal(tools, { order, kind: 'company', picture: await generated(), staff: 'maker-1' });
  const cut = await sampleSeal(await sheet([{ seal: company, left: 180, top: 330, size: 420 }]));
  if (!cut.ok) throw new Error(cut.refusal.code);
  const second = await keepSeal(tools, { order, kind: 'company', picture: cut.value, staff: 'reviewer-1' });
  expect(second).toMatchObject({ made: 'sampled', svgKey: undefined });
  expect(await transact((stores) => stores.seals.ofOrder(order.id))).toEqual([second]);
  expect(await listed(disk, `orders/${order.id}/`)).toEqual([second.pngKey]);
  expect(await materials.get(first.pngKey)).toBeUndefined();
});

test('the job for stray materials leaves seals alone', async () => {
  const { order } = await begun();
  const kept = await keepSeal(tools, { order, kind: 'company', picture: await generated(), staff: 'maker-1' });
  const stray = `orders/${order.id}/${randomUUID()}`;
  await materials.put(stray, Buffer.from('left behind'));
  const later = (days: number) => new Date(desk.clock.now.getTime() + days * 86_400_000);
  for (const days of [1, 3]) {
    const job = removeStrayMaterials({ store: retentionRecords(desk.db), materials: disk, now: () => later(days) });
    await job.run(new AbortController().signal);
  }
  expect((await listed(disk, `orders/${order.id}/`)).toSorted()).toEqual([kept.pngKey, kept.svgKey ?? ''].toSorted());
});

test('a person’s copy has the seals, and an erasure takes them', async () => {
  const { order } = await begun();
  const person = 'somebody';
  await desk.db.updateTable('order').set({ person }).where('id', '=', order.id).execute();
  await keepSeal(tools, { order, kind: 'company', picture: await generated(), staff: 'maker-1' });
  const { orders } = await exportPerson(tools, person);
  expect(orders[0]?.seals).toMatchObject([{ kind: 'company', made: 'generated' }]);
  await desk.db.updateTable('order').set({ state: 'cancelled' }).where('id', '=', order.id).execute();
  await erasePerson(tools, person);
  expect(await listed(disk, `orders/${order.id}/`)).toEqual([]);
});
