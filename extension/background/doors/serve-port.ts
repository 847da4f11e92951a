import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import type { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { PORT_NAME } from '../../platform/port-name.ts';
import type { Peer } from '../commands/command.ts';
import { type Attestation, attestCaller } from './attest-caller.ts';

/** The one door of the background: a port is attested once, when it opens, and everything on it speaks as that caller. */
export function servePort(
  port: chrome.runtime.Port,
  dispatcher: Dispatcher<PanelContract, Peer>,
  attestation: Attestation,
): void {
  if (port.name !== PORT_NAME) {
    port.disconnect();
    return;
  }
  const connection = dispatcher.connect(attestCaller(port.sender, attestation), (message) => port.postMessage(message));
  port.onMessage.addListener((message: unknown) => connection.receive(message));
  port.onDisconnect.addListener(() => connection.close());
}
