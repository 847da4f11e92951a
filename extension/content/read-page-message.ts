import type { CommonError } from '@certbridge/shared/contract/errors.ts';
import type { PAGE_MARK, PageContract } from '@certbridge/shared/contract/page.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';

/** Held to the contract by type, for its value would bring the whole schema library into partner pages. */
export const MARK: typeof PAGE_MARK = 'certbridge';

/** As `LIMITS` has them; a test compares. */
export const MESSAGE_BYTES = 8 * 1024;
export const ID_LENGTH = 64;

const BUSINESS: Readonly<Record<BusinessName, true>> = {
  'new-unit': true,
  'new-person': true,
  renew: true,
  unlock: true,
  change: true,
  reissue: true,
  revoke: true,
};

export type PageOperation = keyof PageContract;
const OPERATIONS: Readonly<Record<PageOperation, (input: Plain) => boolean>> = {
  hello: isEmpty,
  status: isEmpty,
  'panel.open': isPanelWish,
  'panel.close': isEmpty,
};

export interface PageRequest {
  readonly id: string;
  readonly operation: PageOperation;
  readonly business?: BusinessName;
}

export type PageReading =
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'refused'; readonly id: string; readonly code: CommonError }
  | { readonly kind: 'request'; readonly request: PageRequest };

type Plain = { readonly [key: string]: unknown };
const NOT_OURS: PageReading = { kind: 'not-ours' };
const REQUEST_KEYS = [MARK, 'type', 'id', 'operation', 'input'];

/** Anything may be posted in a page. Only the exact shape of a request gets through, key for key. */
export function readPageMessage(data: unknown): PageReading {
  if (!isPlain(data) || data[MARK] !== 1 || data['type'] !== 'request') return NOT_OURS;
  const { id, operation, input } = data;
  if (!isId(id)) return NOT_OURS;
  const refused = (code: CommonError): PageReading => ({ kind: 'refused', id, code });
  if (!hasExactly(data, REQUEST_KEYS) || !fits(data)) return refused('MESSAGE_MALFORMED');
  if (!isOperation(operation)) return refused('OPERATION_UNKNOWN');
  if (!isPlain(input) || !OPERATIONS[operation](input)) return refused('INPUT_INVALID');
  const business = input['business'] as BusinessName | undefined;
  return { kind: 'request', request: { id, operation, ...(business && { business }) } };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= ID_LENGTH && /^[\w.:-]+$/.test(value);
}

function isOperation(value: unknown): value is PageOperation {
  return typeof value === 'string' && Object.hasOwn(OPERATIONS, value);
}

function hasExactly(value: Plain, keys: readonly string[]): boolean {
  const own = Reflect.ownKeys(value);
  return own.length === keys.length && keys.every((key) => own.includes(key));
}

function fits(value: Plain): boolean {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length <= MESSAGE_BYTES;
  } catch {
    // A cycle or a BigInt: a page may post what JSON cannot say.
    return false;
  }
}

function isEmpty(input: Plain): boolean {
  return Reflect.ownKeys(input).length === 0;
}

function isPanelWish(input: Plain): boolean {
  return (
    isEmpty(input) ||
    (hasExactly(input, ['business']) &&
      Object.hasOwn(BUSINESS, String(input['business'])) &&
      typeof input['business'] === 'string')
  );
}
