import { t, tParts } from '../../i18n.ts';
import { Icon } from '../../icon.tsx';
import { Sentence } from '../../sentence.tsx';
import { Spinner } from '../../spinner.tsx';
import { minutesAndSeconds } from '../../time/countdown.ts';

/** How the code stands, as the service has it. */
export type CodeStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' };

export type CodeLineState =
  | { readonly kind: 'valid'; readonly seconds: number | undefined }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' };

export interface CodeFacts {
  readonly standing: CodeStanding;
  /** Undefined: nobody has said how long it is valid. */
  readonly secondsValid: number | undefined;
  readonly typed: boolean;
}

/** Of a wrong code nothing more is said once the next is being typed, unless no try is left. */
export function lineOf({ standing, secondsValid, typed }: CodeFacts): CodeLineState {
  switch (standing.kind) {
    case 'checking':
    case 'expired':
      return standing;
    case 'wrong':
      if (!typed || standing.triesLeft === 0) return standing;
      break;
    case 'open':
      break;
  }
  return secondsValid === 0 ? { kind: 'expired' } : { kind: 'valid', seconds: secondsValid };
}

/** The seconds are read when asked for, and not said aloud one by one; everything else is said when it comes. */
export function CodeLine({ id, line }: { readonly id: string; readonly line: CodeLineState }) {
  return (
    <div id={id} class="msg">
      {line.kind === 'valid' && line.seconds !== undefined && (
        <span>
          <Sentence parts={tParts('part.codeValid', { time: minutesAndSeconds(line.seconds) })} />
        </span>
      )}
      <p class={line.kind === 'wrong' || line.kind === 'expired' ? 'bad' : ''} aria-live="polite">
        <Said line={line} />
      </p>
    </div>
  );
}

function Said({ line }: { readonly line: CodeLineState }) {
  switch (line.kind) {
    case 'valid':
      return null;
    case 'checking':
      return (
        <>
          <Spinner />
          {t('part.codeChecking')}
        </>
      );
    case 'wrong':
      return (
        <>
          <Icon name="stop" small />
          {line.triesLeft > 0 ? t('part.codeWrong', { tries: line.triesLeft }) : t('part.codeNoTries')}
        </>
      );
    case 'expired':
      return (
        <>
          <Icon name="stop" small />
          {t('part.codeExpired')}
        </>
      );
  }
}
