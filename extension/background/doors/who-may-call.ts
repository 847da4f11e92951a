import type { OperationName } from '@certbridge/shared/contract/operation.ts';
import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { Caller, CallerKind } from './caller.ts';

type Row = Readonly<Record<CallerKind, boolean>>;

const page: Row = { 'content-script': true, 'panel-in-page': false, 'panel-in-tab': false, popup: false };
const panel: Row = { 'content-script': false, 'panel-in-page': true, 'panel-in-tab': true, popup: false };
const panelInPage: Row = { 'content-script': false, 'panel-in-page': true, 'panel-in-tab': false, popup: false };
/** Our own pages. Nothing about keys goes to a content script, because what it knows its page may learn. */
const ownPages: Row = { 'content-script': false, 'panel-in-page': true, 'panel-in-tab': true, popup: true };

/** Complete by type: an operation that names no callers does not compile. */
export const WHO_MAY_CALL: Readonly<Record<OperationName<PanelContract>, Row>> = {
  'portal.describe': page,
  'page.status': page,
  'page.watch': page,
  'panel.openTab': ownPages,
  'panel.close': panelInPage,
  'panel.context': panel,
  'host.watch': ownPages,
  'host.retry': ownPages,
  'keys.list': ownPages,
  'keys.watch': ownPages,
  'key.read': ownPages,
};

/** A caller that could not be attested is told why with every request; a connection alone says nothing. */
export function mayCall(caller: Caller | Failed, operation: OperationName<PanelContract>): true | Failed {
  if ('error' in caller) return caller;
  return WHO_MAY_CALL[operation][caller.kind] === true ? true : fail('CALLER_NOT_ALLOWED');
}
