import { constants, createPublicKey, publicEncrypt, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDemoCa } from '../demo-keys/demo-ca.ts';
import { DEMO_KEYS, DEMO_PIN, DEMO_SO_PIN, type DemoKeySpec } from '../demo-keys/demo-key-specs.ts';
import { makeDemoKey } from '../demo-keys/demo-keys.ts';
import { until } from '../usb-port/until.ts';
import { createUsbPort, OPENSC_MODULE, type UsbPort } from '../usb-port/usb-port.ts';
import { cardFile } from '../usb-port/virtual-key.ts';
import { readState } from './state-file.ts';
import { Pkcs11Tool } from './testing/pkcs11-tool.ts';
import { type SlotWatcher, watchSlots } from './testing/slot-watcher.ts';

const FIRST = 'ukey-0926';
const SECOND = 'ukey-0408';
const LOGIN = ['--login', '--pin', DEMO_PIN];
const SO_LOGIN = ['--login', '--login-type', 'so', '--so-pin', DEMO_SO_PIN];
const MESSAGE = Buffer.from('投标文件');

let dataDir: string;
let port: UsbPort;
let tool: Pkcs11Tool;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cbcard-'));
  const ca = await ensureDemoCa(dataDir);
  const cards: DemoKeySpec[] = DEMO_KEYS.filter((spec) => spec.kind === 'card');
  await Promise.all(cards.map((spec) => makeDemoKey(dataDir, { ...spec, locked: false }, ca)));
  port = await createUsbPort({ dataDir });
  tool = new Pkcs11Tool(port.env, dataDir);
});

afterAll(async () => {
  await port.stop();
  rmSync(dataDir, { recursive: true });
});

const certificateOf = async (id: string): Promise<X509Certificate> =>
  new X509Certificate(await tool.through(null, '--read-object', '--type', 'cert', '--id', id));

const sign = (...mechanism: readonly string[]): Promise<Buffer> =>
  tool.through(MESSAGE, ...LOGIN, '--sign', '--mechanism', ...mechanism);

describe('a SmartCard-HSM as OpenSC sees it', () => {
  beforeAll(() => port.plug(FIRST).then(() => undefined));
  afterAll(() => port.pull(FIRST).then(() => undefined));

  it('shows label, serial and no PIN pad that it does not have', async () => {
    const { output } = await tool.run('--list-token-slots');
    expect(output).toContain('UKEY-0926');
    expect(output).toContain('CBUK0000926');
    expect(output).toContain('PIN initialized');
    expect(output).not.toContain('protected authentication path');
  });

  it('shows both pairs with their certificates, by label and id', async () => {
    const { output } = await tool.run(...LOGIN, '--list-objects');
    expect(output.match(/Private Key Object; RSA/g)).toHaveLength(2);
    expect(output.match(/示例建设工程有限公司 签名/g)?.length).toBeGreaterThanOrEqual(2);
    expect(output).toContain('OU=91411400MA9K000EXP');
  });

  it('signs with RSA, PKCS#1 v1.5 and PSS', async () => {
    const { publicKey } = await certificateOf('01');
    const v15 = await sign('SHA256-RSA-PKCS', '--id', '01');
    expect(verify('sha256', MESSAGE, publicKey, v15)).toBe(true);
    const pss = await sign('SHA256-RSA-PKCS-PSS', '--id', '01');
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    expect(verify('sha256', MESSAGE, { key: publicKey, padding, saltLength: 32 }, pss)).toBe(true);
  });

  it.each([
    ['RSA-PKCS', constants.RSA_PKCS1_PADDING],
    ['RSA-X-509', constants.RSA_NO_PADDING],
  ])('decrypts with the encryption pair, %s', async (mechanism, padding) => {
    const { publicKey } = await certificateOf('02');
    const plain = padding === constants.RSA_NO_PADDING ? Buffer.concat([Buffer.alloc(244), MESSAGE]) : MESSAGE;
    const sealed = publicEncrypt({ key: publicKey, padding }, plain);
    const opened = await tool.through(sealed, ...LOGIN, '--decrypt', '--mechanism', mechanism, '--id', '02');
    expect(opened.subarray(opened.length - MESSAGE.length)).toEqual(MESSAGE);
  });

  it('makes an RSA and an EC pair, writes a certificate, and deletes all of it', async () => {
    const rsa = await tool.run(...LOGIN, '--keypairgen', '--key-type', 'RSA:2048', '--id', '11', '--label', 'new-rsa');
    expect(rsa).toMatchObject({ ok: true });
    const ec = await tool.run(
      ...LOGIN,
      '--keypairgen',
      '--key-type',
      'EC:prime256v1',
      '--id',
      '12',
      '--label',
      'new-ec',
    );
    expect(ec).toMatchObject({ ok: true });

    const spki = await tool.through(null, '--read-object', '--type', 'pubkey', '--id', '12');
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const signature = await sign('ECDSA-SHA256', '--id', '12', '--signature-format', 'openssl');
    expect(verify('sha256', MESSAGE, publicKey, signature)).toBe(true);

    const certificate = join(dataDir, 'any.der');
    writeFileSync(certificate, (await certificateOf('01')).raw);
    const write = ['--write-object', certificate, '--type', 'cert', '--id', '11', '--label', 'new-rsa'];
    expect(await tool.run(...LOGIN, ...write)).toMatchObject({ ok: true });
    expect((await certificateOf('11')).subject).toContain('示例建设工程有限公司');

    for (const [type, id] of [
      ['cert', '11'],
      ['privkey', '11'],
      ['privkey', '12'],
    ] as const) {
      const removed = await tool.run(...LOGIN, '--delete-object', '--type', type, '--id', id);
      expect(removed).toMatchObject({ ok: true });
    }
    const { output } = await tool.run(...LOGIN, '--list-objects');
    expect(output).not.toMatch(/new-rsa|new-ec/);
    expect(Object.keys(readState(cardFile(dataDir, FIRST)).keys)).toEqual(['01', '02']);
  });

  it('changes the PIN', async () => {
    const change = (from: string, to: string) => tool.run('--login', '--pin', from, '--change-pin', '--new-pin', to);
    expect(await change(DEMO_PIN, '777777')).toMatchObject({ ok: true });
    expect((await change(DEMO_PIN, '888888')).output).toContain('CKR_PIN_INCORRECT');
    expect(await change('777777', DEMO_PIN)).toMatchObject({ ok: true });
  });

  it('locks at the third wrong PIN and is unlocked by the SO PIN', async () => {
    const flagsAfterWrongPin = async (): Promise<string> => {
      await tool.run('--login', '--pin', '000000', '--list-objects');
      return (await tool.run('--list-token-slots')).output;
    };
    expect(await flagsAfterWrongPin()).toContain('user PIN count low');
    expect(await flagsAfterWrongPin()).toContain('final user PIN try');
    expect(await flagsAfterWrongPin()).toContain('user PIN locked');
    expect((await tool.run(...LOGIN, '--list-objects')).output).toContain('CKR_PIN_LOCKED');
    expect(port.keys().find((key) => key.id === FIRST)?.locked).toBe(true);

    const wrongSoPin = ['--login', '--login-type', 'so', '--so-pin', '0000000000000000'];
    expect((await tool.run(...wrongSoPin, '--init-pin', '--new-pin', DEMO_PIN)).ok).toBe(false);
    expect(readState(cardFile(dataDir, FIRST)).soPin?.triesLeft).toBe(14);
    expect(await tool.run(...SO_LOGIN, '--init-pin', '--new-pin', DEMO_PIN)).toMatchObject({ ok: true });
    expect(await tool.run(...LOGIN, '--list-objects')).toMatchObject({ ok: true });
  });
});

describe('plugging and pulling', () => {
  let watcher: SlotWatcher;
  beforeAll(() => {
    watcher = watchSlots(OPENSC_MODULE, port.env);
  });
  afterAll(() => watcher.stop());

  const labels = (): Promise<string[]> => watcher.ask('slots') as Promise<string[]>;

  it('is seen by a driver that stays loaded, for two keys at once', async () => {
    expect(await labels()).toEqual([]);
    await port.plug(FIRST);
    await until(labels, (now) => now.join() === 'UKEY-0926 (UserPIN)');
    await port.plug(SECOND);
    await until(labels, (now) => now.length === 2);
    await port.pull(FIRST);
    await until(labels, (now) => now.join() === 'UKEY-0408 (UserPIN)');
    await port.pull(SECOND);
    await until(labels, (now) => now.length === 0);
  });

  it('ends an open session with CKR_DEVICE_REMOVED', async () => {
    await port.plug(FIRST);
    await until(labels, (now) => now.length === 1);
    expect(await watcher.ask(`open ${DEMO_PIN}`)).toBe('open');
    expect(await watcher.ask('sign')).toBe(256);
    await port.pull(FIRST);
    await expect(watcher.ask('sign')).rejects.toThrow(/CKR_DEVICE_REMOVED/);
  });
});

describe('a card pulled in the middle of its work', () => {
  const keygen = (): ReturnType<Pkcs11Tool['run']> =>
    tool.run(...LOGIN, '--keypairgen', '--key-type', 'EC:prime256v1', '--id', '21', '--label', 'cut');

  async function apdusOfOneKeygen(): Promise<number> {
    await port.plug(FIRST);
    expect(await keygen()).toMatchObject({ ok: true });
    const event = await port.order(FIRST, 'count');
    await tool.run(...LOGIN, '--delete-object', '--type', 'privkey', '--id', '21');
    await port.pull(FIRST);
    return event.event === 'apdus' ? event.count : 0;
  }

  it('is still a whole card, and its keys still sign', async () => {
    const total = await apdusOfOneKeygen();
    expect(total).toBeGreaterThan(10);
    for (const [fromEnd, moment] of [
      [6, 'before-reply'],
      [4, 'before-work'],
      [2, 'before-reply'],
    ] as const) {
      await port.plug(FIRST);
      const pulled = new Promise<void>((resolve) => {
        const stop = port.onChange(() => {
          stop();
          resolve();
        });
      });
      await port.order(FIRST, `drop-at ${total - fromEnd} ${moment}`);
      expect((await keygen()).ok).toBe(false);
      await pulled;

      await port.plug(FIRST);
      const { publicKey } = await certificateOf('01');
      const signature = await sign('SHA256-RSA-PKCS', '--id', '01');
      expect(verify('sha256', MESSAGE, publicKey, signature)).toBe(true);
      await port.pull(FIRST);
    }
  });

  it('does what it is told to the end, slowly if asked', async () => {
    await port.plug(FIRST);
    expect(await port.order(FIRST, 'delay-ms 300 68')).toMatchObject({ event: 'done' });
    const began = performance.now();
    await sign('SHA256-RSA-PKCS', '--id', '01');
    expect(performance.now() - began).toBeGreaterThan(300);
    expect(await port.order(FIRST, 'nonsense')).toMatchObject({ event: 'refused' });
    await port.pull(FIRST);
  });
});

describe('initialising', () => {
  it('erases the card, sets label and SO PIN, and refuses a wrong SO PIN', async () => {
    await port.plug(SECOND);
    const init = (soPin: string) => tool.run('--init-token', '--label', 'BLANK-01', '--so-pin', soPin);
    expect((await init('1111111111111111')).ok).toBe(false);
    expect(await init(DEMO_SO_PIN)).toMatchObject({ ok: true });
    expect(await tool.run(...SO_LOGIN, '--init-pin', '--new-pin', '135790')).toMatchObject({ ok: true });
    const { output } = await tool.run('--login', '--pin', '135790', '--list-objects');
    expect(output).not.toContain('Private Key Object');
    expect((await tool.run('--list-token-slots')).output).toContain('BLANK-01');
    await port.pull(SECOND);
  });
});
