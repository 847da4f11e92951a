import { Button } from '../button.tsx';
import '../card.css';
import { t } from '../i18n.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { useSecondsSince } from '../time/use-seconds.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import './progress-list.css';
import { type StepRow, StepRows, type StepState } from './step-rows.tsx';

export interface ProgressItem {
  readonly id: string;
  readonly state: Exclude<StepState, 'failed'>;
  /** A real act: 写入 UKey. */
  readonly title: string;
  /** When it was done. */
  readonly time?: string;
  /** When it began, in milliseconds of the clock, while it is under way. */
  readonly since?: number;
  readonly why?: string;
}

export interface ProgressListProps {
  readonly title: string;
  readonly items: readonly ProgressItem[];
  /** An estimate, and called one. */
  readonly secondsToGo?: number;
  /** Takes an interrupted act up again. */
  readonly onContinue?: () => void;
}

export function ProgressList({ title, items, secondsToGo, onContinue }: ProgressListProps) {
  const done = items.filter(({ state }) => state === 'done').length;
  const current = items[done];
  const place = useKeptFocus<HTMLElement>();
  return (
    <section ref={place} class="card progress-list" aria-label={title} tabIndex={-1}>
      <header>
        <h2>{title}</h2>
        <p>{placeText({ item: Math.min(done + 1, items.length), items: items.length, secondsToGo })}</p>
      </header>
      <ProgressBar label={title} value={done + (current?.state === 'now' ? 0.5 : 0)} max={items.length} />
      <StepRows rows={items.map((item) => rowOf(item, onContinue))} numbered />
      <p class="sr" role="status">
        {current ? `${current.title}${t('list.separator')}${t(`part.${current.state}`)}` : t('part.done')}
      </p>
    </section>
  );
}

interface Place {
  readonly item: number;
  readonly items: number;
  readonly secondsToGo: number | undefined;
}

function placeText({ item, items, secondsToGo }: Place): string {
  return secondsToGo === undefined
    ? t('part.item', { item, items })
    : t('part.itemLeft', { item, items, seconds: secondsToGo });
}

function rowOf(item: ProgressItem, onContinue: (() => void) | undefined): StepRow {
  const { since, time, ...rest } = item;
  return {
    ...rest,
    time: item.state === 'now' && since !== undefined ? <Elapsed since={since} /> : time,
    act: item.state === 'interrupted' && onContinue && (
      <Button size="row" onClick={onContinue}>
        {t('part.continue')}
      </Button>
    ),
  };
}

function Elapsed({ since }: { readonly since: number }) {
  return <>{t('part.elapsed', { seconds: useSecondsSince(since) })}</>;
}
