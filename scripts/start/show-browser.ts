import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { say } from '../setup/say.mjs';
import { ToldProblem } from '../tools/told-problem.mjs';
import type { World } from '../world/start-world.ts';
import { PANEL_URL } from './addresses.ts';
import { reasonOf, withoutDisplay } from './no-window.ts';

export interface ShowOptions {
  readonly dataDir: string;
  /** Aborted when everything is asked to stop, the browser with it. */
  readonly signal: AbortSignal;
}

/** Opens a window with the extension at the first demo platform, or says how to see it without a display. */
export async function showBrowser(world: World, options: ShowOptions): Promise<void> {
  const userDataDir = join(options.dataDir, 'profile');
  await world.registerInProfile(userDataDir);
  if (!hasDisplay(process.env)) {
    console.log(withoutDisplay('DISPLAY 未设置 not set'));
    return;
  }
  try {
    const browser = await world.launchBrowser({ headless: false, userDataDir });
    await openFirstPage(browser, world, options);
  } catch (fault) {
    if (fault instanceof ToldProblem) throw fault;
    if (!options.signal.aborted) console.log(withoutDisplay(reasonOf(fault)));
  }
}

async function openFirstPage(browser: BrowserContext, world: World, { signal }: ShowOptions): Promise<void> {
  browser.once('close', () => {
    if (signal.aborted) return;
    say('浏览器已关闭，其余仍在运行；Ctrl-C 停止。', 'The browser was closed; the rest goes on. Ctrl-C stops it.');
  });
  const [portal] = world.sandbox.portals;
  try {
    const [page = await browser.newPage()] = browser.pages();
    await page.goto(portal?.url ?? PANEL_URL);
  } catch {
    return; // Closed already, or it shows an error page of its own.
  }
  say('浏览器已打开，扩展已加载。', 'The browser is open, with the extension loaded.');
}

function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
