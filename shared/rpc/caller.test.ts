import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ErrorCode } from '../contract/errors.ts';
import { nativeContract } from '../contract/native.ts';
import type { ErrorOf, InputOf, OutputOf } from '../contract/operation.ts';
import { fail, ok, type PublicError } from '../contract/result.ts';
import type { ToServer } from '../contract/wire.ts';
import { type CounterContract, counterContract } from '../testing/counter-contract.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { Caller } from './caller.ts';
import { createCanceller } from './cancellation.ts';
import { Dispatcher } from './dispatcher.ts';

function open(post?: (message: ToServer) => void) {
  const sent: ToServer[] = [];
  const notices: PublicError[] = [];
  const clock = new HandClock();
  const caller = new Caller<CounterContract>({
    contract: counterContract,
    post: post ?? ((message) => sent.push(message)),
    clock,
    report: (error) => notices.push(error),
  });
  return { sent, notices, clock, caller };
}

describe('a caller', () => {
  it('gets the answer of the dispatcher at the other end', async () => {
    const dispatcher = new Dispatcher<CounterContract, null>({
      contract: counterContract,
      handlers: {
        add: async ({ a, b }) => ok({ sum: a + b }),
        echo: async ({ text }) => ok({ text }),
        watch: async (_, { emit }) => {
          emit({ count: 1 });
          emit({ count: 2 });
          return ok({});
        },
      },
      admits: () => true,
      clock: new HandClock(),
      report: () => {},
    });
    const { caller } = open((message) => line.receive(message));
    const line = dispatcher.connect(null, (message) => caller.receive(message));
    expect(await caller.call('add', { a: 20, b: 22 })).toEqual(ok({ sum: 42 }));
    const counts: number[] = [];
    await caller.call('watch', {}, { onEvent: ({ count }) => counts.push(count) });
    expect(counts).toEqual([1, 2]);
  });

  it('refuses a wrong input before anything is sent', async () => {
    const { caller, sent } = open();
    expect(await caller.call('add', { a: 1.5, b: 1 })).toMatchObject({
      error: { code: 'INPUT_INVALID', issues: [{ path: 'a' }] },
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['a value that breaks the contract', { ok: true, value: { sum: '4' } }, 'REPLY_INVALID'],
    ['an error as it is', fail('KEY_NOT_FOUND'), 'KEY_NOT_FOUND'],
  ])('takes %s', async (_, result, code) => {
    const { caller } = open();
    const answer = caller.call('add', { a: 2, b: 2 });
    caller.receive({ type: 'reply', id: '1', result });
    expect(await answer).toMatchObject({ ok: false, error: { code } });
  });

  it('keeps a cancel a cancel, tells the other side, and ignores its late words', async () => {
    const { caller, sent } = open();
    const canceller = createCanceller();
    const answer = caller.call('add', { a: 1, b: 1 }, { cancellation: canceller.cancellation });
    canceller.cancel();
    caller.receive({ type: 'reply', id: '1', result: fail('INTERNAL') });
    expect(await answer).toEqual(fail('CANCELLED'));
    expect(sent.at(-1)).toEqual({ type: 'cancel', id: '1' });
  });

  it('never waits longer than the limit of the operation, and leaves no alarm behind', async () => {
    const { caller, clock } = open();
    const answer = caller.call('add', { a: 1, b: 1 });
    clock.advance(1000 + 500);
    expect(await answer).toMatchObject({ error: { code: 'DEADLINE_EXCEEDED', values: { ms: 1000 } } });
    expect(clock.alarms).toBe(0);
  });

  it('ends every open request when the connection goes', async () => {
    const { caller } = open();
    const answers = [caller.call('add', { a: 1, b: 1 }), caller.call('watch', {})];
    caller.disconnected({ code: 'HOST_EXITED' });
    expect(await Promise.all(answers)).toEqual([fail('HOST_EXITED'), fail('HOST_EXITED')]);
    expect(caller.openRequests).toBe(0);
  });

  it('names a transport that is already gone', async () => {
    const { caller } = open(() => {
      throw new Error('disconnected port');
    });
    expect(await caller.call('add', { a: 1, b: 1 })).toEqual(fail('CONNECTION_LOST'));
  });

  it('reports notices and words that break the contract, and gives up no request for them', async () => {
    const { caller, notices } = open();
    const answer = caller.call('add', { a: 1, b: 1 });
    caller.receive({ type: 'notice', error: { code: 'FRAME_NOT_UTF8' } });
    caller.receive({ type: 'reply', id: '1', result: ok({ sum: 2 }), extra: 1 });
    caller.receive({ type: 'reply', id: '1', result: ok({ sum: 2 }) });
    expect(await answer).toEqual(ok({ sum: 2 }));
    expect(notices.map(({ code }) => code)).toEqual(['FRAME_NOT_UTF8', 'MESSAGE_MALFORMED']);
  });
});

describe('the types of a contract', () => {
  it('follow from its declarations', () => {
    expectTypeOf<InputOf<(typeof nativeContract)['key.read']>>().toEqualTypeOf<{ keyId: string }>();
    expectTypeOf<OutputOf<(typeof nativeContract)['hello']>>().toHaveProperty('agreed').toEqualTypeOf<number>();
    expectTypeOf<'KEY_REMOVED'>().toExtend<ErrorOf<(typeof nativeContract)['key.read']>>();
    expectTypeOf<'CHANNEL_UNKNOWN'>().not.toExtend<ErrorOf<(typeof nativeContract)['key.read']>>();
    expectTypeOf<'CHANNEL_UNKNOWN'>().toExtend<ErrorCode>();
    const { caller } = open();
    // @ts-expect-error an operation that is not declared
    void (() => caller.call('sell', {}));
    // @ts-expect-error an input of the wrong shape
    void (() => caller.call('add', { a: 1 }));
    expect(Object.keys(nativeContract)).toContain('key.read');
  });
});
