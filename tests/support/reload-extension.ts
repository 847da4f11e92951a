import type { BrowserContext } from 'playwright';

/** As an update does it: what stands in pages already stays behind, cut off from the extension. */
export async function reloadExtension(context: BrowserContext): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // The worker may end before it could answer.
  await worker.evaluate('chrome.runtime.reload()').catch(() => undefined);
}
