import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { createSlots } from './slots.ts';

/** Pictures differ each time: a cache would only hold on to personal data. One thread each, two pictures at once. */
sharp.cache(false);
sharp.concurrency(1);
export const inDecoder = createSlots(2);

/** A picture within the limits takes a second or two even on a busy machine. */
const SECONDS = 20;

/** What cameras of well-known phones get wrong, and no pixel suffers from. */
const HARMLESS = /Invalid SOS parameters|extraneous bytes before marker/;

export interface DecoderInput {
  readonly bytes: Uint8Array;
  readonly maxPixels: number;
}

/** Does something with the decoded picture; by default any warning of the decoder ends it. */
export async function decoded<Value>(input: DecoderInput, work: (picture: Sharp) => Promise<Value>): Promise<Value> {
  try {
    return await work(open(input, 'warning'));
  } catch (error) {
    if (!HARMLESS.test(messageOf(error))) throw error;
    return work(open(input, 'error'));
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

function open({ bytes, maxPixels }: DecoderInput, failOn: NonNullable<SharpOptions['failOn']>): Sharp {
  return sharp(bytes, { failOn, limitInputPixels: maxPixels, sequentialRead: true }).timeout({ seconds: SECONDS });
}
