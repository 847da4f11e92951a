import { createSecretKey, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createLog } from '../../online-service/create-log.ts';
import { textOfPages } from '../../online-service/documents/testing/read-pdf.ts';
import type { InvoiceContent } from '../../online-service/invoices/invoice.ts';
import { openInvoices } from '../../online-service/invoices/open-invoices.ts';
import { smtpMail } from '../../online-service/messages/mail/smtp-mail.ts';
import { sendMessage } from '../../online-service/messages/send-message.ts';
import { capturedLog } from '../../online-service/testing/captured-log.ts';
import { buildSandbox } from '../../sandbox/http/build-sandbox.ts';
import { newMailbox } from '../../sandbox/mailbox/mailbox.ts';
import { startMailServer } from '../../sandbox/mailbox/smtp-server.ts';
import { openInstitutions } from '../../sandbox/open-institutions.ts';

const folder = await mkdtemp(join(tmpdir(), 'cb-invoices-'));
const institutions = openInstitutions();
const sandbox = await buildSandbox({ sdkFile: join(folder, 'sdk.js'), routes: [institutions.routes] });
const url = `${await sandbox.listen({ host: '127.0.0.1', port: 0 })}/`;
const { appId, key } = institutions.accounts.invoice;
const log = capturedLog();
const place = { url: `${url}invoices/`, appId, key: createSecretKey(Buffer.from(key, 'base64')) };
const { platform, close } = openInvoices({ place, taxPercent: 6 }, createLog('trace', log.stream));
if (!platform) throw new Error('no platform');

afterAll(async () => {
  close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const CONTENT: InvoiceContent = {
  buyer: { title: '示例建设工程有限公司', taxpayerNumber: '91110000600037341L' },
  lines: [
    { name: '*信息技术服务*数字证书服务费', count: 1, amount: 30_000 },
    { name: '*信息技术服务*智能密码钥匙', count: 1, amount: 10_000 },
  ],
  total: 40_000,
  orderNumber: '261123-00042',
};
const wanted = { content: CONTENT, taxPercent: 6 };
const setPlatform = (now: string) =>
  fetch(`${url}invoices/availability`, { method: 'POST', body: new URLSearchParams({ now }), redirect: 'manual' });
const textOf = async (id: string) =>
  textOfPages(await platform.pdf(id))
    .join('')
    .replace(/\s+/g, '');

async function issued(content: InvoiceContent = CONTENT) {
  const id = randomUUID();
  const invoice = await platform?.issue(id, { content, taxPercent: 6 });
  if (!invoice || invoice === 'refused') throw new Error('not issued');
  return { id, invoice };
}

describe('service and invoice platform, over the wire', () => {
  it('one id is one invoice, however often it is asked for, and is found again', async () => {
    const { id, invoice } = await issued();
    expect(await platform.issue(id, wanted)).toEqual(invoice);
    expect(await platform.find(id)).toEqual(invoice);
    expect(await platform.find(randomUUID())).toBeUndefined();
  });

  it('an id that comes back with another content is not believed', async () => {
    const { id } = await issued();
    const other = { content: { ...CONTENT, orderNumber: '261123-00043' }, taxPercent: 6 };
    await expect(platform.issue(id, other)).rejects.toMatchObject({ code: 'request-refused' });
  });

  it('the PDF has title, credit code, lines, tax, total in figures and in words, number and seal', async () => {
    const { id, invoice } = await issued();
    const text = await textOf(id);
    const { title, taxpayerNumber = '' } = CONTENT.buyer;
    const shown = [
      '电子发票（普通发票）',
      title,
      taxpayerNumber,
      invoice.number,
      '校验码',
      '*信息技术服务*数字证书服务费',
      '283.02',
      '6%',
      '16.98',
      '¥377.36',
      '¥22.64',
      '肆佰元整',
      '¥400.00',
      '订单号261123-00042',
      '发票专用章',
    ];
    expect(shown.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/地址、电话：[^北]|红字|\ufffd/);
  });

  it('address, phone and bank of the buyer stand on it when they were given', async () => {
    const buyer = { ...CONTENT.buyer, addressAndPhone: '示例路 8 号', bankAndAccount: '示例银行 6222' };
    const { id } = await issued({ ...CONTENT, buyer });
    expect(await textOf(id)).toMatch(/示例路8号.*示例银行6222/);
  });

  it('a red one says what it reverses, counts below nothing, and a blue one is reversed once', async () => {
    const { invoice } = await issued();
    const id = randomUUID();
    expect(await platform.reverse(id, invoice.number)).toMatchObject({
      number: expect.not.stringMatching(invoice.number),
    });
    const text = await textOf(id);
    for (const words of ['红字发票', invoice.number, '-283.02', '¥-400.00', '（负数）肆佰元整']) {
      expect(text).toContain(words);
    }
    expect(await platform.reverse(randomUUID(), invoice.number)).toBe('refused');
  });

  it.each([
    ['lines that do not add up', { ...CONTENT, total: 40_001 }],
    ['a taxpayer number of another length', { ...CONTENT, buyer: { title: '甲', taxpayerNumber: '123' } }],
    ['a title that it does not want', { ...CONTENT, buyer: { title: '拒开有限公司' } }],
  ])('refused: %s', async (_what, content) => {
    expect(await platform.issue(randomUUID(), { content, taxPercent: 6 })).toBe('refused');
  });

  it('one that is away is away, and answers when it is back', async () => {
    await setPlatform('away');
    await expect(platform.issue(randomUUID(), wanted)).rejects.toMatchObject({ code: 'unwell' });
    await setPlatform('here');
    expect(await issued()).toBeDefined();
  });

  it('its page lists them with their PDFs', async () => {
    const { invoice } = await issued();
    const page = await (await fetch(`${url}invoices`)).text();
    expect(page).toContain(invoice.number);
    const pdf = await fetch(`${url}invoices/${invoice.number}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await fetch(`${url}invoices/1/pdf`)).status).toBe(404);
  });

  it('the log shows nothing of the buyer', () => {
    expect(log.text()).not.toMatch(/示例建设|91110000600037341L/);
  });
});

describe('the mail with an invoice', () => {
  it('brings the PDF, in both languages, and advises a private mailbox', async () => {
    const mailbox = newMailbox();
    const server = await startMailServer(mailbox);
    const mail = smtpMail({ url: server.url, from: '证桥 <no-reply@example.cn>' });
    const bytes = await platform.pdf((await issued()).id);
    const readInvoice = async () => ({ name: '261123-00042-blue.pdf', type: 'application/pdf', bytes }) as const;
    const values = { number: '261123-00042', channel: '示例平台', amount: '400.00', invoiceNumber: '26112' };
    const message = { kind: 'mail', to: 'a@example.cn', template: 'invoice', values, invoice: randomUUID() } as const;
    await sendMessage({ mail, readInvoice }, message, randomUUID());
    await server.stop();
    const [arrived] = mailbox.newestFirst();
    expect(arrived?.item.text).toMatch(/个人邮箱[\s\S]*private mailbox/);
    expect(arrived?.item.attachments).toMatchObject([{ name: '261123-00042-blue.pdf', type: 'application/pdf' }]);
    expect(Buffer.from(arrived?.item.attachments[0]?.read() ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is not sent without it', async () => {
    const sent: unknown[] = [];
    const mail = { send: async (each: unknown) => void sent.push(each) };
    const message = {
      kind: 'mail',
      to: 'a@example.cn',
      template: 'invoice',
      values: {},
      invoice: randomUUID(),
    } as const;
    await expect(sendMessage({ mail, readInvoice: async () => undefined }, message, 'id')).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});
