import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { expect, it } from 'vitest';
import { CALLER_KINDS, type CallerKind } from './caller.ts';
import { mayCall, WHO_MAY_CALL } from './who-may-call.ts';

const operations = Object.keys(panelContract) as (keyof typeof panelContract)[];

/** What a person reads the table for; written down a second time so that a slip in one of them shows. */
const ALLOWED: { readonly [Kind in CallerKind]: readonly string[] } = {
  'content-script': ['portal.describe', 'page.status', 'page.watch'],
  'panel-in-page': [
    'panel.openTab',
    'panel.close',
    'panel.context',
    'host.watch',
    'host.retry',
    'keys.list',
    'keys.watch',
    'key.read',
  ],
  'panel-in-tab': ['panel.openTab', 'panel.context', 'host.watch', 'host.retry', 'keys.list', 'keys.watch', 'key.read'],
  popup: ['panel.openTab', 'host.watch', 'host.retry', 'keys.list', 'keys.watch', 'key.read'],
};

it.each(CALLER_KINDS.flatMap((kind) => operations.map((operation) => ({ kind, operation }))))(
  'a $kind that asks for $operation gets the answer of the table',
  ({ kind, operation }) => {
    const portal = { origin: 'https://a.example', name: 'a', channelId: 'aa', loginSelectors: [] };
    const answer = mayCall({ kind, tabId: 1, origin: portal.origin, portal }, operation);
    expect(answer === true).toBe(ALLOWED[kind].includes(operation));
    if (answer !== true) expect(answer.error.code).toBe('CALLER_NOT_ALLOWED');
  },
);

it('nothing about keys is for a content script', () => {
  const open = operations.filter((operation) => WHO_MAY_CALL[operation]['content-script']);
  expect(open.filter((operation) => /^(key|keys|host)\./.test(operation))).toEqual([]);
});
