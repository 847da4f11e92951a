import type { AnyOperation } from '../contract/operation.ts';
import { fail, type Result } from '../contract/result.ts';
import { utf8Length } from './utf8-length.ts';

/** What may leave: a value that its operation declares, within the operation's size. `report` hears of our own fault. */
export function checkedReply(
  operation: AnyOperation,
  result: Result<unknown>,
  report: (cause: Error) => void,
): Result<unknown> {
  if (!result.ok) return result;
  const output = operation.output.safeParse(result.value);
  if (!output.success) {
    report(output.error);
    return fail('REPLY_INVALID');
  }
  const limit = operation.sizeLimitBytes.reply;
  if (utf8Length(JSON.stringify(output.data)) > limit) return fail('REPLY_TOO_LARGE', { values: { limit } });
  return { ok: true, value: output.data };
}
