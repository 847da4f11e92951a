import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { OutputOf } from '@certbridge/shared/contract/operation.ts';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Captcha } from '../../../ui/form/captcha-field.tsx';
import { createField, type OwnedField } from '../../../ui/form/field-state.ts';
import { language } from '../../../ui/i18n.ts';
import type { OrderSession } from './order-session.ts';

/** Nothing in it, or what the service says of it. */
export type CaptchaProblem = 'missing' | Extract<ErrorCode, 'CAPTCHA_WRONG' | 'CAPTCHA_OVER'>;
type Words = OutputOf<OnlineContract['captchas.words']>;
type Drawn = OutputOf<OnlineContract['captchas.draw']>;

type CaptchaTools = Pick<OrderSession, 'ask' | 'clock' | 'localTime'>;

export interface CaptchaDesk {
  readonly question: ReadonlySignal<Captcha>;
  readonly field: OwnedField<string, CaptchaProblem>;
  /** Fetches a question when there is none that could still be answered. */
  begin(): void;
  another(): Promise<void>;
  /** It was answered, and is good for nothing more. */
  usedUp(): void;
  inWords(): Promise<void>;
  /** What goes to the service; undefined while there is no answer, which the field then says. */
  given(): { readonly id: string; readonly answer: string } | undefined;
}

/** One question at a time; each is good for one answer and a few minutes. */
export function createCaptchaDesk({ ask, clock, localTime }: CaptchaTools): CaptchaDesk {
  const drawn = signal<Drawn | 'loading' | 'failed'>('loading');
  const words = signal<Words | undefined>(undefined);
  const field = createField<string, CaptchaProblem>({
    initial: '',
    check: (answer) => (answer.trim() === '' ? 'missing' : undefined),
  });
  let asked = 0;
  /** Asked for while the question was still on its way. */
  let wordsWanted = false;

  async function another(): Promise<void> {
    asked += 1;
    const mine = asked;
    drawn.value = 'loading';
    words.value = undefined;
    field.fill('');
    const answer = await ask('captchas.draw', {});
    if (mine !== asked) return;
    drawn.value = answer.ok ? answer.value : 'failed';
    if (wordsWanted) await inWords();
  }

  async function inWords(): Promise<void> {
    const known = drawn.peek();
    wordsWanted = known === 'loading';
    if (typeof known !== 'object') return;
    const answer = await ask('captchas.words', { id: known.id });
    if (drawn.peek() !== known) return;
    if (answer.ok) words.value = answer.value;
    else drawn.value = 'failed';
  }

  return {
    question: computed(() => questionOf(drawn.value, words.value)),
    field,
    another,
    usedUp() {
      asked += 1;
      drawn.value = 'loading';
      field.fill('');
    },
    begin() {
      const known = drawn.peek();
      if (typeof known === 'object' && localTime(known.until) > clock.now()) return;
      void another();
    },
    inWords,
    given() {
      field.leave();
      const known = drawn.peek();
      const answer = field.value.peek().trim();
      return typeof known === 'object' && field.error.peek() === undefined ? { id: known.id, answer } : undefined;
    },
  };
}

function questionOf(drawn: Drawn | 'loading' | 'failed', words: Words | undefined): Captcha {
  if (drawn === 'loading' || drawn === 'failed') return { kind: drawn };
  if (words) return { kind: 'words', text: language.value === 'en' ? words.en : words.zh };
  return { kind: 'picture', address: `data:image/png;base64,${drawn.picture}` };
}
