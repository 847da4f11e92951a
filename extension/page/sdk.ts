import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { PAGE_MARK, PageContract } from '@certbridge/shared/contract/page.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';

/** Every answer is `{ok: true, value}` or `{ok: false, error: {code}}`; nothing is thrown, and nothing waits for ever. */
export type CertBridgeResult<Name extends keyof PageContract> = Promise<Result<OutputOf<PageContract[Name]>>>;

export interface CertBridge {
  /**
   * Is the extension here, and which version? `EXTENSION_NOT_FOUND` if not; `CONNECTION_LOST` if it was updated or
   * removed under this page, which has to be reloaded then.
   */
  hello(): CertBridgeResult<'hello'>;
  /** Is everything ready to work with a key? Says nothing about keys or people. */
  status(): CertBridgeResult<'status'>;
  /** Opens the panel, at a business if one is named. */
  openPanel(wish?: { readonly business?: BusinessName }): CertBridgeResult<'panel.open'>;
  closePanel(): CertBridgeResult<'panel.close'>;
}

const MARK: typeof PAGE_MARK = 'certbridge';
/** In milliseconds: as the contract has them, and a little more, so that the extension's own words arrive first. */
const PATIENCE: Readonly<Record<keyof PageContract, number>> = {
  hello: 2_500,
  status: 10_500,
  'panel.open': 5_500,
  'panel.close': 2_500,
};
/** The extension starts after the page, so the first question may be asked before anybody listens. */
const ASK_AGAIN_MS = 250;

export const certbridge: CertBridge = {
  hello: () => ask('hello', {}),
  status: () => afterHello('status', {}),
  openPanel: ({ business } = {}) => afterHello('panel.open', business === undefined ? {} : { business }),
  closePanel: () => afterHello('panel.close', {}),
};

/** Without an extension there is nobody to keep the limit, and hello learns it soonest. */
async function afterHello<Name extends keyof PageContract>(
  operation: Name,
  input: InputOf<PageContract[Name]>,
): CertBridgeResult<Name> {
  const hello = await ask('hello', {});
  return hello.ok ? ask(operation, input) : hello;
}

function ask<Name extends keyof PageContract>(
  operation: Name,
  input: InputOf<PageContract[Name]>,
): CertBridgeResult<Name> {
  return new Promise((resolve) => {
    const id = `sdk-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
    const post = () => window.postMessage({ [MARK]: 1, type: 'request', id, operation, input }, location.origin);
    const end = (result: Result<OutputOf<PageContract[Name]>>) => {
      clearTimeout(deadline);
      clearInterval(again);
      window.removeEventListener('message', listen);
      resolve(result);
    };
    const listen = ({ source, origin, data }: MessageEvent) => {
      if (source !== window || origin !== location.origin) return;
      if (data?.[MARK] === 1 && data.type === 'reply' && data.id === id) end(data.result);
    };
    const deadline = setTimeout(
      () => end({ ok: false, error: { code: operation === 'hello' ? 'EXTENSION_NOT_FOUND' : 'DEADLINE_EXCEEDED' } }),
      PATIENCE[operation],
    );
    const again = operation === 'hello' ? setInterval(post, ASK_AGAIN_MS) : undefined;
    window.addEventListener('message', listen);
    post();
  });
}
