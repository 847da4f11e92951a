import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FieldName, FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { type FakeCounter, fakeCounter, TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { fakeFetch } from '../../../testing/fake-counter/fake-fetch.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { createOnlineClient, type OnlineClient } from '../../online-client/online-client.ts';
import { openSession } from '../state/open-session.ts';
import type { OrderSession } from '../state/order-session.ts';
import type { OrderStart } from '../state/order-start.ts';

const MORNING = Date.parse('2025-11-21T02:30:00Z');

export interface OpenCounter {
  readonly counter: FakeCounter;
  readonly hand: HandClock;
  readonly clock: Clock;
  readonly service: OnlineClient;
  open(start: OrderStart): Promise<OrderSession>;
  /** The inputs of every request of that name. */
  asked(name: string): Readonly<Record<string, unknown>>[];
}

/** A counter in memory with the real client before it, and its time in the test's hand. */
export function openCounter(channel: Channel = SAMPLE_CHANNEL): OpenCounter {
  const hand = new HandClock();
  const clock: Clock = { now: () => MORNING + hand.now(), after: (ms, callback) => hand.after(ms, callback) };
  const counter = fakeCounter(channel, () => new Date(clock.now()));
  const fetch = fakeFetch(counter.answer);
  const service = createOnlineClient(onlineContract, { serviceUrl: 'http://service.example.cn', fetch, clock });
  return {
    counter,
    hand,
    clock,
    service,
    asked: (name) => counter.asked.filter((one) => one.name === name).map(({ input }) => input),
    async open(start) {
      const opened = await openSession({ service, clock, channel }, start);
      if (!opened.ok) throw new Error(`not opened: ${opened.error.code}`);
      return opened.value;
    },
  };
}

/** As a person types it: each field is edited, and left. */
export function type(session: OrderSession, fields: FormFields): void {
  for (const [name, value] of Object.entries(fields)) {
    session.form.fields[name as FieldName].edit(value);
    session.form.fields[name as FieldName].leave();
  }
}

/** An order at the counter, opened with the token for it. */
export async function openOrder(at: OpenCounter, fields: FormFields): Promise<OrderSession> {
  const order = at.counter.begin('new-unit', fields);
  return at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
}
