import { createHash, randomUUID } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { createLog } from '../create-log.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { readDocument } from '../links/read-document.ts';
import { cameraLink, takePhoto } from '../links/take-photo.ts';
import type { Stores } from '../stores.ts';
import { CONSENT, codeOf, fresh, got, holderOf, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import { materialOperations } from './material-operations.ts';
import { openDiskStore } from './store/disk-store.ts';

const desk = await orderDesk();
const store = await openDiskStore(await temporaryFolder());
const tools = { ...desk.tools, materials: store, publicUrl: () => 'https://ca.example.cn', log: createLog('silent') };
const operations = { ...desk.operations, ...materialOperations(tools) };
const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
});

async function confirmed(): Promise<{ order: OrderView; me: Asked }> {
  const input = { channelId: 'shangqiu-ggzy', business: 'new-unit' as const, fields: UNIT_FIELDS };
  const { order, token } = got(await operations['orders.begin'](input, fresh(PUBLIC)));
  const me = holderOf(order, token);
  await desk.pass(order);
  const filled = { id: order.id, version: 0, captcha: await desk.captcha(), agreements: CONSENT };
  const { version, digest = '' } = got(await operations['orders.fillIn'](filled, fresh(me)));
  return { order: got(await operations['orders.confirm']({ id: order.id, version, digest }, fresh(me))), me };
}

const begin = (order: OrderView, bytes: Uint8Array) => ({
  id: order.id,
  slot: 'business-licence' as const,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

async function upload(order: OrderView, me: Asked, bytes: Uint8Array) {
  const { uploadId } = got(await operations['materials.begin'](begin(order, bytes), fresh(me)));
  const half = Math.ceil(bytes.length / 2);
  for (const offset of [0, half]) {
    const data = Buffer.from(bytes.subarray(offset, offset + half)).toString('base64');
    got(await operations['materials.piece']({ id: order.id, uploadId, offset, data }, me));
  }
  return operations['materials.finish']({ id: order.id, uploadId }, fresh(me));
}

async function inStore(order: OrderView): Promise<number> {
  let count = 0;
  for await (const _ of store.list(`orders/${order.id}/`)) count += 1;
  return count;
}

describe('domain 3.1: materials', () => {
  test('a picture that arrives in pieces stands in its slot, re-encoded', async () => {
    const { order, me } = await confirmed();
    const after = got(await upload(order, me, picture));
    expect(after.materials.find(({ slot }) => slot === 'business-licence')).toMatchObject({
      standing: 'stored',
      kind: 'png',
      width: 800,
      height: 600,
    });
  });

  test('another one takes its place, and the first is gone from the store', async () => {
    const { order, me } = await confirmed();
    got(await upload(order, me, picture));
    const other = await sharp(picture).negate().png().toBuffer();
    got(await upload(order, me, other));
    expect(await inStore(order)).toBe(1);
  });

  test('after a broken line the upload goes on where it stopped, and a piece that came twice counts once', async () => {
    const { order, me } = await confirmed();
    const { uploadId } = got(await operations['materials.begin'](begin(order, picture), fresh(me)));
    const piece = { id: order.id, uploadId, offset: 0, data: picture.subarray(0, 300).toString('base64') };
    expect(got(await operations['materials.piece'](piece, me))).toEqual({ offset: 300 });
    expect(got(await operations['materials.piece'](piece, me))).toEqual({ offset: 300 });
    expect(await operations['materials.piece']({ ...piece, offset: 600 }, me)).toMatchObject({
      error: { code: 'UPLOAD_OFFSET', values: { offset: 300 } },
    });
    expect(got(await operations['materials.begin'](begin(order, picture), fresh(me)))).toEqual({
      uploadId,
      offset: 300,
    });
  });

  test('a file over the channel’s limit is refused before it is sent', async () => {
    const { order, me } = await confirmed();
    const input = { ...begin(order, picture), bytes: 1.5 * 1024 * 1024 + 1 };
    expect(await operations['materials.begin'](input, fresh(me))).toMatchObject({
      error: { code: 'MATERIAL_TOO_LARGE', values: { limit: '1.5' } },
    });
  });

  test.each([
    ['text named .png', Buffer.from('not a picture at all, whatever its name says'), 'MATERIAL_NOT_A_PICTURE'],
    ['an SVG named .png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'MATERIAL_KIND_NOT_ALLOWED'],
    ['a picture cut short', picture.subarray(0, -40), 'MATERIAL_DAMAGED'],
  ])('%s is refused by its content, and nothing is stored', async (_name, bytes, code) => {
    const { order, me } = await confirmed();
    expect(codeOf(await upload(order, me, bytes))).toBe(code);
    expect(await inStore(order)).toBe(0);
  });

  test('what arrives must be what was announced', async () => {
    const { order, me } = await confirmed();
    const announced = { ...begin(order, picture), sha256: 'a'.repeat(64) };
    const { uploadId } = got(await operations['materials.begin'](announced, fresh(me)));
    const data = picture.toString('base64');
    got(await operations['materials.piece']({ id: order.id, uploadId, offset: 0, data }, me));
    expect(codeOf(await operations['materials.finish']({ id: order.id, uploadId }, fresh(me)))).toBe('UPLOAD_DIFFERS');
  });

  test('a repetition of the last step has the first reply', async () => {
    const { order, me } = await confirmed();
    const { uploadId } = got(await operations['materials.begin'](begin(order, picture), fresh(me)));
    const data = picture.toString('base64');
    got(await operations['materials.piece']({ id: order.id, uploadId, offset: 0, data }, me));
    const asked = fresh(me);
    const first = await operations['materials.finish']({ id: order.id, uploadId }, asked);
    expect(await operations['materials.finish']({ id: order.id, uploadId }, asked)).toEqual(first);
    expect(await inStore(order)).toBe(1);
  });

  test('before the confirmation, and to strangers, no slot is open', async () => {
    const { order, me } = await confirmed();
    const { me: stranger } = await confirmed();
    expect(codeOf(await operations['materials.begin'](begin(order, picture), fresh(stranger)))).toBe('ORDER_UNKNOWN');
    got(await operations['orders.edit']({ id: order.id, version: order.version }, fresh(me)));
    expect(codeOf(await operations['materials.begin'](begin(order, picture), fresh(me)))).toBe(
      'ORDER_STEP_NOT_ALLOWED',
    );
  });

  test('an order with all its materials can be submitted, one without cannot', async () => {
    const { order, me } = await confirmed();
    const { id, version } = order;
    expect(await operations['orders.submit']({ id, version }, fresh(me))).toMatchObject({
      error: { code: 'MATERIALS_MISSING', values: { count: 4 } },
    });
    await desk.store(order);
    expect(codeOf(await operations['orders.submit']({ id, version }, fresh(me)))).toBe('ok');
  });
});

describe('two requests at once', () => {
  /** Until somebody waits for a row of ours, or `work` is done. */
  async function waitingOrDone(work: Promise<unknown>): Promise<void> {
    let done = false;
    work.finally(() => {
      done = true;
    });
    while (!done) {
      const { rows } = await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`.execute(desk.db);
      if (rows.length > 0) return;
    }
  }

  test('a slot is not emptied behind the back of a submission', async () => {
    const { order, me } = await confirmed();
    await desk.store(order);
    const { id } = order;
    const removing = await desk.tools.transact(async (stores) => {
      const held = await stores.orders.findToChange(id);
      if (!held) throw new Error('no order');
      const reply = operations['materials.remove']({ id, slot: 'business-licence' }, fresh(me));
      await waitingOrDone(reply);
      await stores.orders.change(held, { state: 'submitted' }, { event: 'submit', by: 'applicant' });
      return { reply };
    });
    expect(codeOf(await removing.reply)).toBe('ORDER_STEP_NOT_ALLOWED');
    const after = got(await operations['orders.read']({ id }, me));
    expect(after.materials.every(({ standing }) => standing === 'stored')).toBe(true);
  });

  test('nothing is submitted whose slot is being emptied', async () => {
    const { order, me } = await confirmed();
    await desk.store(order);
    const { id, version } = order;
    const submitting = await desk.tools.transact(async (stores) => {
      await stores.orders.findToChange(id);
      const reply = operations['orders.submit']({ id, version }, fresh(me));
      await waitingOrDone(reply);
      await stores.orders.removeMaterial(id, 'business-licence');
      return { reply };
    });
    expect(codeOf(await submitting.reply)).toBe('MATERIALS_MISSING');
  });

  test('a removal that comes again takes nothing of the picture that came after it', async () => {
    const { order, me } = await confirmed();
    got(await upload(order, me, picture));
    const asked = fresh(me);
    const input = { id: order.id, slot: 'business-licence' as const };
    const first = await operations['materials.remove'](input, asked);
    got(await upload(order, me, picture));
    expect(await operations['materials.remove'](input, asked)).toEqual(first);
    expect(await inStore(order)).toBe(1);
  });
});

describe('the phone’s camera', () => {
  test('a photo of which nobody knows whether its order names it already is not thrown away', async () => {
    const { order, me } = await confirmed();
    const { url } = got(await operations['materials.phone']({ id: order.id, slot: 'business-licence' }, fresh(me)));
    let transactions = 0;
    const torn = {
      ...tools,
      transact: async <Value>(work: (stores: Stores) => Promise<Value>) => {
        const value = await tools.transact(work);
        transactions += 1;
        if (transactions > 2) throw new Error('the line broke behind the commit');
        return value;
      },
    };
    const photo = takePhoto(torn)(url.slice('https://ca.example.cn/m/'.length), picture);
    await expect(photo).rejects.toThrow('the line broke');
    const after = await tools.transact((stores) => stores.orders.find(order.id));
    expect(await store.get(after?.materials[0]?.storeKey ?? '')).toBeDefined();
  });

  test('its address takes one picture, once', async () => {
    const { order, me } = await confirmed();
    const { url } = got(await operations['materials.phone']({ id: order.id, slot: 'business-licence' }, fresh(me)));
    const token = url.slice('https://ca.example.cn/m/'.length);
    expect(await cameraLink(tools)(token)).toEqual({ slot: 'business-licence', mostBytes: 1.5 * 1024 * 1024 });
    expect(codeOf(await takePhoto(tools)(token, Buffer.from('no picture')))).toBe('MATERIAL_NOT_A_PICTURE');
    expect(codeOf(await takePhoto(tools)(token, picture))).toBe('ok');
    expect(codeOf(await takePhoto(tools)(token, picture))).toBe('UPLOAD_UNKNOWN');
    expect(await cameraLink(tools)(token)).toBeUndefined();
    const after = got(await operations['orders.read']({ id: order.id }, me));
    expect(after.materials.find(({ slot }) => slot === 'business-licence')?.standing).toBe('stored');
  });

  test('ten minutes later, guessed, or used for a document, it leads nowhere', async () => {
    const { order, me } = await confirmed();
    const { url } = got(await operations['materials.phone']({ id: order.id, slot: 'business-licence' }, fresh(me)));
    const token = url.slice('https://ca.example.cn/m/'.length);
    expect(await cameraLink(tools)(randomUUID())).toBeUndefined();
    const paper = got(await operations['documents.link']({ id: order.id, of: 'application-form' }, me));
    expect(await cameraLink(tools)(paper.url.slice('https://ca.example.cn/d/'.length))).toBeUndefined();
    desk.clock.now = new Date(desk.clock.now.getTime() + 10 * 60_000);
    expect(await cameraLink(tools)(token)).toBeUndefined();
  });
});

describe('how much one order may ask for', () => {
  const { burst } = LIMITS_OF.picturesOfOrder;

  test('so many pictures, by the panel and by the phone together; another order has its own', async () => {
    const [{ order, me }, other] = [await confirmed(), await confirmed()];
    const { url } = got(await operations['materials.phone']({ id: order.id, slot: 'seal-sheet' }, fresh(me)));
    for (let count = 0; count < burst; count += 1) {
      got(await operations['materials.begin'](begin(order, picture), fresh(me)));
    }
    expect(await operations['materials.begin'](begin(order, picture), fresh(me))).toMatchObject({
      error: { code: 'TRIES_TOO_FAST', values: { seconds: 20 } },
    });
    const token = url.slice('https://ca.example.cn/m/'.length);
    expect(codeOf(await takePhoto(tools)(token, picture))).toBe('TRIES_TOO_FAST');
    expect(codeOf(await upload(other.order, other.me, picture))).toBe('ok');
    desk.clock.now = new Date(desk.clock.now.getTime() + 20_000);
    expect(codeOf(await takePhoto(tools)(token, picture))).toBe('ok');
  });

  test('so many links, and so many papers printed by opening one of them', async () => {
    const { order, me } = await confirmed();
    const wanted = { id: order.id, of: 'application-form' as const };
    const { url } = got(await operations['documents.link'](wanted, me));
    const codes = new Set<string>();
    for (let count = 0; count < LIMITS_OF.linksOfOrder.burst; count += 1) {
      codes.add(codeOf(await operations['documents.link'](wanted, me)));
    }
    expect([...codes]).toEqual(['ok', 'TRIES_TOO_FAST']);
    let printed = 0;
    const read = readDocument(tools, {
      async print() {
        printed += 1;
        return Uint8Array.of(1);
      },
      close: async () => undefined,
    });
    const open = () => read(url.slice('https://ca.example.cn/d/'.length));
    for (let count = 0; count < LIMITS_OF.printsOfOrder.burst; count += 1) await open();
    expect(await open()).toMatchObject({ error: { code: 'TRIES_TOO_FAST' } });
    expect(printed).toBe(LIMITS_OF.printsOfOrder.burst);
  });
});
