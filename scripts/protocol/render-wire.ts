import { LIMITS, PROTOCOL } from '@certbridge/shared/contract/limits.ts';
import {
  cancelMessage,
  eventMessage,
  noticeMessage,
  replyMessage,
  requestMessage,
} from '@certbridge/shared/contract/wire.ts';
import { bytes } from './render-operation.ts';
import { schema } from './shapes.ts';

/** The messages that all two-way boundaries share, and the limits of the connections. */
export function renderWire(): string {
  return [
    '## 消息 · Messages',
    '',
    'The two-way boundaries speak these. A request has an id that its sender chooses, unique while it is open; it may name how long the sender waits. `cancel` ends it: a cancelled request is answered `CANCELLED`, unless its work was already done. Every request gets exactly one reply; events may come before it, never after. A `notice` is about the connection, when no request could be read from what arrived.',
    '',
    schema('request', requestMessage),
    schema('cancel', cancelMessage),
    schema('reply', replyMessage),
    schema('event', eventMessage),
    schema('notice', noticeMessage),
    `Protocol versions spoken 协议版本: ${PROTOCOL.min}–${PROTOCOL.max}.`,
    '',
    '| 上限 limit | |',
    '|---|---|',
    `| host → browser, one message | ${bytes(LIMITS.hostToBrowserBytes)} |`,
    `| browser → host, one message | ${bytes(LIMITS.browserToHostBytes)} |`,
    `| page ↔ content script, one message | ${bytes(LIMITS.pageMessageBytes)} |`,
    `| JSON bodies of the service | ${bytes(LIMITS.serviceBodyBytes)} |`,
    `| open requests of one connection | ${LIMITS.openRequests} |`,
    `| length of a request id | ${LIMITS.requestIdLength} |`,
    '',
  ].join('\n');
}
