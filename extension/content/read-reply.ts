import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { PageContract } from '@certbridge/shared/contract/page.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';

/** What the background said: an event, the reply, or nothing that we know. */
export function readReply(message: unknown): 'event' | Result<unknown> | undefined {
  const { type, result } = record(message);
  if (type === 'event') return 'event';
  if (type !== 'reply') return undefined;
  const { ok, value, error } = record(result);
  if (ok === true) return { ok, value };
  const { code } = record(error);
  const known = typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code);
  return { ok: false, error: { code: known ? (code as ErrorCode) : 'REPLY_INVALID' } };
}

export function readLoginSelectors(value: unknown): readonly string[] | undefined {
  const { loginSelectors } = record(value);
  const strings = Array.isArray(loginSelectors) && loginSelectors.every((selector) => typeof selector === 'string');
  return strings ? (loginSelectors as string[]) : undefined;
}

export function readStatus(value: unknown): OutputOf<PageContract['status']> | undefined {
  const { extensionVersion, host } = record(value);
  if (typeof extensionVersion !== 'string' || (host !== 'ready' && host !== 'not-ready')) return undefined;
  return { extensionVersion, host };
}

function record(value: unknown): { readonly [key: string]: unknown } & ReplyFields {
  return typeof value === 'object' && value !== null ? (value as ReplyFields & { [key: string]: unknown }) : {};
}

/** Every field that is looked at; each is checked where it is used. */
interface ReplyFields {
  readonly type?: unknown;
  readonly result?: unknown;
  readonly ok?: unknown;
  readonly value?: unknown;
  readonly error?: unknown;
  readonly code?: unknown;
  readonly loginSelectors?: unknown;
  readonly extensionVersion?: unknown;
  readonly host?: unknown;
}
