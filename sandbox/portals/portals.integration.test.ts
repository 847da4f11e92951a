import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSandbox } from '../http/build-sandbox.ts';
import { listen } from '../http/listen.ts';
import { PORTALS, type PortalFacts } from './portals.ts';

const CHROMIUM = process.env['CERTBRIDGE_BROWSER'] || '/usr/bin/chromium';

let server: FastifyInstance;
let browser: Browser;
let page: Page;
let port: number;
let folder: string;
let broken: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certbridge-portals-'));
  server = await buildSandbox({
    sdkFile: join(folder, 'certbridge-sdk.js'),
    routes: [],
  });
  port = await listen(server, 0);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  broken = [];
  page.on('pageerror', (error) => broken.push(error.message));
});

afterEach(() => page.close());

const address = (id: PortalFacts['id']) => `http://${id}.portal.localhost:${port}/`;

describe.each(PORTALS)('$host', ({ id, login }) => {
  test('shows its login form in its login window, whole on a small screen, and without an error', async () => {
    await page.goto(address(id));
    await page.waitForSelector(login.form);
    const box = await page.locator(login.window).first().boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(800);
    expect(await page.locator(login.form).first().locator('button[type=submit]').isVisible()).toBe(true);
    expect(broken).toEqual([]);
  });

  test('changes to English and back by its own link', async () => {
    await page.goto(address(id));
    await page.click('text=English');
    await page.waitForSelector('html[lang=en]');
    await page.waitForSelector(login.form);
    await page.click('text=中文');
    await page.waitForSelector('html[lang=zh-CN]');
  });

  test('has nothing wider than the window at 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(address(id));
    await page.waitForSelector(login.form);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
});

describe('shangqiu, the plain one', () => {
  test('works without any script: tabs, a refusal that keeps the tab, and the answer', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(address('shangqiu'));
    await plain.click('text=账号登录');
    await plain.fill('#account', 'x');
    await plain.click('#login-form button');
    expect(await plain.textContent('[role=alert]')).toContain('没有填登录密码');
    expect(await plain.locator('#password').isVisible()).toBe(true);
    await plain.fill('#account', 'x');
    await plain.fill('#password', 'x');
    await plain.click('#login-form button');
    expect(await plain.textContent('h2')).toBe('登录请求已收到');
    await context.close();
  });
});

describe('tongyong, the single-page one', () => {
  test('has no login window in what the server sends: it is drawn later', async () => {
    const answer = await page.goto(address('tongyong'));
    expect(await answer?.text()).not.toContain('login-card');
    await page.waitForSelector('.login-card');
  });

  test('throws its login window away at every heartbeat, with whatever was put into it; typing goes on', async () => {
    await page.goto(address('tongyong'));
    await page.click('#way-account');
    const account = await page.waitForSelector('#account');
    await page.evaluate(() => document.querySelector('.login-card')?.append(document.createElement('x-foreign')));
    await page.type('#account', '示例');
    await page.waitForFunction((old) => !old.isConnected, account);
    expect(await page.locator('x-foreign').count()).toBe(0);
    await page.keyboard.type('单位');
    expect(await page.inputValue('#account')).toBe('示例单位');
  });

  test('changes pages by pushState: no load, no hashchange, and back brings the login', async () => {
    await page.goto(address('tongyong'));
    await page.evaluate(() => {
      addEventListener('hashchange', () => document.body.setAttribute('data-told', ''));
      document.body.setAttribute('data-same', '');
    });
    await page.click('#browse');
    await page.waitForSelector('.home');
    expect(page.url()).toMatch(/#\/home$/);
    expect(await page.locator('.login-card').count()).toBe(0);
    expect(await page.locator('body[data-same]:not([data-told])').count()).toBe(1);
    await page.click('#go-login');
    await page.waitForSelector('.login-card form');
    await page.goBack();
    await page.waitForSelector('.home');
  });

  test('sends its login by script and says what came of it', async () => {
    await page.goto(address('tongyong'));
    await page.click('#submit');
    await page.waitForSelector('[role=alert]:has-text("没有选择证书")');
    await page.selectOption('#certificate', 'demo');
    await page.click('#submit');
    await page.waitForSelector('[role=status]:has-text("登录请求已收到")');
  });

  test.each([
    [`status: async () => ({ ok: true, value: { host: 'ready' } })`, '办理环境已就绪'],
    [`status: async () => ({ ok: true, value: { host: 'not-ready' } })`, '本机组件还没就绪'],
    [`status: async () => ({ ok: false, error: { code: 'EXTENSION_NOT_FOUND' } })`, '没有找到证桥插件'],
    [`status: async () => ({ ok: false, error: { code: 'ORIGIN_NOT_REGISTERED' } })`, '没有答复这次请求'],
  ])('asks the partner SDK: %s', async (sdk, words) => {
    await writeFile(join(folder, 'certbridge-sdk.js'), `export const certbridge = { ${sdk} };`);
    await page.goto(address('tongyong'));
    await page.click('#check-environment');
    await page.waitForSelector(`.result:has-text("${words}")`);
  });

  test('says so when the SDK is not there', async () => {
    await rm(join(folder, 'certbridge-sdk.js'), { force: true });
    await page.goto(address('tongyong'));
    await page.click('#check-environment');
    await page.waitForSelector('.result:has-text("页面脚本没有加载到")');
  });
});

describe('beijing, the unfriendly one', () => {
  beforeEach(async () => {
    await page.goto(address('beijing'));
  });

  test('lets no inline script run', async () => {
    const violated = await page.evaluate(async () => {
      const told = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      const script = document.createElement('script');
      // Past Trusted Types by a policy of its own, as an attacker would, so that script-src has to stop it.
      const policy = Reflect.get(window, 'trustedTypes').createPolicy('foreign', {
        createScript: (text: string) => text,
      });
      script.textContent = policy.createScript('document.body.dataset.ran = "yes"');
      document.body.append(script);
      return told;
    });
    expect(violated).toBe('script-src-elem');
    expect(await page.locator('[data-ran]').count()).toBe(0);
  });

  test('turns no string into markup (Trusted Types), and loads no frame', async () => {
    const outcome = await page.evaluate(async () => {
      try {
        document.body.innerHTML = '<b>x</b>';
        return 'markup was made';
      } catch (error) {
        return String(error);
      }
    });
    expect(outcome).toContain('TrustedHTML');
    const directive = await page.evaluate(async () => {
      const told = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      const frame = document.createElement('iframe');
      frame.src = 'http://127.0.0.1/';
      document.body.append(frame);
      return told;
    });
    expect(directive).toBe('frame-src');
  });

  test('hides or spoils what comes from outside, and keeps its own parts as they are', async () => {
    const shown = await page.evaluate(() => {
      const put = (tag: string, parent: Element | null) => {
        const node = document.createElement(tag);
        node.textContent = 'foreign';
        parent?.append(node);
        return getComputedStyle(node);
      };
      const card = document.querySelector('.bj-login');
      return {
        button: put('button', card).display,
        frame: put('iframe', document.body).display,
        besideBody: put('div', document.documentElement).display,
        opacity: put('div', card).opacity,
        clicks: put('x-foreign', card).pointerEvents,
      };
    });
    expect(shown).toEqual({ button: 'none', frame: 'none', besideBody: 'none', opacity: '0.35', clicks: 'none' });
    for (const own of ['.bj-submit', '.bj-tab', '.bj-dismiss']) {
      expect(await page.locator(own).first().isVisible()).toBe(true);
    }
  });

  test('opens a second login window as a modal dialog, which makes the first one inert', async () => {
    await page.click('text=弹窗登录');
    await page.waitForSelector('dialog .bj-login form');
    const over = await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'));
    expect(over).toBe(true);
    await page.click('dialog [data-way=account]');
    await page.fill('#dialog-account', 'x');
    await page.fill('#dialog-password', 'x');
    await page.click('dialog .bj-submit');
    await page.waitForSelector('text=登录请求已收到');
  });
});
