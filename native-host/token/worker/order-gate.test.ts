import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { expect, it } from 'vitest';
import { OrderGate } from './order-gate.ts';

const PUBLIC_KEY = Uint8Array.of(1);

function signing(gate: OrderGate, jti: string, onceKept?: true) {
  const signed: Uint8Array[] = [];
  const canceller = createCanceller();
  const key = {
    form: 'ecdsa-p256-sha256' as const,
    publicKey: PUBLIC_KEY,
    sign: async (message: Uint8Array) => {
      signed.push(message);
      return message;
    },
  };
  const waiting = { jti, onceKept, cancellation: canceller.cancellation };
  return { signed, canceller, answer: gate.before(key, waiting).sign(Uint8Array.of(7)) };
}

it('a key signs after the word for its own order, and not after that for another', async () => {
  const gate = new OrderGate();
  const { signed, answer } = signing(gate, 'one', true);
  gate.open('other');
  await settled();
  expect(signed).toEqual([]);
  gate.open('one');
  expect(await answer).toEqual(Uint8Array.of(7));
});

it('a word that came before its verb counts, once', async () => {
  const gate = new OrderGate();
  gate.open('one');
  expect(await signing(gate, 'one', true).answer).toEqual(Uint8Array.of(7));
  const again = signing(gate, 'one', true);
  await settled();
  expect(again.signed).toEqual([]);
});

it('a verb that nobody waits for any more does not sign, even if the word comes after all', async () => {
  const gate = new OrderGate();
  const { signed, canceller, answer } = signing(gate, 'one', true);
  canceller.cancel();
  gate.open('one');
  await expect(answer).rejects.toMatchObject({ failed: { error: { code: 'CANCELLED' } } });
  expect(signed).toEqual([]);
});

it('an order that was used for good before needs no word', async () => {
  expect(await signing(new OrderGate(), 'one').answer).toEqual(Uint8Array.of(7));
});

it('words for verbs that never come do not pile up', async () => {
  const gate = new OrderGate();
  for (let word = 0; word <= 64; word += 1) gate.open(`word-${word}`);
  const forgotten = signing(gate, 'word-0', true);
  await settled();
  expect(forgotten.signed).toEqual([]);
  expect(await signing(gate, 'word-1', true).answer).toEqual(Uint8Array.of(7));
});
