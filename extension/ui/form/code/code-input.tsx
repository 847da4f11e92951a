import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { useSecondsLeft } from '../../time/use-seconds.ts';
import '../field.css';
import { CODE_LENGTH, type CodeEntry, createCodeEntry } from './code-entry.ts';
import './code-input.css';
import { CodeLine, type CodeStanding, lineOf } from './code-line.tsx';
import { ResendButton } from './resend-button.tsx';

export interface CodeInputProps {
  readonly label: string;
  /** The phone or address it went to, masked; absent where nobody may know. */
  readonly sentTo?: string;
  readonly standing: CodeStanding;
  /** Moments, in milliseconds of the clock. Undefined: nobody has said how long it is valid. */
  readonly validUntil: number | undefined;
  readonly resendFrom: number;
  /** On the sixth digit. */
  readonly onCode: (code: string) => void;
  readonly onResend: () => void;
}

/** One input, drawn as six boxes: the browser fills it in, pasting works, and readers find one field. */
export function CodeInput(props: CodeInputProps) {
  const { label, sentTo, standing, validUntil, resendFrom, onResend } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const entry = useCodeEntry(props, input);
  const seconds = useSecondsLeft(validUntil ?? 0);
  const secondsValid = validUntil === undefined ? undefined : seconds;
  const line = lineOf({ standing, secondsValid, typed: entry.code.value !== '' });
  const wrong = line.kind === 'wrong' || line.kind === 'expired';
  const closed = line.kind === 'checking' || line.kind === 'expired' || isUsedUp(standing);

  function resend(): void {
    entry.clear();
    input.current?.focus();
    onResend();
  }

  return (
    <div class="fld code">
      <div class="lab">
        <label for={id}>{label}</label>
        {sentTo !== undefined && <small>{t('part.codeSentTo', { to: sentTo })}</small>}
      </div>
      <div class={wrong ? 'code-in bad' : 'code-in'}>
        <input
          id={id}
          ref={input}
          type="text"
          inputMode="numeric"
          autocomplete="one-time-code"
          readOnly={closed}
          value={entry.code.value}
          aria-describedby={`${id}-said`}
          aria-invalid={wrong}
          aria-required
          onInput={({ currentTarget }) => {
            entry.enter(currentTarget.value);
            // What is no digit of the code goes again at once.
            currentTarget.value = entry.code.value;
          }}
          onSelect={({ currentTarget }) => keepAtEnd(currentTarget)}
        />
        <Boxes code={entry.code.value} />
      </div>
      <div class="code-line">
        <CodeLine id={`${id}-said`} line={line} />
        <ResendButton from={resendFrom} busy={line.kind === 'checking'} onResend={resend} />
      </div>
    </div>
  );
}

function isUsedUp(standing: CodeStanding): boolean {
  return standing.kind === 'wrong' && standing.triesLeft === 0;
}

/** A code that turns out wrong is cleared, for the next try. */
function useCodeEntry(
  { standing, onCode }: CodeInputProps,
  input: { readonly current: HTMLElement | null },
): CodeEntry {
  const complete = useRef(onCode);
  complete.current = onCode;
  const entry = useMemo(() => createCodeEntry((code) => complete.current(code)), []);
  const triesLeft = standing.kind === 'wrong' ? standing.triesLeft : undefined;
  const before = useRef(triesLeft);
  useEffect(() => {
    if (triesLeft === before.current) return;
    before.current = triesLeft;
    if (triesLeft === undefined) return;
    entry.clear();
    input.current?.focus();
  }, [triesLeft]);
  return entry;
}

function Boxes({ code }: { readonly code: string }) {
  return (
    <div class="code-boxes" aria-hidden="true">
      {Array.from({ length: CODE_LENGTH }, (_, index) => (
        <span key={index} class={index === Math.min(code.length, CODE_LENGTH - 1) ? 'next' : ''}>
          {code[index]}
        </span>
      ))}
    </div>
  );
}

/** The boxes show no caret, so there is none to be in the middle. Everything may still be selected, and typed over. */
function keepAtEnd(input: HTMLInputElement): void {
  const { value, selectionStart, selectionEnd } = input;
  if (selectionStart === selectionEnd && selectionEnd !== value.length)
    input.setSelectionRange(value.length, value.length);
}
