import type { Handler } from '@certbridge/shared/rpc/dispatcher.ts';
import type { HostContract } from './host-contract.ts';

/** The browser's end of the connection, as the browser itself named it when it started this process. */
export interface HostPeer {
  readonly extensionId: string;
  /** Set by a hello that agreed on a protocol; nothing else is admitted before it. */
  greeted: boolean;
}

export type HostHandler<Name extends keyof HostContract> = Handler<HostContract[Name], HostPeer>;
