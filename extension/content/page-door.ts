import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { MARK, type PageRequest, readPageMessage } from './read-page-message.ts';

export type Answer = (request: PageRequest) => Promise<Result<unknown>>;

/** A page has a handful of questions; more at once is a loop gone wild. */
const OPEN_AT_ONCE = 16;

/** Listens to what the page posts to itself, and to nothing that a frame or another window posts to it. */
export function openPageDoor(answer: Answer): void {
  let open = 0;
  const reply = (id: string, result: Result<unknown>) =>
    window.postMessage({ [MARK]: 1, type: 'reply', id, result }, location.origin);
  const refuse = (id: string, code: ErrorCode) => reply(id, { ok: false, error: { code } });

  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== window || origin !== location.origin) return;
    const reading = readPageMessage(data);
    if (reading.kind === 'refused') refuse(reading.id, reading.code);
    if (reading.kind !== 'request') return;
    const { id } = reading.request;
    if (open >= OPEN_AT_ONCE) return refuse(id, 'TOO_MANY_REQUESTS');
    open += 1;
    void answer(reading.request)
      .catch((): Result<unknown> => ({ ok: false, error: { code: 'INTERNAL' } }))
      .then((result) => {
        open -= 1;
        reply(id, result);
      });
  };
  const listen = () => window.addEventListener('message', hear);
  listen();
  // A page that writes itself anew (document.open) takes every listener from the window. None is ever added twice.
  new MutationObserver(listen).observe(document, { childList: true });
}
