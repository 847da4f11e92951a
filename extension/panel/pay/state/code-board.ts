import { CODE_WAYS, type CodeWay, type PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

export type CodeStanding =
  | { readonly kind: 'fetching' | 'over' }
  | { readonly kind: 'away'; readonly error: PublicError }
  | {
      readonly kind: 'open';
      readonly code: string;
      /** Of this computer's clock. */
      readonly until: number;
      /** What was left when it was first seen. */
      readonly lifeSeconds: number;
    };

export interface CodeBoard {
  readonly standings: { readonly [Way in CodeWay]: ReadonlySignal<CodeStanding> };
  /** A question to the service begins: what was asked before an answer came says nothing about that code any more. */
  asking(): number;
  fetching(way: CodeWay): void;
  /** What the service answered to a question; `own`: the way that it was about. */
  show(view: PaymentView, asked: { readonly at: number; readonly own?: CodeWay }): void;
  away(way: CodeWay, error: PublicError): void;
  clear(): void;
}

export interface BoardParts {
  readonly clock: Clock;
  readonly localTime: (moment: string) => number;
}

/** The two codes side by side. Answers overtake each other; each code is told by the newest answer that knows of it. */
export function createCodeBoard({ clock, localTime }: BoardParts): CodeBoard {
  const standings: { readonly [Way in CodeWay]: Signal<CodeStanding> } = {
    alipay: signal<CodeStanding>({ kind: 'fetching' }),
    wechat: signal<CodeStanding>({ kind: 'fetching' }),
  };
  const settledAt = { alipay: 0, wechat: 0 };
  const isFetched = { alipay: false, wechat: false };
  const alarms: { [Way in CodeWay]?: () => void } = {};
  let questions = 0;

  function place(way: CodeWay, standing: CodeStanding): void {
    alarms[way]?.();
    delete alarms[way];
    standings[way].value = standing;
    if (standing.kind !== 'open') return;
    const left = Math.max(0, standing.until - clock.now());
    alarms[way] = clock.after(left, () => place(way, { kind: 'over' }));
  }

  function showCode(way: CodeWay, view: PaymentView): void {
    const known = view.codes.find((code) => code.way === way);
    const before = standings[way].peek();
    // Nothing was opened for it yet: whoever opens it says how it stands.
    if (!known) return;
    if (known.standing === 'over' || known.code === undefined) {
      if (before.kind !== 'over') place(way, { kind: 'over' });
      return;
    }
    if (before.kind === 'open' && before.code === known.code) return;
    const until = localTime(known.expiresAt);
    const lifeSeconds = Math.max(1, Math.round((until - clock.now()) / 1000));
    place(way, { kind: 'open', code: known.code, until, lifeSeconds });
  }

  function settle(way: CodeWay): void {
    isFetched[way] = false;
    settledAt[way] = questions;
  }

  return {
    standings,
    asking() {
      questions += 1;
      return questions;
    },
    fetching(way) {
      isFetched[way] = true;
      place(way, { kind: 'fetching' });
    },
    show(view, { at, own }) {
      if (own) settle(own);
      for (const way of CODE_WAYS) {
        const isNews = way === own || (!isFetched[way] && at > settledAt[way] && standings[way].peek().kind !== 'away');
        if (isNews) showCode(way, view);
      }
    },
    away(way, error) {
      settle(way);
      place(way, { kind: 'away', error });
    },
    clear() {
      for (const way of CODE_WAYS) alarms[way]?.();
    },
  };
}
