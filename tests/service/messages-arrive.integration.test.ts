import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMail } from '../../online-service/messages/mail/smtp-mail.ts';
import { type AliyunSmsConfig, aliyunSms } from '../../online-service/messages/sms/aliyun-sms.ts';
import type { Sms } from '../../online-service/messages/sms/sms-sender.ts';
import { MAIL_TEMPLATES, SMS_TEMPLATES } from '../../online-service/outbox/outbox.ts';
import { newMailbox } from '../../sandbox/mailbox/mailbox.ts';
import { type MailServer, startMailServer } from '../../sandbox/mailbox/smtp-server.ts';
import { newPhones } from '../../sandbox/phones/phone.ts';
import { newSmsAccount } from '../../sandbox/phones/sms-account.ts';
import { smsApiRoutes } from '../../sandbox/phones/sms-api-routes.ts';

const phones = newPhones();
const mailbox = newMailbox();
const account = await newSmsAccount();
const provider = fastify({ forceCloseConnections: true });
let config: AliyunSmsConfig;
let mailServer: MailServer;

beforeAll(async () => {
  await provider.register(smsApiRoutes(account, phones));
  const endpoint = await provider.listen({ host: '127.0.0.1', port: 0 });
  const codes = Object.fromEntries(account.templates.map(({ name, code }) => [name, code]));
  config = { endpoint, ...account, templates: codes as AliyunSmsConfig['templates'] };
  mailServer = await startMailServer(mailbox);
});

afterAll(async () => {
  await provider.close();
  await mailServer.stop();
});

/** What single templates need beside the order's number. */
const OTHER = {
  courier: '示例快递',
  trackingNumber: 'SF1234567890',
  password: 'Xk27qpLm',
  holder: '示例公司',
  days: '30',
  until: '2026-12-23',
};

function sms(other: Partial<Sms> = {}): Sms {
  const values = { code: '048213', number: '261123-00042', channel: '示例交易中心', amount: '310.00', ...OTHER };
  return { id: randomUUID(), to: '13800138000', template: 'signing-code', values, ...other };
}

describe('a text message', () => {
  it.each(SMS_TEMPLATES)('%s arrives as the provider has it registered, with our reference', async (template) => {
    const sent = sms({ template });
    await aliyunSms(config).send(sent);
    const [newest] = phones.newestFirst();
    expect(newest?.item).toMatchObject({ number: '13800138000', reference: sent.id });
    expect(newest?.item.text).toMatch(/^【证桥】/);
    expect(newest?.item.text).toMatch(/048213|261123-00042|2026-12-23/);
    expect(newest?.item.text).not.toContain('$');
  });

  it.each<[string, Partial<AliyunSmsConfig>, string]>([
    ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown account', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound'],
    ['a signature that is not registered', { signName: '别家' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    ['a provider that is away', { endpoint: 'http://127.0.0.1:1' }, 'ECONNREFUSED'],
  ])('%s is for the operator to mend: it is tried again', async (_, other, code) => {
    const before = phones.newestFirst().length;
    await expect(aliyunSms({ ...config, ...other }).send(sms())).rejects.toMatchObject({ code, final: false });
    expect(phones.newestFirst()).toHaveLength(before);
  });

  it.each<[string, Partial<Sms>, string]>([
    ['a number that is none', { to: '12345' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['a text without its code', { values: { number: '1' } }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['a value too long for a text', { values: { code: '1'.repeat(36) } }, 'isv.PARAM_LENGTH_LIMIT'],
  ])('%s is refused for good', async (_, other, code) => {
    await expect(aliyunSms(config).send(sms(other))).rejects.toMatchObject({ code, final: true });
  });

  it('what goes wrong says nothing of whom it was for', async () => {
    const fault: unknown = await aliyunSms({ ...config, accessKeySecret: 'wrong' })
      .send(sms())
      .catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(Error);
    expect(JSON.stringify([fault, String(fault), (fault as Error).cause])).not.toMatch(/13800138000|048213/);
  });

  it('a request that somebody kept is not taken twice', async () => {
    const asked: { url: string; headers: Record<string, string | string[] | undefined> }[] = [];
    const eavesdropper = fastify();
    eavesdropper.post('/', async ({ raw, headers }) => {
      asked.push({ url: String(raw.url), headers });
      return { Code: 'OK' };
    });
    const endpoint = await eavesdropper.listen({ host: '127.0.0.1', port: 0 });
    await aliyunSms({ ...config, endpoint }).send(sms());
    await eavesdropper.close();
    const [kept] = asked;
    const again = () => provider.inject({ method: 'POST', url: kept?.url ?? '', headers: kept?.headers ?? {} });
    expect((await again()).json()).toMatchObject({ Code: 'OK' });
    expect((await again()).json()).toMatchObject({ Code: 'SignatureNonceUsed' });
    const changed = kept?.url.replace('13800138000', '13900139000') ?? '';
    const forged = await provider.inject({ method: 'POST', url: changed, headers: kept?.headers ?? {} });
    expect(forged.json()).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  });
});

describe('a mail', () => {
  const from = '证桥 <no-reply@example.cn>';
  const values = {
    number: '261123-00042',
    channel: '示例交易中心',
    amount: '310.00',
    invoiceNumber: '26112000000000000001',
    reason: '到账流水里没有这一笔',
    reasons: '营业执照不清楚\n授权书没有盖章',
    ...OTHER,
  };

  it.each(MAIL_TEMPLATES)('%s arrives, Chinese first, English below', async (template) => {
    const id = randomUUID();
    await smtpMail({ url: mailServer.url, from }).send({ id, to: 'operator@example.cn', template, values });
    const [newest] = mailbox.newestFirst();
    expect(newest?.item).toMatchObject({
      to: 'operator@example.cn',
      from: 'no-reply@example.cn',
      messageId: `<${id}@example.cn>`,
    });
    expect(newest?.item.subject).toMatch(/(261123-00042|2026-12-23).* · /);
    expect(newest?.item.text).toMatch(/^您好：[\s\S]*(261123-00042|2026-12-23)[\s\S]*Hello,[\s\S]*\1/);
  });

  it('the same message sent again is recognised by its Message-ID', async () => {
    const mail = { id: randomUUID(), to: 'operator@example.cn', template: 'order-signed' as const, values };
    const sender = smtpMail({ url: mailServer.url, from });
    await sender.send(mail);
    await sender.send(mail);
    const [second, first] = mailbox.newestFirst();
    expect(second?.item.messageId).toBe(first?.item.messageId);
  });

  it('a recipient that is no address is refused for good; a server that is away is tried again', async () => {
    const mail = { id: randomUUID(), to: 'nobody', template: 'order-signed' as const, values };
    const away = smtpMail({ url: 'smtp://127.0.0.1:1', from });
    await expect(away.send({ ...mail, to: 'a@example.cn' })).rejects.toMatchObject({ final: false });
    await expect(smtpMail({ url: mailServer.url, from }).send(mail)).rejects.toMatchObject({ final: true });
  });
});
