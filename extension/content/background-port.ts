import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { OperationName } from '@certbridge/shared/contract/operation.ts';
import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { PORT_NAME } from '../platform/port-name.ts';
import { readReply } from './read-reply.ts';

/**
 * One question on a port of its own. The content script asks rarely, and a port left open would only be one more
 * thing that dies with the background.
 */
export function ask(
  operation: OperationName<PanelContract>,
  options: { readonly waitMs?: number; readonly onEvent?: () => void; readonly stop?: AbortSignal } = {},
): Promise<Result<unknown>> {
  return new Promise((resolve) => {
    let port: chrome.runtime.Port | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (result: Result<unknown>) => {
      clearTimeout(timer);
      port?.disconnect();
      resolve(result);
    };
    const fail = (code: ErrorCode) => end({ ok: false, error: { code } });
    if (options.stop?.aborted) return fail('CANCELLED');
    options.stop?.addEventListener('abort', () => fail('CANCELLED'), { once: true });
    if (options.waitMs) timer = setTimeout(() => fail('DEADLINE_EXCEEDED'), options.waitMs);
    try {
      port = chrome.runtime.connect({ name: PORT_NAME });
      port.onDisconnect.addListener(() => fail('CONNECTION_LOST'));
      port.onMessage.addListener((message: unknown) => {
        const read = readReply(message);
        if (read === 'event') options.onEvent?.();
        else if (read) end(read);
      });
      port.postMessage({ type: 'request', id: '1', operation, input: {} });
    } catch {
      fail('CONNECTION_LOST');
    }
  });
}
