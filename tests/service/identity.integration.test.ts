import { createSecretKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../online-service/create-log.ts';
import { followTransfers } from '../../online-service/identity/follow-transfers.ts';
import { openProviders } from '../../online-service/identity/open-providers.ts';
import { identityDesk, TRANSFER_FIELDS } from '../../online-service/identity/testing/identity-desk.ts';
import { capturedLog } from '../../online-service/testing/captured-log.ts';
import { codeOf, fresh, got } from '../../online-service/testing/order-desk.ts';
import { buildSandbox } from '../../sandbox/http/build-sandbox.ts';
import { openInstitutions } from '../../sandbox/open-institutions.ts';
import { remarksOf } from '../support/bank-statement.ts';

const folder = await mkdtemp(join(tmpdir(), 'cb-institutions-'));
const institutions = openInstitutions();
const sandbox = await buildSandbox({ sdkFile: join(folder, 'sdk.js'), routes: [institutions.routes] });
const url = `${await sandbox.listen({ host: '127.0.0.1', port: 0 })}/`;
const { bureau, bank } = institutions.accounts;
const place = (path: string, { appId, key }: typeof bureau) => ({
  url: `${url}${path}/`,
  appId,
  key: createSecretKey(Buffer.from(key, 'base64')),
});
const log = capturedLog();
const providers = openProviders(
  { bureau: place('bureau', bureau), bank: place('bank', bank) },
  createLog('trace', log.stream),
);
const desk = await identityDesk(providers);
const { begun, check, operations } = desk;

afterAll(async () => {
  providers.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

// Each test is another day: accounts and people have their tries again.
beforeEach(() => desk.pass(86_400_000));

const setBureau = (now: string) =>
  fetch(`${url}bureau/availability`, { method: 'POST', body: new URLSearchParams({ now }), redirect: 'manual' });
const account = (number: string) => ({ ...TRANSFER_FIELDS, 'unitCheck.accountNumber': number });

describe('service and institutions, over the wire', () => {
  it('three elements and four elements match and differ', async () => {
    const { order, me } = await begun();
    expect(got(await check(order, 'unit', fresh(me))).checks[0]).toMatchObject({ way: 'phone', standing: 'passed' });
    const card = {
      'unitCheck.way': 'legal-representative-card',
      'unitCheck.cardNumber': '6216261000000000018',
      'unitCheck.cardMobile': '13900139000',
    };
    const byCard = await begun(card);
    expect(codeOf(await check(byCard.order, 'unit', fresh(byCard.me)))).toBe('ok');
    const wrong = await begun({ 'legal.name': '王不符' });
    expect(await check(wrong.order, 'unit', fresh(wrong.me))).toMatchObject({
      error: { code: 'IDENTITY_DIFFERS', values: { triesLeft: 4 } },
    });
  });

  it('one fen arrives, and the code in its remark authorises the unit', async () => {
    const { order, me } = await begun(account('6222020012345678'));
    const unit = got(await check(order, 'unit', fresh(me)));
    const filled = await desk.fillIn(got(await check(unit, 'operator', fresh(me))), me);
    const remarks = await remarksOf(url, '6222020012345678');
    expect(remarks).toHaveLength(1);
    const input = { id: filled.id, version: filled.version, code: remarks[0] ?? '' };
    expect(got(await operations['identity.authorise'](input, fresh(me))).authorised).toBe(true);
  });

  it('an account that ends with 0000 gives it back; one of seven digits is refused', async () => {
    const { order, me } = await begun(account('6222020012340000'));
    got(await check(order, 'unit', fresh(me)));
    expect(await followTransfers(desk.tools)).toBe(1);
    expect((await desk.read(order, me)).checks[0]?.standing).toBe('transfer-returned');
    const short = await begun(account('1234567'));
    expect(codeOf(await check(short.order, 'unit', fresh(short.me)))).toBe('TRANSFER_REFUSED');
  });

  it('asked a second time for the same attempt, the bank sends no second fen', async () => {
    const { order, me } = await begun(account('6222020099998888'));
    got(await check(order, 'unit', fresh(me)));
    const { id } = await desk.db
      .selectFrom('identity_attempt')
      .select('id')
      .where('order_id', '=', order.id)
      .executeTakeFirstOrThrow();
    const remark = (await remarksOf(url, '6222020099998888'))[0] ?? '';
    const elements = { name: '示例建设工程有限公司', account: '6222020099998888', bank: '中国工商银行' };
    const again = { ...elements, province: '410000', city: '411400', remark };
    expect(await providers.transfer.send(id, again)).toBe('sent');
    expect(await remarksOf(url, '6222020099998888')).toEqual([remark]);
  });

  it('a bureau that is away costs no try, and answers when it is back', async () => {
    const { order, me } = await begun();
    await setBureau('away');
    expect(codeOf(await check(order, 'unit', fresh(me)))).toBe('PROVIDER_AWAY');
    await setBureau('here');
    expect(got(await check(order, 'unit', fresh(me))).checks[0]).toMatchObject({ standing: 'passed', triesLeft: 5 });
  });

  it('a key that is not ours is refused, told to staff, and to the applicant as away', async () => {
    const stranger = openProviders(
      { bureau: { ...place('bureau', bureau), key: createSecretKey(Buffer.alloc(32)) } },
      createLog('trace', log.stream),
    );
    const elements = { name: '王示例', idKind: 'resident-id', idNumber: '11010519491231002X', mobile: '13800138001' };
    const asked = stranger.phone.check('0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e', { ...elements, idKind: 'resident-id' });
    await expect(asked).rejects.toMatchObject({ name: 'ProviderAway' });
    stranger.close();
    expect(log.text()).toContain('"level":"error"');
  });

  it('nothing of a person is in the log', () => {
    expect(log.text()).toContain('a provider gave no answer');
    expect(log.text()).not.toMatch(/王示例|王不符|13800138001|11010519|62220200/);
  });
});
