import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import { PANEL_PATH, POPUP_PATH } from '../../platform/page-paths.ts';
import type { PortalRegistry } from '../../portals/portal-registry.ts';
import type { Caller, PortalPage } from './caller.ts';

type Sender = chrome.runtime.MessageSender;

export interface Attestation {
  readonly extensionId: string;
  /** As `runtime.getURL('')` says it. */
  readonly extensionBase: string;
  readonly registry: PortalRegistry;
}

const NOT_ALLOWED = fail('CALLER_NOT_ALLOWED');

/** From what the browser says of the sender and nothing else; whoever is not recognised is refused. */
export function attestCaller(sender: Sender | undefined, attestation: Attestation): Caller | Failed {
  if (sender?.id !== attestation.extensionId) return NOT_ALLOWED;
  // A page that is prerendered, or put away for going back, has no user in front of it.
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return NOT_ALLOWED;
  if (sender.url?.startsWith(attestation.extensionBase)) return ownPage(sender, attestation);
  return contentScript(sender, attestation);
}

function ownPage(sender: Sender, attestation: Attestation): Caller | Failed {
  if (sender.origin !== undefined && `${sender.origin}/` !== attestation.extensionBase) return NOT_ALLOWED;
  const path = new URL(sender.url ?? '').pathname;
  const inFrame = (sender.frameId ?? 0) > 0;
  if (path === PANEL_PATH && inFrame) return panelInPage(sender, attestation);
  if (path === PANEL_PATH && sender.tab) return { kind: 'panel-in-tab' };
  if (path === POPUP_PATH && !inFrame) return { kind: 'popup' };
  return NOT_ALLOWED;
}

function contentScript(sender: Sender, { registry }: Attestation): Caller | Failed {
  if (sender.frameId !== 0) return NOT_ALLOWED;
  // An opaque origin is `null` whatever the address says, as in a sandboxed page.
  if (sender.origin !== originOf(sender.url)) return NOT_ALLOWED;
  const page = portalPage(sender, sender.origin, registry);
  return 'error' in page ? page : { kind: 'content-script', ...page };
}

/** The panel's own address says nothing about the page around it: the tab's top document does. */
function panelInPage(sender: Sender, { registry }: Attestation): Caller | Failed {
  const page = portalPage(sender, originOf(sender.tab?.url), registry);
  return 'error' in page ? page : { kind: 'panel-in-page', ...page };
}

function portalPage(sender: Sender, origin: string | undefined, registry: PortalRegistry): PortalPage | Failed {
  const tabId = sender.tab?.id;
  if (tabId === undefined || origin === undefined || origin === 'null') return NOT_ALLOWED;
  const portal = registry.at(origin);
  return portal === undefined ? fail('ORIGIN_NOT_REGISTERED') : { tabId, origin, portal };
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}
