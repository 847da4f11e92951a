import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import { NotReady } from '../problems/not-ready.ts';
import { Refusal } from './refusal.ts';

/** What the framework refuses before a handler runs, in the contract's words. */
const FRAMEWORK: Readonly<Record<string, (bodyLimit: number) => Failed>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (limit) => fail('FRAME_TOO_LARGE', { values: { limit } }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => fail('FRAME_TRUNCATED'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => fail('MESSAGE_MALFORMED'),
  FST_ERR_CTP_EMPTY_TYPE: () => fail('MESSAGE_MALFORMED'),
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: () => fail('MESSAGE_MALFORMED'),
  FST_ERR_BAD_URL: () => fail('MESSAGE_MALFORMED'),
  FST_ERR_MAX_PARAM_LENGTH: () => fail('INPUT_INVALID'),
  ECONNRESET: () => fail('FRAME_TRUNCATED'),
};

export function namedError(fault: unknown, bodyLimit: number): Failed {
  if (fault instanceof Refusal) return fault.failed;
  if (fault instanceof NotReady) return fail('SERVICE_NOT_READY');
  const named = fault instanceof Error && 'code' in fault ? FRAMEWORK[String(fault.code)] : undefined;
  return named?.(bodyLimit) ?? fail(isRequestsFault(fault) ? 'MESSAGE_MALFORMED' : 'INTERNAL');
}

/** A plug-in says by a 4xx that the request was at fault. */
function isRequestsFault(fault: unknown): boolean {
  if (!(fault instanceof Error && 'statusCode' in fault)) return false;
  const { statusCode } = fault;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
}
