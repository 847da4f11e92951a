import { parentPort } from 'node:worker_threads';
import { printed } from './printed.ts';
import type { PrintingAnswer, PrintingOrder } from './printing-messages.ts';

/** A thread of its own: shaping the text of a page keeps a processor busy for a tenth of a second. */
parentPort?.on('message', async ({ id, request }: PrintingOrder) => {
  const answer: PrintingAnswer = await printed(request).then(
    (pdf) => ({ id, pdf }),
    // Its words may quote what was to be printed.
    (error: unknown) => ({ id, failed: error instanceof Error ? error.name : 'Error' }),
  );
  parentPort?.postMessage(answer);
});
