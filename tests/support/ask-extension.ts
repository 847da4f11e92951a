import type { Frame, Page } from 'playwright';

/** Posts a message as any script of that page could, and answers what came back marked as ours, or null after a while. */
export function askExtension(where: Page | Frame, message: Record<string, unknown>): Promise<unknown> {
  return where.evaluate(
    (sent) =>
      new Promise((resolve) => {
        addEventListener('message', ({ data, source }) => {
          if (source === window && data?.certbridge === 1 && data.type === 'reply' && data.id === sent['id'])
            resolve(data);
        });
        setTimeout(() => resolve(null), 1_500);
        postMessage({ certbridge: 1, ...sent }, location.origin);
      }),
    message,
  );
}
