import { TokenError } from '../../pkcs11/token-error.ts';
import type { OpenToken } from '../open-token.ts';
import { refuse } from '../refused.ts';
import { destroyAll } from './order-pairs.ts';
import { type OrderPaper, paperLabel } from './order-tag.ts';

/** CKR_ATTRIBUTE_TYPE_INVALID, CKR_ATTRIBUTE_VALUE_INVALID, CKR_TEMPLATE_INCONSISTENT. */
const NOT_KEPT: ReadonlySet<number> = new Set([0x12, 0x13, 0xd1]);

export interface Paper {
  readonly order: string;
  readonly paper: OrderPaper;
}

export function readPaper({ session }: OpenToken, { order, paper }: Paper): Uint8Array | undefined {
  const [object] = session.find('data', { label: paperLabel(order, paper) });
  return object && session.valueOf(object);
}

/** The new one is read back before an older one goes. */
export function writePaper(token: OpenToken, { order, paper }: Paper, value: Uint8Array): void {
  const label = paperLabel(order, paper);
  const papers = () => token.session.find('data', { label });
  const isGood = (object: ReturnType<typeof papers>[number]) =>
    Buffer.from(value).equals(token.session.valueOf(object));
  if (!papers().some(isGood)) {
    const { freeBytes } = token.sameKey();
    if (freeBytes !== undefined && freeBytes < value.length) refuse('KEY_FULL', { support: paper });
    writeData(token, { label, value });
  }
  const [good, ...same] = papers().filter(isGood);
  if (!good) refuse('WRITE_NOT_VERIFIED', { support: paper });
  destroyAll(token, [...same, ...papers().filter((object) => !isGood(object))]);
}

/** No list of mechanisms tells whether a token keeps data objects (NSS does not): the refusal itself does. */
function writeData({ session }: OpenToken, data: { readonly label: string; readonly value: Uint8Array }): void {
  try {
    session.writeData(data);
  } catch (cause) {
    if (cause instanceof TokenError && NOT_KEPT.has(cause.code)) {
      refuse('CAPABILITY_MISSING', { values: { capability: 'data objects' }, support: cause.support });
    }
    throw cause;
  }
}
