import { t } from '../i18n.ts';
import './step-header.css';

export interface StepHeaderProps {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** The title of the next one; the last one has none. */
  readonly next?: string | undefined;
}

/** Above each screen of a business. The focus arrives on its title; the bars are to be looked at only. */
export function StepHeader({ title, step, steps, next }: StepHeaderProps) {
  return (
    <div class="steps">
      <div class="steps-words">
        <h1 id="screen-title" tabIndex={-1}>
          {title}
        </h1>
        <p class="cap">
          <span class="whole">{t('part.step', { step, steps })}</span>
          {next && <span>{t('part.stepNext', { title: next })}</span>}
        </p>
      </div>
      <ol aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <li key={index} class={barClass(index + 1, step)} />
        ))}
      </ol>
    </div>
  );
}

function barClass(bar: number, step: number): string {
  if (bar === step) return 'now';
  return bar < step ? 'done' : '';
}
