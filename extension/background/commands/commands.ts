import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import type { Handlers } from '@certbridge/shared/rpc/dispatcher.ts';
import type { Peer, Tools } from './command.ts';
import { hostRetry } from './host-retry.ts';
import { hostWatch } from './host-watch.ts';
import { keyRead } from './key-read.ts';
import { keysList } from './keys-list.ts';
import { keysWatch } from './keys-watch.ts';
import { pageStatus } from './page-status.ts';
import { pageWatch } from './page-watch.ts';
import { panelClose } from './panel-close.ts';
import { panelContext } from './panel-context.ts';
import { panelOpenTab } from './panel-open-tab.ts';
import { portalDescribe } from './portal-describe.ts';

export function createCommands(tools: Tools): Handlers<PanelContract, Peer> {
  return {
    'portal.describe': portalDescribe(tools),
    'page.status': pageStatus(tools),
    'page.watch': pageWatch(tools),
    'panel.openTab': panelOpenTab(tools),
    'panel.close': panelClose(tools),
    'panel.context': panelContext(tools),
    'host.watch': hostWatch(tools),
    'host.retry': hostRetry(tools),
    'keys.list': keysList(tools),
    'keys.watch': keysWatch(tools),
    'key.read': keyRead(tools),
  };
}
