import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OnlineClient } from '../../online-client/online-client.ts';
import { type CaptchaDesk, createCaptchaDesk } from '../../order/state/captcha-desk.ts';
import type { QueryAim } from '../query-aim.ts';
import { askAsPerson } from './ask-as-person.ts';
import { type AskService, createAskService } from './ask-service.ts';
import { type CodeRequest, createCodeRequest } from './code-request.ts';
import { createIdForm, type IdForm, type IdPaper, paperOf } from './id-form.ts';
import { createMyOrders, type MyOrders } from './my-orders.ts';
import { createOrderDetails, type OrderDetails } from './order-details.ts';
import { createPersonSession, type PersonSession } from './person-session.ts';
import { createQueryActs, type QueryActs } from './query-acts.ts';
import { createServiceTime } from './service-time.ts';

export type Stage = 'ask' | 'code' | 'orders';

/** The order query of one panel. It outlives its screen, so that going home and back loses nothing. */
export interface QueryDesk {
  readonly stage: ReadonlySignal<Stage>;
  readonly form: IdForm;
  readonly captcha: CaptchaDesk;
  readonly request: CodeRequest;
  /** Another code is wanted, which takes another sum. */
  readonly resending: Signal<boolean>;
  readonly session: PersonSession;
  /** Whose orders are looked at. */
  readonly paper: ReadonlySignal<IdPaper | undefined>;
  readonly orders: MyOrders;
  readonly details: OrderDetails;
  /** The paper that was opened last, for whoever's browser opens no tab by itself. */
  readonly paperLink: Signal<{ readonly orderId: string; readonly url: string } | undefined>;
  readonly acts: QueryActs;
  /** As the person whose session is open. */
  readonly ask: AskService;
  /** Somebody comes to the screen. */
  arrive(aim: QueryAim): void;
  send(): void;
  verify(code: string): void;
  /** Back to another ID; what was typed stays. */
  changeId(): void;
  /** For somebody else. */
  leave(): void;
}

export function createQueryDesk(service: OnlineClient, clock: Clock): QueryDesk {
  const today = () => chinaDate(new Date(clock.now()));
  const session = createPersonSession(clock);
  const anyone = createAskService(service, () => session.token.peek());
  const time = createServiceTime(clock);
  const captcha = createCaptchaDesk({ ask: anyone, clock, localTime: time.local });
  const request = createCodeRequest({ ask: anyone, captcha, time });
  const form = createIdForm(today);
  const acts = createQueryActs();
  const paper = signal<IdPaper | undefined>(undefined);
  const resending = signal(false);

  const ask = askAsPerson(anyone, session);
  const details = createOrderDetails(ask, clock);
  const orders = createMyOrders({ ask, clock, onFound: details.open });

  function showOrders(whose: IdPaper): void {
    if (!isSame(paper.peek(), whose)) details.close();
    paper.value = whose;
    orders.list.load();
    const open = details.id.peek();
    if (open !== undefined) details.open(open);
  }

  function forget(): void {
    batch(() => {
      request.forget();
      resending.value = false;
      acts.forget();
    });
  }

  const desk: QueryDesk = {
    stage: computed(() => (session.token.value !== undefined ? 'orders' : request.sent.value ? 'code' : 'ask')),
    form,
    captcha,
    request,
    resending,
    session,
    paper,
    orders,
    details,
    paperLink: signal(undefined),
    acts,
    ask,
    arrive({ idKind = 'resident-id', idNumber, orderNumber }) {
      orders.want(orderNumber);
      acts.forget();
      const isOpen = session.token.peek() !== undefined;
      if (idNumber !== undefined && !(isOpen && isSame(paper.peek(), paperOf({ idKind, idNumber }, today())))) {
        desk.leave();
        form.fill({ idKind, idNumber });
      } else if (isOpen) {
        details.close();
        orders.list.load();
      }
    },
    send() {
      if (!form.checkAll()) {
        form.focusFirstInvalid();
        return;
      }
      const asked = paperOf(form.values.peek(), today());
      if (!asked) return;
      void acts.perform({ kind: 'send' }, async () => {
        const sent = await request.send(asked);
        if (request.sent.peek()?.paper === asked) resending.value = false;
        return sent;
      });
    },
    verify(code) {
      const asked = request.sent.peek();
      void acts.perform({ kind: 'verify' }, async () => {
        const verified = await request.verify(code);
        // Meanwhile another ID may have been typed.
        if (!verified.ok || !verified.value || !asked || request.sent.peek() !== asked) return verified;
        forget();
        session.open(verified.value.token, verified.value.until);
        showOrders(asked.paper);
        return verified;
      });
    },
    changeId: forget,
    leave() {
      session.close();
      details.close();
      forget();
      paper.value = undefined;
      form.fill({ idKind: 'resident-id', idNumber: '' });
    },
  };

  // However the session ends: nobody who sits down here afterwards reads what was on the screen.
  effect(() => {
    if (session.token.value !== undefined) return;
    orders.list.clear();
    details.hide();
    desk.paperLink.value = undefined;
  });
  void time.learn(anyone);
  return desk;
}

function isSame(one: IdPaper | undefined, other: IdPaper | undefined): boolean {
  return one?.idKind === other?.idKind && one?.idNumber === other?.idNumber;
}
