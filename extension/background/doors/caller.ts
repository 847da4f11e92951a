import type { Portal } from '../../portals/portal.ts';

/** A registered portal together with the exact origin of the page, port included. */
export interface PortalPage {
  readonly tabId: number;
  readonly origin: string;
  readonly portal: Portal;
}

/** Who speaks, as the browser attests it. */
export type Caller =
  | ({ readonly kind: 'content-script' } & PortalPage)
  | ({ readonly kind: 'panel-in-page' } & PortalPage)
  | { readonly kind: 'panel-in-tab' }
  | { readonly kind: 'popup' };

export const CALLER_KINDS = ['content-script', 'panel-in-page', 'panel-in-tab', 'popup'] as const;
export type CallerKind = Caller['kind'];
