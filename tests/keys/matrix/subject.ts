import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import type { Kind } from './kinds.ts';
import type { Cell } from './rows.ts';

/** One key at one host. */
export interface Subject {
  readonly kind: Kind;
  readonly module: ModuleConfig;
  readonly desk: HostDesk;
  readonly key: KeySummary;
  readonly pin: string;
  readonly soPin: string;
  row<Value>(cell: Omit<Cell, 'module'>, work: () => Promise<Value>): Promise<Value | undefined>;
}
