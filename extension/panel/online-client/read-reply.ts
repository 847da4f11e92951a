import type { AnyOperation } from '@certbridge/shared/contract/operation.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import { replyMessage } from '@certbridge/shared/contract/wire.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { readBody } from './read-body.ts';

const replyShape = replyMessage.shape.result;

/** The envelope adds a few bytes to the value that the operation's limit is about. */
const ENVELOPE_BYTES = 1024;

/** What the service answered, checked against the contract: nothing unread reaches a screen. */
export async function readReply(operation: AnyOperation, response: Response): Promise<Result<unknown>> {
  const limit = operation.sizeLimitBytes.reply;
  const body = await readBody(response, limit + ENVELOPE_BYTES);
  if (body === undefined) return fail('REPLY_TOO_LARGE', { values: { limit } });
  const reply = replyShape.safeParse(parsed(body));
  if (!reply.success) return notOurs(response.status);
  if (!reply.data.ok) return reply.data as Result<unknown>;
  const output = operation.output.safeParse(reply.data.value);
  return output.success ? { ok: true, value: output.data } : fail('REPLY_INVALID', { issues: issuesOf(output.error) });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A gateway in front of a service that is down answers in its own words. */
function notOurs(status: number): Result<unknown> {
  return status >= 500
    ? fail('SERVICE_NOT_READY', { support: `HTTP ${status}` })
    : fail('REPLY_INVALID', { support: `HTTP ${status}` });
}
