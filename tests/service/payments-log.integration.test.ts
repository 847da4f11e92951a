import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { UNIT_FIELDS } from '../../online-service/testing/unit-fields.ts';
import type { Notification, NotifyRequest } from '../../sandbox/pay/notifier.ts';
import { buyerOf } from '../../sandbox/pay/payer.ts';
import { walletCode } from '../../sandbox/pay/wallet-code.ts';
import { openPhones } from '../support/read-code.ts';
import { signedOrder } from './signed-order.ts';
import { wholeService } from './whole-service.ts';

const FIELDS: FormFields = {
  ...UNIT_FIELDS,
  'unitCheck.way': 'legal-representative-card',
  'unitCheck.cardNumber': '6222021234567894',
  'unitCheck.cardMobile': '13533334444',
  'operatorCheck.way': 'bank-card',
  'operatorCheck.cardNumber': '6217001234567893',
  'operatorCheck.cardMobile': '13677778888',
};
const service = await wholeService();
const { call, ask, payments } = service;
const { alipay, wechat } = payments.payAccounts();
const heard: NotifyRequest[] = [];
listenIn();

describe('keys, secrets and raw bodies of payments', () => {
  beforeAll(async () => {
    const phones = await openPhones(service.sandboxUrl);
    const { order, token } = await signedOrder(service, { fields: FIELDS, phones });
    const { id } = order;
    const codes = { alipay: await open(id, 'alipay'), wechat: await open(id, 'wechat') };
    await askWhileProvidersAreUnwell(id);
    for (const way of ['wechat', 'alipay'] as const) payments.world.faults[way].set('here', ['forged', 'doubled']);
    // Both are paid: the second one goes back by itself.
    await Promise.all([pay(codes.wechat), pay(codes.alipay)]);
    await soon(async () => expect((await read()).refunds).toMatchObject([{ standing: 'done' }]));
    const { orderVersion: version } = await read();
    await call('orders.cancel', { id, version }, token);
    await soon(async () => expect((await read()).payment).toBe('refunded'));
    await tellFalsely();
    await turnSettingsBad();

    function read() {
      return call('payments.read', { id }, token);
    }

    async function open(orderId: string, way: 'alipay' | 'wechat'): Promise<string> {
      const { codes: shown } = await call('payments.open', { id: orderId, way }, token);
      return shown.flatMap((one) => (one.way === way && one.standing === 'open' ? one.code : []))[0] ?? '';
    }

    async function askWhileProvidersAreUnwell(orderId: string): Promise<void> {
      for (const answers of ['failing', 'half', 'down'] as const) {
        for (const way of ['wechat', 'alipay'] as const) payments.world.faults[way].set(answers);
        await expect(call('payments.check', { id: orderId }, token)).rejects.toThrow('PAYMENT_PROVIDER_AWAY');
      }
    }
  }, 120_000);

  it('do not stand in the log, at its finest level', () => {
    expect(service.log()).toContain('money has come in');
    expect(service.log()).toContain('was refused');
    expect(service.log()).toContain('has turned bad');
    expect(foundIn(service.log())).toEqual([]);
  });

  it('nor in the metrics', async () => {
    expect(foundIn((await ask('/metrics')).body.toString())).toEqual([]);
  });

  it('nor in any column of the database that is not sealed', async () => {
    const dump = await service.dump();
    expect(dump.get('public.payment_notification')).not.toBe('');
    for (const [table, rows] of dump) expect([table, foundIn(rows)]).toEqual([table, []]);
  });

  it('nor in what is answered to those who are refused', () => {
    expect(service.refusals.length).toBeGreaterThan(4);
    expect(foundIn(service.refusals.join('\n'))).toEqual([]);
  });

  it('what is looked for would be found', () => {
    const all = secrets();
    expect(heard.length).toBeGreaterThan(5);
    expect(foundIn(all.join(' '))).toEqual(all);
    expect(foundIn(Buffer.from(all[0] ?? '').toString('hex'))).toEqual([all[0]]);
  });
});

function soon(look: () => Promise<void>): Promise<void> {
  return vi.waitFor(look, { timeout: 30_000, interval: 100 });
}

/** What goes to the service goes by us, forged or not. */
function listenIn(): void {
  const { notifier } = payments.world;
  const heardOn = (notification: Notification): Notification => ({
    ...notification,
    make() {
      const request = notification.make();
      heard.push(request);
      return request;
    },
  });
  const { notify, sendOnce } = notifier;
  notifier.notify = (notification) => notify.call(notifier, heardOn(notification));
  notifier.sendOnce = (notification) => sendOnce.call(notifier, heardOn(notification));
}

async function pay(code: string): Promise<void> {
  const paid = await fetch(new URL('wallet/pay', service.sandboxUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: walletCode(code) }),
  });
  expect(paid.status).toBe(200);
}

/** Each of what came, once more to the other provider's door, and without its end. */
async function tellFalsely(): Promise<void> {
  for (const { headers, body } of [...heard]) {
    const isAlipay = headers['wechatpay-serial'] === undefined;
    const [own, other] = isAlipay ? (['alipay', 'wechat'] as const) : (['wechat', 'alipay'] as const);
    for (const [door, said] of [
      [other, body],
      [own, body.slice(0, -9)],
    ] as const) {
      const { status } = await ask(`/callbacks/${door}`, { method: 'POST', headers, body: said });
      expect([400, 401]).toContain(status);
    }
  }
}

async function turnSettingsBad(): Promise<void> {
  await writeFile(join(service.folder, 'alipay.json'), `{"appPrivateKey": ${JSON.stringify(alipay.appPrivateKey)},`);
  await ask('/callbacks/alipay', { method: 'POST', body: 'sign=x' });
  const settings = { ...wechat, apiV3Keys: [`${wechat.apiV3Keys[0]}-too-long`] };
  await writeFile(join(service.folder, 'wechat.json'), JSON.stringify(settings));
  await ask('/callbacks/wechat', { method: 'POST', body: '{}' });
}

/** Keys by a line of their own, signatures and contents as they came, and who paid. */
function secrets(): string[] {
  const lineOf = (pem: string) => pem.split('\n')[3] ?? '';
  const said = heard.flatMap(({ headers, body }) => {
    if (headers['wechatpay-signature'] === undefined) return [body, new URLSearchParams(body).get('sign') ?? ''];
    const { resource } = JSON.parse(body) as { readonly resource: { readonly ciphertext: string } };
    return [body, resource.ciphertext, headers['wechatpay-signature']];
  });
  const keys = [lineOf(alipay.appPrivateKey), lineOf(wechat.merchant.privateKey), ...wechat.apiV3Keys];
  return [...new Set([...keys, buyerOf('alipay'), buyerOf('wechat'), ...said])];
}

/** As text, and as bytes that are printed in hexadecimal or base64. */
function foundIn(text: string): string[] {
  return secrets().filter((secret) => {
    const bytes = Buffer.from(secret, 'utf8');
    return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')].some((form) =>
      text.includes(form),
    );
  });
}
