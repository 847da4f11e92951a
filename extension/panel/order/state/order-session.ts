import { ORDER_CHANGES_PATH } from '@certbridge/shared/contract/online/order-changes.ts';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { type OnlineContract, onlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OnlineClient } from '../../online-client/online-client.ts';
import { type ActsInTurn, createActsInTurn } from './acts-in-turn.ts';
import { type ApplicationForm, createApplicationForm } from './application-form.ts';
import { createOnceKeys } from './once-keys.ts';
import { type Applied, type FormPage, firstPageOf, type Page, pageOf } from './order-pages.ts';

export interface SessionParts {
  readonly applied: Applied;
  readonly service: OnlineClient;
  readonly clock: Clock;
  readonly ofPerson?: boolean;
}

/** One application at one counter: the order as the service has it, the form as it is typed, and what is under way. */
export interface OrderSession extends ActsInTurn {
  readonly applied: Applied;
  readonly clock: Clock;
  readonly form: ApplicationForm;
  readonly order: ReadonlySignal<OrderView | undefined>;
  /** Opens the order; kept in memory. */
  readonly token: ReadonlySignal<string | undefined>;
  /** The token is the person's, found by the order query, and not this order's own. */
  readonly ofPerson: boolean;
  /** The page of the form that is open, for as long as the order is drafted. */
  readonly formPage: Signal<FormPage>;
  readonly page: ReadonlySignal<Page>;
  /** A field to which the focus is to go when its page is drawn. */
  readonly pointAt: Signal<FieldName | undefined>;
  /** When the service last took something in, in milliseconds of the clock. */
  readonly savedAt: ReadonlySignal<number | undefined>;
  ask<Name extends keyof OnlineContract>(
    name: Name,
    input: InputOf<OnlineContract[Name]>,
  ): Promise<Result<OutputOf<OnlineContract[Name]>>>;
  /** The line on which is told that somebody else has changed the order; rejects when there is none. */
  listen(signal: AbortSignal): Promise<Response>;
  /** A moment of the service's clock on the clock of this computer, which may be wrong. */
  localTime(moment: string): number;
  /** The service said what its clock shows. */
  clockIs(moment: string): void;
  begun(order: OrderView, token: string): void;
  /** The newest view counts, in whatever order the answers come. */
  adopt(order: OrderView): void;
}

export function createOrderSession({ applied, service, clock, ofPerson = false }: SessionParts): OrderSession {
  const order = signal<OrderView | undefined>(undefined);
  const token = signal<string | undefined>(undefined);
  const formPage = signal<FormPage>(firstPageOf(applied.holder));
  const savedAt = signal<number | undefined>(undefined);
  const keys = createOnceKeys();
  let aheadMs = 0;

  return {
    ...createActsInTurn(),
    applied,
    clock,
    form: createApplicationForm(applied, () => chinaDate(new Date(clock.now()))),
    order,
    token,
    ofPerson,
    formPage,
    page: computed(() => pageOf(order.value, formPage.value, applied)),
    pointAt: signal(undefined),
    savedAt,
    async ask(name, input) {
      if (onlineContract[name].effect === 'none') return service.call(name, input, { token: token.peek() });
      const request = JSON.stringify([name, input]);
      const onceKey = keys.keyOf(request);
      const result = await service.call(name, input, { token: token.peek(), onceKey });
      keys.answered(request, result);
      return result;
    },
    listen(signal) {
      const id = order.peek()?.id ?? '';
      return service.listen(ORDER_CHANGES_PATH, { id }, { token: token.peek(), signal });
    },
    localTime: (moment) => Date.parse(moment) + aheadMs,
    clockIs(moment) {
      aheadMs = clock.now() - Date.parse(moment);
    },
    begun(begun, its) {
      batch(() => {
        token.value = its;
        order.value = begun;
        savedAt.value = clock.now();
      });
    },
    adopt(seen) {
      const known = order.peek();
      if (known && seen.version < known.version) return;
      batch(() => {
        order.value = seen;
        savedAt.value = clock.now();
      });
    },
  };
}

/** What every step names: the order, and the version of it that was seen. */
export function orderSeen({ order }: Pick<OrderSession, 'order'>): { readonly id: string; readonly version: number } {
  const seen = order.peek();
  if (!seen) throw new Error('a step of an order that was not begun');
  return { id: seen.id, version: seen.version };
}
