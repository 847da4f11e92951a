import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { STATUS_OF } from './status-of.ts';

/** Start line and headers together: more than any browser sends us. */
export const HEADER_LIMIT_BYTES = 16 * 1024;

/** What Node's parser and its clocks say, in the contract's words. */
const CODES: Readonly<Record<string, 'FRAME_TOO_LARGE' | 'FRAME_TRUNCATED'>> = {
  HPE_HEADER_OVERFLOW: 'FRAME_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'FRAME_TOO_LARGE',
  HPE_INVALID_EOF_STATE: 'FRAME_TRUNCATED',
  ERR_HTTP_REQUEST_TIMEOUT: 'FRAME_TRUNCATED',
};

const REASON: Readonly<Record<number, string>> = { 400: 'Bad Request', 413: 'Content Too Large' };

export type UnreadableRequest = (error: Error & { readonly code?: string }, socket: Socket) => void;

/** Bytes that never became a request: below the framework, so the reply is written by hand. */
export function unreadableRequest(log: Logger, metrics: Metrics): UnreadableRequest {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const code = CODES[error.code ?? ''] ?? 'MESSAGE_MALFORMED';
    const failed = code === 'FRAME_TOO_LARGE' ? fail(code, { values: { limit: HEADER_LIMIT_BYTES } }) : fail(code);
    const requestId = randomUUID();
    metrics.unreadableRequest(STATUS_OF[code]);
    log.info({ requestId, status: STATUS_OF[code], parser: error.code }, 'unreadable request');
    socket.end(rawReply(failed, requestId), () => socket.destroy());
  };
}

/** Node answers an unknown Expect header by itself, outside our reply shape, unless somebody listens. */
export function answerUnknownExpectations(server: Server): void {
  server.on('checkExpectation', (_request, response) => {
    const failed = fail('MESSAGE_MALFORMED');
    response.writeHead(STATUS_OF.MESSAGE_MALFORMED, { ...headersOf(randomUUID()), connection: 'close' });
    response.end(JSON.stringify(failed));
  });
}

function headersOf(requestId: string): Record<string, string> {
  return { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8', 'x-request-id': requestId };
}

function rawReply(failed: Failed, requestId: string): string {
  const body = JSON.stringify(failed);
  const status = STATUS_OF[failed.error.code];
  const headers = { ...headersOf(requestId), 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${REASON[status] ?? 'Error'}`, ...lines, '', body].join('\r\n');
}
