import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { ok, type PublicError, type Result } from '@certbridge/shared/contract/result.ts';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { CodeStanding } from '../../../ui/form/code/code-line.tsx';
import type { CaptchaDesk } from '../../order/state/captcha-desk.ts';
import type { AskService } from './ask-service.ts';
import type { IdPaper } from './id-form.ts';
import type { ServiceTime } from './service-time.ts';

/** A code that was asked for. Whether one was sent, nobody says. Moments in milliseconds of the clock. */
export interface SentQuery {
  readonly queryId: string;
  readonly paper: IdPaper;
  readonly validUntil: number;
  readonly resendFrom: number;
}

export interface GivenToken {
  readonly token: string;
  readonly until: number;
}

export interface CodeRequest {
  readonly sent: ReadonlySignal<SentQuery | undefined>;
  readonly standing: ReadonlySignal<CodeStanding>;
  send(paper: IdPaper): Promise<Result<unknown>>;
  verify(code: string): Promise<Result<GivenToken | undefined>>;
  forget(): void;
}

export interface RequestParts {
  readonly ask: AskService;
  readonly captcha: CaptchaDesk;
  readonly time: ServiceTime;
}

/** After these the sum that was solved may still be good, and is sent with the same act. */
const UNANSWERED: readonly ErrorCode[] = [
  'SERVICE_UNREACHABLE',
  'SERVICE_NOT_READY',
  'DEADLINE_EXCEEDED',
  'REQUEST_IN_PROGRESS',
];

export function createCodeRequest({ ask, captcha, time }: RequestParts): CodeRequest {
  const sent = signal<SentQuery | undefined>(undefined);
  const standing = signal<CodeStanding>({ kind: 'open' });

  async function refused(error: PublicError): Promise<Result<unknown>> {
    if (UNANSWERED.includes(error.code)) return { ok: false, error };
    await captcha.another();
    if (error.code !== 'CAPTCHA_WRONG' && error.code !== 'CAPTCHA_OVER') return { ok: false, error };
    captcha.field.refuse(error.code);
    captcha.field.focus();
    return ok(undefined);
  }

  return {
    sent,
    standing,
    async send(paper) {
      const given = captcha.given();
      if (!given) {
        captcha.field.focus();
        return ok(undefined);
      }
      const begun = await ask('query.begin', { ...paper, captcha: given });
      if (!begun.ok) return refused(begun.error);
      const { queryId, until, resendAt } = begun.value;
      captcha.usedUp();
      batch(() => {
        sent.value = { queryId, paper, validUntil: time.local(until), resendFrom: time.local(resendAt) };
        standing.value = { kind: 'open' };
      });
      return begun;
    },
    async verify(code) {
      const request = sent.peek();
      if (!request) return ok(undefined);
      standing.value = { kind: 'checking' };
      const verified = await ask('query.verify', { queryId: request.queryId, code });
      if (verified.ok) return ok({ token: verified.value.token, until: time.local(verified.value.tokenUntil) });
      standing.value = standingAfter(verified.error);
      return standing.peek().kind === 'open' ? verified : ok(undefined);
    },
    forget() {
      batch(() => {
        sent.value = undefined;
        standing.value = { kind: 'open' };
      });
    },
  };
}

/** What is wrong with a code stands at its field; everything else is told beside it. */
function standingAfter({ code, values }: PublicError): CodeStanding {
  switch (code) {
    case 'CODE_WRONG':
      return { kind: 'wrong', triesLeft: Number(values?.['triesLeft'] ?? 0) };
    case 'CODE_OVER':
      return { kind: 'expired' };
    default:
      return { kind: 'open' };
  }
}
