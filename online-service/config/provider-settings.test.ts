import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { readConfig } from './read-config.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const BUREAU = {
  CERTBRIDGE_BUREAU_URL: 'https://bureau.example.cn/api',
  CERTBRIDGE_BUREAU_APP_ID: 'certbridge',
  CERTBRIDGE_BUREAU_KEY: KEY,
};

function problemOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (fault) {
    if (fault instanceof StartProblem) return fault.toText();
    throw fault;
  }
  throw new Error('it was accepted');
}

describe('bureau and bank', () => {
  test('nothing set: the service runs without them', () => {
    expect(readConfig({}).providers).toEqual({});
  });

  test('one may be set without the other; what is called lies under its address', () => {
    const { bureau, bank } = readConfig(BUREAU).providers;
    expect(bureau).toMatchObject({ url: 'https://bureau.example.cn/api/', appId: 'certbridge' });
    expect(bureau?.key.export()).toEqual(Buffer.alloc(32, 7));
    expect(bank).toBeUndefined();
  });

  test('the invoice platform is one of its own, and its rate is a whole number of percent', () => {
    expect(readConfig({}).invoices).toEqual({ taxPercent: 6 });
    const platform = {
      CERTBRIDGE_INVOICE_URL: 'https://invoice.example.cn',
      CERTBRIDGE_INVOICE_APP_ID: 'certbridge',
      CERTBRIDGE_INVOICE_KEY: KEY,
    };
    expect(readConfig({ ...platform, CERTBRIDGE_INVOICE_TAX_PERCENT: '3' }).invoices).toMatchObject({
      place: { url: 'https://invoice.example.cn/', appId: 'certbridge' },
      taxPercent: 3,
    });
    expect(problemOf({ ...platform, CERTBRIDGE_INVOICE_APP_ID: '' })).toContain('CERTBRIDGE_INVOICE_APP_ID');
    expect(problemOf({ CERTBRIDGE_INVOICE_TAX_PERCENT: '6.5' })).toContain('CERTBRIDGE_INVOICE_TAX_PERCENT');
  });

  test('the key shows itself to nobody who prints the settings', () => {
    const config = readConfig(BUREAU);
    expect(JSON.stringify(config) + inspect(config, { depth: 9 })).not.toContain(KEY);
  });

  test.each(Object.keys(BUREAU))('without %s, that one is named', (name) => {
    expect(problemOf({ ...BUREAU, [name]: '' })).toContain(name);
  });

  test.each([
    ['CERTBRIDGE_BUREAU_URL', 'http://bureau.example.cn/'],
    ['CERTBRIDGE_BUREAU_URL', 'http://127.0.0.1.example.cn/'],
    ['CERTBRIDGE_BUREAU_URL', 'http://127.0.0.1@bureau.example.cn/'],
    ['CERTBRIDGE_BUREAU_URL', 'http://127.0.0.1:80@bureau.example.cn/'],
    ['CERTBRIDGE_BUREAU_URL', 'ftp://bureau.example.cn/'],
    ['CERTBRIDGE_BUREAU_URL', 'https://bureau.example.cn/?a=1'],
    ['CERTBRIDGE_BUREAU_APP_ID', 'two words'],
    ['CERTBRIDGE_BUREAU_KEY', 'c2hvcnQ='],
    ['CERTBRIDGE_BUREAU_KEY', 'not base64 at all, whatever its length may be!!'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(problemOf({ ...BUREAU, [name]: value })).toContain(name);
  });

  test.each(['http://127.0.0.1:7100/bureau/', 'http://localhost/', 'http://[::1]:80'])(
    '%s: within this computer http will do',
    (url) => {
      expect(readConfig({ ...BUREAU, CERTBRIDGE_BUREAU_URL: url }).providers.bureau?.url).toContain(url);
    },
  );
});
