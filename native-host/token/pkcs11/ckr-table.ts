import { CKR_CODES } from './ckr-codes.ts';
import { CKR_OUTCOMES, type CkrContext, type CkrError, type CkrMeaning } from './ckr-meanings.ts';

const CKR_VENDOR_DEFINED = 0x8000_0000;

interface KnownCode {
  readonly name: string;
  readonly meaning: CkrMeaning;
}

const KNOWN: ReadonlyMap<number, KnownCode> = new Map(
  Object.entries(CKR_CODES).map(([name, { code, meaning }]) => [code, { name, meaning }]),
);

export interface CkrAnswer<Context extends CkrContext> {
  readonly code: CkrError<Context>;
  /** For the hotline: the constant's name and number. */
  readonly support: string;
}

/** What a driver's answer means to the user who was about this. */
export function errorOfCkr<Context extends CkrContext>(ckr: number, context: Context): CkrAnswer<Context> {
  const meaning: CkrMeaning = KNOWN.get(ckr)?.meaning ?? 'fault';
  return { code: CKR_OUTCOMES[meaning][context], support: nameOfCkr(ckr) };
}

/** `CKR_PIN_LOCKED 0xA4`. The number is kept for codes that nobody knows, the vendor's own above all. */
export function nameOfCkr(ckr: number): string {
  const name = KNOWN.get(ckr)?.name ?? (ckr >= CKR_VENDOR_DEFINED ? 'CKR_VENDOR_DEFINED' : 'CKR_UNKNOWN');
  return `${name} 0x${ckr.toString(16).toUpperCase()}`;
}
