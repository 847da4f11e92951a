import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';

/** The contract's deepest message has eight levels. A nest of thousands would only exhaust whoever walks it. */
const DEEPEST = 32;

// A byte order mark is kept, and JSON then refuses it, as RFC 8259 section 8.1 allows.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeMessage(
  payload: Uint8Array,
): Result<unknown, 'FRAME_NOT_UTF8' | 'FRAME_NOT_JSON' | 'MESSAGE_MALFORMED'> {
  let text: string;
  try {
    text = utf8.decode(payload);
  } catch {
    return fail('FRAME_NOT_UTF8');
  }
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return fail('FRAME_NOT_JSON');
  }
  return isDeep(message) ? fail('MESSAGE_MALFORMED', { issues: [{ path: '', rule: 'too_deep' }] }) : ok(message);
}

function isDeep(message: unknown): boolean {
  let level = [message];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
