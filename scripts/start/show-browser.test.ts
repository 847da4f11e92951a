import type { BrowserContext } from 'playwright';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { ToldProblem } from '../tools/told-problem.mjs';
import type { World } from '../world/start-world.ts';
import { showBrowser } from './show-browser.ts';

let said: MockInstance<typeof console.log>;

beforeEach(() => {
  said = vi.spyOn(console, 'log').mockReturnValue();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function show(launchBrowser: () => Promise<BrowserContext>): Promise<void> {
  const world = { registerInProfile: async () => {}, launchBrowser, sandbox: { portals: [] } };
  return showBrowser(world as unknown as World, { dataDir: '/data', signal: new AbortController().signal });
}

const output = () => said.mock.calls.flat().join('\n');

it('without a display no browser is tried, and how to see it is told', async () => {
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  await show(() => expect.unreachable());
  expect(output()).toMatch(/DISPLAY 未设置[\s\S]*xvfb-run npm start/);
});

it('with a display that does not work the demo goes on; why and how to see it are told, without a stack', async () => {
  vi.stubEnv('DISPLAY', ':99');
  await show(async () => {
    throw new Error(
      [
        'browserType.launchPersistentContext: Target page, context or browser has been closed',
        '  - [pid=7][err] [7:7:1121/1:ERROR:ui/ozone/x11.cc:257] Missing X server or $DISPLAY\u001b[22m',
        '  - [pid=7][err] [7:7:1121/1:ERROR:ui/aura/env.cc:253] The platform failed to initialize.  Exiting.',
      ].join('\n'),
    );
  });
  expect(output()).toMatch(/（Missing X server or \$DISPLAY）[\s\S]*xvfb-run npm start/);
  expect(output()).not.toContain('launchPersistentContext');
});

it('a problem that has words of its own keeps them', async () => {
  vi.stubEnv('DISPLAY', ':99');
  const problem = new ToldProblem({ zh: '没有 Chromium。', en: 'No Chromium.' });
  await expect(show(() => Promise.reject(problem))).rejects.toBe(problem);
});

it('a window that is closed before its first page is there ends nothing', async () => {
  vi.stubEnv('DISPLAY', ':0');
  const closed = async () => {
    throw new Error('Target page, context or browser has been closed');
  };
  await show(async () => ({ once: () => {}, pages: () => [{ goto: closed }] }) as unknown as BrowserContext);
});
