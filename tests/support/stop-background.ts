import type { Desk } from './open-desk.ts';

/** As the browser does it when the background has been idle for a while. The next who needs it wakes it. */
export async function stopBackground(desk: Desk): Promise<void> {
  const page = await desk.openPopup();
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) =>
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    }),
  );
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await page.close();
}
