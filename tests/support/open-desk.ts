import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { BrowserOptions } from '../../scripts/world/launch-browser.ts';
import type { World } from '../../scripts/world/start-world.ts';
import { ClosedShadow } from './closed-shadow.ts';

export const APPLY_BUTTON = /办理、续期数字证书|Apply for or renew a certificate/;

/** What cannot be pressed by then is not there. */
const PRESSED_WITHIN_MS = 20_000;

/** A person at a computer: a browser profile with our extension, a fresh one unless told, and the host registered in it. */
export interface Desk {
  readonly context: BrowserContext;
  readonly userDataDir: string;
  openPortal(id: string): Promise<Page>;
  /** Presses the button beside the login window, as a person does. */
  openPanel(page: Page): Promise<Frame>;
  /** The popup in a tab: a headless browser has no toolbar. */
  openPopup(): Promise<Page>;
  /** The panel in a tab of its own, as the popup opens it. */
  openPanelTab(): Promise<Page>;
  leave(): Promise<void>;
}

export async function openDesk(world: World, options: Partial<BrowserOptions> = {}): Promise<Desk> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'cb-desk-')));
  await world.registerInProfile(userDataDir);
  const context = await world.launchBrowser({ headless: true, ...options, userDataDir });
  context.setDefaultTimeout(PRESSED_WITHIN_MS);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extension = `chrome-extension://${new URL(worker.url()).host}/extension`;
  const openPage = async (address: string) => {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  return {
    context,
    userDataDir,
    openPortal: (id) => openPage(portalAddress(world, id)),
    openPanel,
    openPopup: () => openPage(`${extension}/popup/index.html`),
    openPanelTab: () => openPage(`${extension}/panel/index.html`),
    async leave() {
      await context.close();
      await pullEveryKey(world);
      await rm(userDataDir, { recursive: true, force: true });
    },
  };
}

function portalAddress(world: World, id: string): string {
  const portal = world.sandbox.portals.find((each) => each.id === id);
  if (!portal) throw new Error(`no portal ${id}`);
  return portal.url;
}

async function openPanel(page: Page): Promise<Frame> {
  await new ClosedShadow(page).press(APPLY_BUTTON);
  let frame: Frame | undefined;
  await expect(async () => {
    frame = page.frames().find((each) => each.url().startsWith('chrome-extension://'));
    expect(frame, 'the panel frame').toBeDefined();
  }).toPass({ timeout: 15_000 });
  return frame as Frame;
}

/** Whoever comes next finds nothing plugged. */
async function pullEveryKey(world: World): Promise<void> {
  const reply = await fetch(new URL('usb/keys', world.sandbox.url));
  const { value } = (await reply.json()) as { value: { keys: { id: string }[] } };
  for (const key of value.keys) await world.usb.pull(key.id);
}
