import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../contract/limits.ts';
import { fail, ok } from '../contract/result.ts';
import { type ToClient, toClient } from '../contract/wire.ts';
import { type CounterContract, counterContract } from '../testing/counter-contract.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { settled } from '../testing/settled.ts';
import { Dispatcher, type Handlers } from './dispatcher.ts';

const handlers: Handlers<CounterContract, string> = {
  add: async ({ a, b }) => ok({ sum: a + b }),
  echo: async ({ text }) => ok({ text }),
  watch: (_, { cancellation, emit }) => {
    emit({ count: 1 });
    return new Promise((resolve) => cancellation.onCancel(() => resolve(ok({}))));
  },
};

function open(replace: Partial<Handlers<CounterContract, string>> = {}) {
  const sent: ToClient[] = [];
  const faults: string[] = [];
  const clock = new HandClock();
  const dispatcher = new Dispatcher<CounterContract, string>({
    contract: counterContract,
    handlers: { ...handlers, ...replace },
    admits: (peer, operation) => (peer === 'panel' || operation === 'echo' ? true : fail('CALLER_NOT_ALLOWED')),
    clock,
    report: ({ operation }) => faults.push(operation),
  });
  return { sent, faults, clock, dispatcher, line: dispatcher.connect('panel', (message) => sent.push(message)) };
}

const request = (operation: string, input: unknown, id = '1') => ({ type: 'request', id, operation, input });

describe('a dispatcher', () => {
  it('does not start while a handler is missing, or with one that handles nothing', () => {
    const { watch: _, ...incomplete } = handlers;
    const options = {
      contract: counterContract,
      admits: () => true as const,
      clock: new HandClock(),
      report: () => {},
    };
    expect(() => new Dispatcher({ ...options, handlers: incomplete as typeof handlers })).toThrow(/missing: \[watch\]/);
    const stray = { ...handlers, sell: handlers.echo } as typeof handlers;
    expect(() => new Dispatcher({ ...options, handlers: stray })).toThrow(/without operation: \[sell\]/);
  });

  it('answers a request with the value of its handler', async () => {
    const { line, sent } = open();
    line.receive(request('add', { a: 2, b: 3 }));
    await settled();
    expect(sent).toEqual([{ type: 'reply', id: '1', result: ok({ sum: 5 }) }]);
  });

  it.each([
    ['an unknown operation', request('sell', {}), 'OPERATION_UNKNOWN'],
    ['an operation that every object inherits', request('toString', {}), 'OPERATION_UNKNOWN'],
    ['a wrong type', request('add', { a: '2', b: 3 }), 'INPUT_INVALID'],
    ['an extra key in the input', request('add', { a: 2, b: 3, c: 4 }), 'INPUT_INVALID'],
    [
      'an extra key in the message',
      { ...request('add', { a: 2, b: 3 }), origin: 'https://forged.example' },
      'MESSAGE_MALFORMED',
    ],
    ['an input over the limit of its operation', request('add', { a: 'x'.repeat(300), b: 1 }), 'FRAME_TOO_LARGE'],
    ['a reply over the limit', request('echo', { text: '证'.repeat(100) }), 'REPLY_TOO_LARGE'],
  ])('names the error of %s', async (_, message, code) => {
    const { line, sent } = open();
    line.receive(message);
    await settled();
    expect(sent).toMatchObject([{ type: 'reply', id: '1', result: { ok: false, error: { code } } }]);
  });

  it('never repeats a value or an unknown key in an error, because it may be personal', async () => {
    const { line, sent } = open();
    line.receive(request('add', { a: '11010119900307123X', b: 3, 张三的身份证: 1 }));
    await settled();
    expect(JSON.stringify(sent)).not.toMatch(/11010119900307123X|张三/);
  });

  it('tells the connection when not even an id can be read', () => {
    const { line, sent } = open();
    for (const message of [null, 7, 'hello', [], {}, { id: '<b>' }]) line.receive(message);
    expect(sent.map((message) => message.type)).toEqual(Array(6).fill('notice'));
  });

  it('lets nobody pass whom the table does not admit', async () => {
    const { dispatcher, sent } = open();
    dispatcher.connect('page', (message) => sent.push(message)).receive(request('add', { a: 1, b: 1 }));
    expect(sent).toMatchObject([{ result: { error: { code: 'CALLER_NOT_ALLOWED' } } }]);
  });

  it('begins a request before it looks at the next, so that a greeting opens the door for what follows it', async () => {
    let greeted = false;
    const dispatcher = new Dispatcher<CounterContract, string>({
      contract: counterContract,
      handlers: {
        ...handlers,
        echo: async ({ text }) => {
          greeted = true;
          return ok({ text });
        },
      },
      admits: (_, operation) => (greeted || operation === 'echo' ? true : fail('HELLO_FIRST')),
      clock: new HandClock(),
      report: () => {},
    });
    const sent: ToClient[] = [];
    const line = dispatcher.connect('panel', (message) => sent.push(message));
    line.receive(request('echo', { text: 'hello' }, '1'));
    line.receive(request('add', { a: 2, b: 3 }, '2'));
    await settled();
    expect(sent).toMatchObject([{ id: '1' }, { id: '2', result: ok({ sum: 5 }) }]);
  });

  it('names a handler that throws at once like one that rejects', async () => {
    const { line, sent, faults } = open({
      add: () => {
        throw new Error('at once');
      },
    });
    line.receive(request('add', { a: 1, b: 1 }));
    await settled();
    expect(sent).toMatchObject([{ id: '1', result: { error: { code: 'INTERNAL' } } }]);
    expect(faults).toEqual(['add']);
  });

  it('refuses an id that is in use, and more requests than a connection may have open', () => {
    const { line, sent } = open();
    for (let i = 0; i < LIMITS.openRequests; i++) line.receive(request('watch', {}, `w${i}`));
    line.receive(request('watch', {}, 'w0'));
    line.receive(request('watch', {}, 'one-more'));
    expect(sent.filter(({ type }) => type === 'reply')).toMatchObject([
      { id: 'w0', result: { error: { code: 'REQUEST_ID_IN_USE' } } },
      { id: 'one-more', result: { error: { code: 'TOO_MANY_REQUESTS' } } },
    ]);
  });

  it('ends a request at its deadline, tells the handler, and drops what comes too late', async () => {
    let late: (() => void) | undefined;
    let told = false;
    const { line, sent, clock } = open({
      add: (_, { cancellation }) => {
        cancellation.onCancel(() => {
          told = true;
        });
        return new Promise((resolve) => {
          late = () => resolve(ok({ sum: 0 }));
        });
      },
    });
    line.receive(request('add', { a: 1, b: 1 }));
    await settled();
    clock.advance(1000);
    late?.();
    await settled();
    expect(told).toBe(true);
    expect(sent).toMatchObject([{ result: { error: { code: 'DEADLINE_EXCEEDED' } } }]);
  });

  it('calls a cancelled request cancelled, whatever error its handler makes of it', async () => {
    const { line, sent } = open({
      add: (_, { cancellation }) =>
        new Promise((resolve) => cancellation.onCancel(() => resolve(fail('KEY_NOT_FOUND')))),
    });
    line.receive(request('add', { a: 1, b: 1 }));
    await settled();
    line.receive({ type: 'cancel', id: '1' });
    await settled();
    expect(sent).toMatchObject([{ result: { error: { code: 'CANCELLED' } } }]);
  });

  it('says so when cancelled work got done all the same', async () => {
    const { line, sent } = open({
      add: (_, { cancellation }) => new Promise((resolve) => cancellation.onCancel(() => resolve(ok({ sum: 9 })))),
    });
    line.receive(request('add', { a: 1, b: 1 }));
    await settled();
    line.receive({ type: 'cancel', id: '1' });
    await settled();
    expect(sent).toMatchObject([{ result: { ok: true, value: { sum: 9 } } }]);
  });

  it('turns a handler that throws, or breaks the contract, into one public error and a report', async () => {
    const { line, sent, faults } = open({
      add: async () => {
        throw new Error('secret inner words');
      },
      echo: async () => ok({ text: 7 }) as never,
    });
    line.receive(request('add', { a: 1, b: 1 }, 'a'));
    line.receive(request('echo', { text: 'x' }, 'b'));
    await settled();
    expect(sent).toHaveLength(2);
    expect(sent.find((message) => 'id' in message && message.id === 'a')).toMatchObject({
      result: { error: { code: 'INTERNAL' } },
    });
    expect(sent.find((message) => 'id' in message && message.id === 'b')).toMatchObject({
      result: { error: { code: 'REPLY_INVALID' } },
    });
    expect(JSON.stringify(sent)).not.toContain('secret');
    expect(faults.toSorted()).toEqual(['add', 'echo']);
  });

  it('sends events until the watch is cancelled, and nothing after the connection closed', async () => {
    let emit: ((event: { count: number }) => void) | undefined;
    let ended = false;
    const { line, sent } = open({
      watch: (_, context) => {
        emit = context.emit;
        return new Promise((resolve) =>
          context.cancellation.onCancel(() => {
            ended = true;
            resolve(ok({}));
          }),
        );
      },
    });
    line.receive(request('watch', {}));
    await settled();
    emit?.({ count: 1 });
    emit?.({ count: 'two' } as never);
    line.close();
    emit?.({ count: 3 });
    await settled();
    expect(sent).toEqual([{ type: 'event', id: '1', value: { count: 1 } }]);
    expect(ended).toBe(true);
  });

  it('answers anything at all with messages of the contract, and lives on', async () => {
    const { line, sent } = open();
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.constantFrom('request', 'cancel', 'reply'),
        id: fc.string(),
        operation: fc.string(),
        input: fc.anything(),
      }),
      fc.record({
        type: fc.constant('request'),
        id: fc.uuid(),
        operation: fc.constantFrom('add', 'echo'),
        input: fc.object(),
      }),
    );
    fc.assert(
      fc.property(anything, (message) => line.receive(message)),
      { numRuns: 5000 },
    );
    await settled();
    expect(sent.every((message) => toClient.safeParse(message).success)).toBe(true);
    sent.length = 0;
    line.receive(request('add', { a: 2, b: 2 }, 'after'));
    await settled();
    expect(sent).toEqual([{ type: 'reply', id: 'after', result: ok({ sum: 4 }) }]);
  });
});
