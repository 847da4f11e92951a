import { openBytes, type Place, sealBytes } from './envelope.ts';
import type { KeyWrapper } from './key-wrapper.ts';

/** Which field of which row: a value copied to another row, table or purpose cannot be opened there. */
export interface RecordPlace {
  readonly table: string;
  readonly id: string;
  readonly purpose: string;
}

/** Personal data as it is stored: one column of bytes. */
export interface SealedRecords {
  seal(place: RecordPlace, value: object): Promise<Uint8Array>;
  /** Its shape is checked by the caller, whose schema may have moved on since it was sealed. Throws `NotOpened`. */
  open(place: RecordPlace, sealed: Uint8Array): Promise<unknown>;
}

export function sealedRecords(wrapper: KeyWrapper): SealedRecords {
  return {
    seal: (place, value) => sealBytes(wrapper, boundTo(place), Buffer.from(JSON.stringify(value), 'utf8')),
    async open(place, sealed) {
      const content = await openBytes(wrapper, boundTo(place), sealed);
      return JSON.parse(content.toString('utf8'));
    },
  };
}

function boundTo({ table, id, purpose }: RecordPlace): Place {
  return ['record', table, id, purpose];
}
