import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { describe, expect, test } from 'vitest';
import { SMS_TEMPLATES } from '../outbox/outbox.ts';
import { StartProblem } from '../problems/start-problem.ts';
import { readConfig } from './read-config.ts';

function problemOf(environment: Record<string, string>): StartProblem {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof StartProblem) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const FROM = '证桥 <no-reply@example.cn>';
const SMS = {
  CERTBRIDGE_SMS_ACCESS_KEY_ID: 'id',
  CERTBRIDGE_SMS_ACCESS_KEY_SECRET: 'secret',
  CERTBRIDGE_SMS_SIGN_NAME: '证桥',
  CERTBRIDGE_SMS_TEMPLATES: SMS_TEMPLATES.map((name, at) => `${name}=SMS_${at + 1}`).join(', '),
};

describe('settings from the environment', () => {
  test('an empty environment gives a service on loopback with its own database', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 7200, host: '127.0.0.1', extensionIds: EXTENSION_IDS, logLevel: 'info' });
    expect(config.databaseUrl).toBeUndefined();
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ CERTBRIDGE_SERVICE_PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('what is set is used', () => {
    const id = 'a'.repeat(32);
    expect(
      readConfig({
        CERTBRIDGE_SERVICE_PORT: '0',
        CERTBRIDGE_SERVICE_HOST: '::1',
        DATABASE_URL: 'postgres://u:p@db.example:5433/name',
        CERTBRIDGE_DATA_DIR: '/var/lib/certbridge',
        CERTBRIDGE_WORK_ORDER_KEY: '/etc/certbridge/work-order-key.json',
        CERTBRIDGE_EXTENSION_IDS: `${id}, ${EXTENSION_IDS[0]}`,
        CERTBRIDGE_LOG_LEVEL: 'silent',
      }),
    ).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://u:p@db.example:5433/name',
      dataDir: '/var/lib/certbridge',
      workOrderKeyFile: '/etc/certbridge/work-order-key.json',
      extensionIds: [id, EXTENSION_IDS[0]],
      logLevel: 'silent',
    });
  });

  test.each([
    ['CERTBRIDGE_SERVICE_PORT', '65536'],
    ['CERTBRIDGE_SERVICE_PORT', '-1'],
    ['CERTBRIDGE_SERVICE_PORT', '72oo'],
    ['CERTBRIDGE_SERVICE_HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'somewhere'],
    ['CERTBRIDGE_WORK_ORDER_KEY', '/'.repeat(5000)],
    ['CERTBRIDGE_EXTENSION_IDS', 'abc'],
    ['CERTBRIDGE_EXTENSION_IDS', `${EXTENSION_IDS[0]},`],
    ['CERTBRIDGE_LOG_LEVEL', 'loud'],
    ['CERTBRIDGE_STOP_SECONDS', '0'],
  ])('%s=%s is refused by its name, with the next step, in both languages', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem.exitCode).toBe(2);
    expect(problem.what.zh).toContain(name);
    expect(problem.what.en).toContain(name);
    expect(problem.next.zh).toMatch(/请改正/);
    expect(problem.next.en).toMatch(/must be/);
  });

  test('messages: nothing set is a service without them; a group is used when it is whole', () => {
    expect(readConfig({}).messages).toEqual({});
    const config = readConfig({ ...SMS, CERTBRIDGE_SMTP_URL: 'smtp://127.0.0.1:25', CERTBRIDGE_MAIL_FROM: FROM });
    expect(config.messages).toEqual({
      sms: {
        endpoint: 'https://dysmsapi.aliyuncs.com',
        accessKeyId: 'id',
        accessKeySecret: 'secret',
        signName: '证桥',
        templates: Object.fromEntries(SMS_TEMPLATES.map((name, at) => [name, `SMS_${at + 1}`])),
      },
      mail: { url: 'smtp://127.0.0.1:25', from: FROM },
    });
  });

  test.each(Object.keys(SMS))('SMS without %s: it is named', (name) => {
    expect(problemOf({ ...SMS, [name]: '' }).what.en).toContain(name);
  });

  test.each([
    ['CERTBRIDGE_SMTP_URL', { CERTBRIDGE_MAIL_FROM: FROM }],
    ['CERTBRIDGE_MAIL_FROM', { CERTBRIDGE_SMTP_URL: 'smtp://127.0.0.1:25' }],
    ['CERTBRIDGE_MAIL_FROM', { CERTBRIDGE_SMTP_URL: 'smtp://127.0.0.1:25', CERTBRIDGE_MAIL_FROM: 'a@b\r\nBcc: c@d' }],
    ['CERTBRIDGE_SMS_TEMPLATES', { ...SMS, CERTBRIDGE_SMS_TEMPLATES: 'signing-code=SMS_1' }],
    ['CERTBRIDGE_SMS_TEMPLATES', { ...SMS, CERTBRIDGE_SMS_TEMPLATES: `${SMS.CERTBRIDGE_SMS_TEMPLATES},other=SMS_9` }],
  ])('mail and SMS: a wrong or missing %s is named', (name, environment) => {
    expect(problemOf(environment).what.en).toContain(name);
  });

  test('all bad values are named at once', () => {
    const text = problemOf({ CERTBRIDGE_SERVICE_PORT: 'x', CERTBRIDGE_LOG_LEVEL: 'x' }).toText();
    expect(text).toContain('CERTBRIDGE_SERVICE_PORT');
    expect(text).toContain('CERTBRIDGE_LOG_LEVEL');
  });

  test('a bad database address is not repeated: it may hold a password', () => {
    expect(problemOf({ DATABASE_URL: 'mysql://u:hunter2@h/d' }).toText()).not.toContain('hunter2');
  });
});
