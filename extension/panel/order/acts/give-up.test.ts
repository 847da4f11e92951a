import { fail } from '@certbridge/shared/contract/result.ts';
import { expect, it } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import type { Unfinished } from '../../state/panel-state.ts';
import { openCounter } from '../testing/open-counter.ts';
import { giveUp } from './give-up.ts';

function keptDraft() {
  const at = openCounter();
  const order = at.counter.begin('new-unit', UNIT_APPLICATION);
  const counter = { service: at.service, clock: at.clock, channel: SAMPLE_CHANNEL };
  const begun = { begunAt: at.clock.now(), savedAt: at.clock.now(), channelId: SAMPLE_CHANNEL.id };
  const draft = { ...begun, business: 'new-unit', page: 'unit', fields: {} } as const;
  const withOrder: Unfinished = {
    kind: 'draft',
    draft: { ...draft, order: { id: order.id, number: order.number, token: TOKEN } },
  };
  return { at, order, counter, withOrder, alone: { kind: 'draft', draft } as const };
}

it('what never left this computer is simply dropped', async () => {
  const { at, counter, alone } = keptDraft();
  expect(await giveUp(counter, alone)).toBeUndefined();
  expect(at.counter.asked).toEqual([]);
});

it('its order is cancelled with it', async () => {
  const { order, counter, withOrder } = keptDraft();
  expect(await giveUp(counter, withOrder)).toBeUndefined();
  expect(order.state).toBe('cancelled');
});

it('what cannot be reached any more is dropped here', async () => {
  const { at, counter, withOrder } = keptDraft();
  at.counter.instead['orders.read'] = () => fail('SESSION_OVER');
  expect(await giveUp(counter, withOrder)).toBeUndefined();
});

it('while the service is away it is kept, and the reason told', async () => {
  const { at, counter, withOrder } = keptDraft();
  at.counter.instead['orders.cancel'] = () => fail('SERVICE_NOT_READY');
  expect(await giveUp(counter, withOrder)).toEqual({ code: 'SERVICE_NOT_READY' });
});
