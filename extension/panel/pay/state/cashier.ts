import type { CodeWay, PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { type ReadonlySignal, signal } from '@preact/signals';
import { watchOrderChanges } from '../../online-client/order-change-line.ts';
import { refreshOrder } from '../../order/acts/refresh-order.ts';
import type { OrderSession } from '../../order/state/order-session.ts';
import { type CodeBoard, createCodeBoard } from './code-board.ts';
import { type Looking, lookAgain, type Sight } from './look-again.ts';

/** What came of asking the payment companies: nothing yet, or they could not be asked. */
export type CheckAnswer = 'not-yet' | PublicError;

/** The counter at which one order is paid, for as long as somebody stands at it. */
export interface Cashier {
  readonly view: ReadonlySignal<PaymentView | undefined>;
  /** Why what is to be paid cannot be read. It is tried again by itself. */
  readonly trouble: ReadonlySignal<PublicError | undefined>;
  readonly codes: CodeBoard['standings'];
  readonly checking: ReadonlySignal<boolean>;
  readonly answer: ReadonlySignal<CheckAnswer | undefined>;
  /** Opens a code for each way, and watches until the order is paid. The answer ends it. */
  begin(): () => void;
  /** A new code; the service closes the one before for good. */
  renew(way: CodeWay): Promise<void>;
  /** For somebody who has paid and does not see it. */
  check(): Promise<void>;
  lookNow(): void;
  take(view: PaymentView): void;
}

/** Nobody here may look any longer: another code opens the order again. */
export function isLost({ code }: PublicError): boolean {
  return code === 'SESSION_MISSING' || code === 'SESSION_OVER' || code === 'ORDER_UNKNOWN';
}

export function createCashier(session: OrderSession, sight: Sight): Cashier {
  const view = signal<PaymentView | undefined>(undefined);
  const trouble = signal<PublicError | undefined>(undefined);
  const checking = signal(false);
  const answer = signal<CheckAnswer | undefined>(undefined);
  const board = createCodeBoard(session);
  let looking: Looking | undefined;
  let isOpened = false;

  const id = () => session.order.peek()?.id ?? '';
  const isAwaited = () => session.order.peek()?.payment === 'awaiting';

  function take(seen: PaymentView): void {
    view.value = seen;
    trouble.value = undefined;
  }

  /** Whether there is more to come. Paid, or not asked for any more: the order says where it goes on. */
  async function look(): Promise<boolean> {
    const at = board.asking();
    const read = await session.ask('payments.read', { id: id() });
    if (read.ok) {
      take(read.value);
      board.show(read.value, { at });
    } else trouble.value = read.error;
    const known = session.order.peek();
    const isNews = read.ok
      ? read.value.payment !== known?.payment || read.value.orderVersion > known.version
      : read.error.code === 'PAYMENT_NOT_ASKED';
    if (isNews) await refreshOrder(session);
    if (isAwaited() && !isOpened && read.ok) {
      isOpened = true;
      for (const way of read.value.codeWays) void renew(way);
    }
    return isAwaited() && (read.ok || !isLost(read.error));
  }

  async function renew(way: CodeWay): Promise<void> {
    const at = board.asking();
    board.fetching(way);
    const opened = await session.ask('payments.open', { id: id(), way });
    if (opened.ok) {
      take(opened.value);
      board.show(opened.value, { at, own: way });
      return;
    }
    board.away(way, opened.error);
    // Somebody has paid meanwhile, or the order went back to its form.
    if (opened.error.code === 'PAYMENT_NOT_ASKED') looking?.now();
  }

  function answered(result: Result<PaymentView>): void {
    if (result.ok) take(result.value);
    if (!result.ok) answer.value = result.error;
    else if (result.value.payment === 'awaiting') answer.value = 'not-yet';
    looking?.now();
  }

  return {
    view,
    trouble,
    codes: board.standings,
    checking,
    answer,
    renew,
    take,
    async check() {
      if (checking.peek()) return;
      checking.value = true;
      answer.value = undefined;
      answered(await session.ask('payments.check', { id: id() }));
      checking.value = false;
    },
    lookNow: () => looking?.now(),
    begin() {
      isOpened = false;
      looking = lookAgain({ look, clock: session.clock, sight });
      const hangUp = watchOrderChanges({
        open: session.listen,
        clock: session.clock,
        onVersion(version) {
          if (version > (session.order.peek()?.version ?? 0)) looking?.now();
        },
      });
      return () => {
        hangUp();
        looking?.stop();
        board.clear();
      };
    },
  };
}
