import { ok, type Result } from '@certbridge/shared/contract/result.ts';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { CodeStanding } from '../../../ui/form/code/code-line.tsx';
import { perform } from '../acts/perform.ts';
import type { Act } from './acts-in-turn.ts';
import type { OrderSession } from './order-session.ts';

export interface SentCode {
  /** Masked. */
  readonly to: string;
  /** In milliseconds of this computer's clock; undefined where nobody has said. */
  readonly validUntil: number | undefined;
  readonly resendFrom: number;
}

export interface CodeDeskParts {
  readonly session: OrderSession;
  readonly act: Act;
  /** Whose it is, masked, while nobody has said. */
  readonly about: () => string;
  readonly send: () => Promise<Result<SentCode>>;
  readonly use: (code: string) => Promise<Result<unknown>>;
}

export interface CodeDesk {
  readonly sent: ReadonlySignal<SentCode | undefined>;
  readonly standing: ReadonlySignal<CodeStanding>;
  send(): Promise<void>;
  enter(code: string): Promise<void>;
  /** What it was for is void. */
  forget(): void;
}

/** One code at a time: sent, waited for, tried, and sent again. What is wrong with it stands at its field. */
export function createCodeDesk({ session, act, about, send, use }: CodeDeskParts): CodeDesk {
  const sent = signal<SentCode | undefined>(undefined);
  const standing = signal<CodeStanding>({ kind: 'open' });

  async function sending(): Promise<Result<unknown>> {
    const result = await send();
    if (result.ok) arrived(result.value);
    else if (result.error.code === 'CODE_TOO_SOON') {
      const resendFrom = session.clock.now() + Number(result.error.values?.['seconds'] ?? 0) * 1000;
      const before = sent.peek() ?? { to: about(), validUntil: undefined };
      arrived({ ...before, resendFrom });
      return ok(undefined);
    }
    return result;
  }

  function arrived(code: SentCode): void {
    batch(() => {
      sent.value = code;
      standing.value = { kind: 'open' };
    });
  }

  async function trying(code: string): Promise<Result<unknown>> {
    standing.value = { kind: 'checking' };
    const result = await use(code);
    if (result.ok) return result;
    switch (result.error.code) {
      case 'CODE_WRONG':
        standing.value = { kind: 'wrong', triesLeft: Number(result.error.values?.['triesLeft'] ?? 0) };
        return ok(undefined);
      case 'CODE_OVER':
        standing.value = { kind: 'expired' };
        return ok(undefined);
      default:
        standing.value = { kind: 'open' };
        return result;
    }
  }

  return {
    sent,
    standing,
    send: () => perform(session, 'send-code', sending),
    enter: (code) => perform(session, act, () => trying(code)),
    forget() {
      sent.value = undefined;
      standing.value = { kind: 'open' };
    },
  };
}
