import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { effect } from '@preact/signals';
import type { Panel } from '../../panel-controller.ts';
import type { Unfinished } from '../../state/panel-state.ts';
import { applicationFields } from '../state/application-form.ts';
import type { OrderSession } from '../state/order-session.ts';
import { isApplication } from '../state/order-start.ts';
import type { LocalDraft } from './local-draft.ts';

/** Long enough not to seal every letter, short enough that an accident costs a word. */
const SEAL_AFTER_MS = 300;

/**
 * Keeps what is typed, for as long as the form is open; filled in or cancelled, nothing of it stays on this computer, but
 * for which order is still to be paid. The answer ends it: what is unfinished can then be taken up again from the panel's home.
 */
export function followDraft(session: OrderSession, panel: Pick<Panel, 'setUnfinished'>, begunAt: number): () => void {
  let undo: () => void = () => undefined;
  const keep = (kept: ReturnType<typeof keptOf>) => {
    if (kept !== 'as-it-was') panel.setUnfinished(kept);
  };
  let version = session.order.peek()?.version;
  const stop = effect(() => {
    const kept = keptOf(session, begunAt);
    const moved = session.order.value?.version !== version;
    version = session.order.value?.version;
    undo();
    // A step that the service has taken is no letter: the browser may be closed right after it.
    undo = session.clock.after(moved ? 0 : SEAL_AFTER_MS, () => keep(kept));
  });
  function end(): void {
    stop();
    undo();
    keep(keptOf(session, begunAt));
  }
  return () => whenIdle(session, end);
}

/** Who leaves in the middle of an act is still to find what comes of it, as an order that it begins. */
function whenIdle({ busy }: OrderSession, end: () => void): void {
  let ended = false;
  const stop = effect(() => {
    if (busy.value !== undefined || ended) return;
    ended = true;
    end();
    queueMicrotask(() => stop());
  });
}

/** What there is to be taken up again, if anything; `as-it-was` while nobody has typed anything. */
function keptOf(session: OrderSession, begunAt: number): Unfinished | undefined | 'as-it-was' {
  const view = session.order.value;
  const token = session.token.value;
  return view && token !== undefined && view.state !== 'drafting'
    ? keptOfOrder({ view, token }, { session, begunAt })
    : keptOfForm(session, begunAt);
}

function keptOfForm(session: OrderSession, begunAt: number): Unfinished | undefined | 'as-it-was' {
  const { applied, form, order, token, ofPerson, formPage, clock } = session;
  const view = order.value;
  const opener = token.value;
  if (!form.dirty.value && !view) return 'as-it-was';
  if (!isApplication(applied.business)) return undefined;
  const fields = Object.entries(applicationFields(form)).filter(([, value]) => value !== '');
  const draft = {
    begunAt,
    savedAt: clock.now(),
    channelId: applied.channel.id,
    business: applied.business,
    page: formPage.value,
    fields: Object.fromEntries(fields),
    ...(view ? { order: { id: view.id, number: view.number, ...(ofPerson ? {} : { token: opener }) } } : {}),
  };
  return { kind: 'draft', draft, ...(ofPerson && opener !== undefined ? { personToken: opener } : {}) };
}

interface Opened {
  readonly view: OrderView;
  readonly token: string;
}

interface Following {
  readonly session: OrderSession;
  readonly begunAt: number;
}

function keptOfOrder(opened: Opened, following: Following): Unfinished | undefined {
  const { ofPerson } = following.session;
  if (isOver(opened.view)) return undefined;
  const draft = ofPerson ? undefined : unpaidDraft(opened, following);
  return draft ? { kind: 'draft', draft } : { kind: 'order', order: opened.view, token: opened.token, ofPerson };
}

/** Of what was typed nothing is kept any more: only which order waits to be paid. */
function unpaidDraft({ view, token }: Opened, { session, begunAt }: Following): LocalDraft | undefined {
  const { applied, clock, formPage } = session;
  if (view.payment !== 'awaiting' || !isApplication(applied.business)) return undefined;
  return {
    begunAt,
    savedAt: clock.now(),
    channelId: applied.channel.id,
    business: applied.business,
    page: formPage.peek(),
    fields: {},
    order: { id: view.id, number: view.number, token },
    awaits: 'payment',
  };
}

/** The applicant has nothing left to do with it. */
function isOver({ state, payment }: OrderView): boolean {
  return !WAITING_FOR_APPLICANT.includes(state) && payment !== 'awaiting';
}

const WAITING_FOR_APPLICANT: readonly OrderView['state'][] = ['filled', 'confirmed', 'submitted', 'returned'];
