import type { OperationName } from '@certbridge/shared/contract/operation.ts';
import type { PanelContract } from '@certbridge/shared/contract/panel.ts';
import type { Failed } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { Handler } from '@certbridge/shared/rpc/dispatcher.ts';
import type { Config } from '../config.ts';
import type { Caller } from '../doors/caller.ts';
import type { NativeClient } from '../native-client/native-client.ts';
import type { SharedKeyWatch } from '../native-client/shared-key-watch.ts';
import type { PageWatchers } from '../page-watchers.ts';

/** What commands work with. */
export interface Tools {
  readonly version: string;
  readonly clock: Clock;
  readonly config: Promise<Config>;
  readonly native: Pick<NativeClient, 'call' | 'hold' | 'onState' | 'retry'>;
  readonly keys: Pick<SharedKeyWatch, 'join'>;
  readonly pages: PageWatchers;
  /** Opens one of our own pages, by its path, in a tab. */
  readonly openTab: (path: string) => Promise<unknown>;
}

/** An unattested caller is refused at the door, but the type of the connection still knows it. */
export type Peer = Caller | Failed;

export type Command<Name extends OperationName<PanelContract>> = (tools: Tools) => Handler<PanelContract[Name], Peer>;
