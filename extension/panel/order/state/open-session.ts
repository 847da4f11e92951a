import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { OnlineClient } from '../../online-client/online-client.ts';
import { fillForm } from './application-form.ts';
import type { Applied } from './order-pages.ts';
import { createOrderSession, type OrderSession } from './order-session.ts';
import { APPLICATIONS, type OrderStart } from './order-start.ts';
import { resumePage } from './resume-page.ts';

export interface Counter {
  readonly service: OnlineClient;
  readonly clock: Clock;
  /** The one that the panel shows; an application for another one is continued all the same. */
  readonly channel: Channel | undefined;
}

/** A new application, or one as it was left: at this computer, or by its order. */
export async function openSession(counter: Counter, start: OrderStart): Promise<Result<OrderSession>> {
  const channel = await channelOf(counter, start);
  if (!channel.ok) return channel;
  const applied = appliedFor(channel.value, start);
  if (!applied) return fail('BUSINESS_NOT_OFFERED');
  const session = createOrderSession({ ...counter, applied, ofPerson: isOfPerson(start) });
  void learnTime(session);
  switch (start.kind) {
    case 'new':
      return ok(session);
    case 'order':
      session.begun(start.order, start.token);
      fillForm(session.form, applied, start.order.fields);
      session.formPage.value = resumePage(session);
      return ok(session);
    case 'draft':
      return takeUpDraft(counter, session, start);
  }
}

function isOfPerson(start: OrderStart): boolean {
  switch (start.kind) {
    case 'new':
      return false;
    case 'draft':
      return start.personToken !== undefined;
    case 'order':
      return start.ofPerson === true;
  }
}

async function channelOf({ channel, service }: Counter, start: OrderStart): Promise<Result<Channel>> {
  const id = channelIdOf(start) ?? channel?.id;
  if (channel && channel.id === id) return ok(channel);
  return id === undefined ? fail('CHANNEL_UNKNOWN') : service.call('channels.read', { id });
}

function channelIdOf(start: OrderStart): string | undefined {
  switch (start.kind) {
    case 'new':
      return undefined;
    case 'draft':
      return start.draft.channelId;
    case 'order':
      return start.order.channelId;
  }
}

function appliedFor(channel: Channel, start: OrderStart): Applied | undefined {
  const { business, holder } = wishOf(start);
  const offer = channel.offers.find((one) => one.business === business);
  return offer && { channel, offer, business, holder };
}

function wishOf(start: OrderStart): Pick<Applied, 'business' | 'holder'> {
  switch (start.kind) {
    case 'new':
      return { business: start.business, holder: APPLICATIONS[start.business] };
    case 'draft':
      return { business: start.draft.business, holder: APPLICATIONS[start.draft.business] };
    case 'order':
      return start.order;
  }
}

/** The order as the service has it, and on top of it what had not been sent yet. */
async function takeUpDraft(
  { service }: Counter,
  session: OrderSession,
  { draft, personToken }: Extract<OrderStart, { kind: 'draft' }>,
): Promise<Result<OrderSession>> {
  const { form, applied, formPage } = session;
  if (!draft.order) {
    fillForm(form, applied, draft.fields);
    formPage.value = draft.page;
    return ok(session);
  }
  const { id } = draft.order;
  const token = personToken ?? draft.order.token;
  if (token === undefined) return fail('SESSION_MISSING');
  const read = await service.call('orders.read', { id }, { token });
  if (!read.ok) return read;
  session.begun(read.value, token);
  const typed = read.value.state === 'drafting' ? draft.fields : {};
  fillForm(form, applied, { ...read.value.fields, ...typed });
  formPage.value = draft.page;
  return ok(session);
}

/** How long a code is valid is told by the service's clock, and this computer's may be wrong. */
async function learnTime(session: OrderSession): Promise<void> {
  const health = await session.ask('health', {});
  if (health.ok) session.clockIs(health.value.time);
}
