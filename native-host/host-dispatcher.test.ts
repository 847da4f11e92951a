import { fail } from '@certbridge/shared/contract/result.ts';
import type { ReplyMessage, ToClient } from '@certbridge/shared/contract/wire.ts';
import { describe, expect, it } from 'vitest';
import { hostContract } from './host-contract.ts';
import { createHostDispatcher } from './host-dispatcher.ts';
import { systemClock } from './system-clock.ts';
import { helloMessage } from './testing/host-process.ts';
import { Keyring } from './token/keyring.ts';
import { createWorkOrderCheck } from './work-orders/check-work-order.ts';

const nothing = () => undefined;

function connected() {
  const keyring = new Keyring([], { entry: '', clock: systemClock, log: nothing, hangAfterMs: 1_000 });
  let answer: (message: ToClient) => void = nothing;
  const dispatcher = createHostDispatcher({
    keyring,
    log: nothing,
    checkWorkOrder: createWorkOrderCheck({ keys: undefined, now: Date.now }),
    usedOrders: { spend: async () => fail('WORK_ORDER_USED') },
    dataDir: '',
  });
  const connection = dispatcher.connect({ extensionId: 'x', greeted: false }, (message) => answer(message));
  return (message: unknown) =>
    new Promise<ReplyMessage['result']>((resolve) => {
      answer = (reply) => reply.type === 'reply' && resolve(reply.result);
      connection.receive(message);
    });
}

const request = (operation: string, input: unknown = {}) => ({ type: 'request', id: operation, operation, input });

describe('the host’s door', () => {
  it.each(Object.keys(hostContract).filter((name) => name !== 'hello'))(
    'does not admit %s before hello',
    async (name) => {
      expect(await connected()(request(name))).toMatchObject({ error: { code: 'HELLO_FIRST' } });
    },
  );

  it('stays closed after a hello that did not agree', async () => {
    const ask = connected();
    expect(await ask(helloMessage('h', { min: 99, max: 99 }))).toMatchObject({ error: { code: 'HOST_TOO_OLD' } });
    expect(await ask(request('ping'))).toMatchObject({ error: { code: 'HELLO_FIRST' } });
  });

  it('understands a later extension that says more about itself', async () => {
    const message = helloMessage();
    const later = { ...message, input: { ...message.input, build: 7, protocol: { min: 1, max: 9 } } };
    expect(await connected()(later)).toMatchObject({ ok: true, value: { agreed: 1 } });
  });

  it.each(['keys.list', 'keys.watch'])('says at %s that no driver is known here', async (name) => {
    const ask = connected();
    await ask(helloMessage());
    expect(await ask(request(name))).toMatchObject({ error: { code: 'NO_MODULES' } });
  });
});
