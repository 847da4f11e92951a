import * as z from 'zod/mini';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';

const kept = z.strictObject({ der: z.string() });

export function sealDer(records: SealedRecords, place: RecordPlace, der: Buffer): Promise<Uint8Array> {
  return records.seal(place, { der: der.toString('base64') });
}

export async function openDer(records: SealedRecords, place: RecordPlace, sealed: Uint8Array): Promise<Buffer> {
  return Buffer.from(kept.parse(await records.open(place, sealed)).der, 'base64');
}
