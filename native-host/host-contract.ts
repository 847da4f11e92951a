import { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import { nativeContract } from '@certbridge/shared/contract/native.ts';

/** Everything that this host serves: looking at keys, and working them. */
export const hostContract = { ...nativeContract, ...keyOperations } as const;
export type HostContract = typeof hostContract;
