import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from './i18n.ts';
import { Notice } from './notice.tsx';

export interface Lazy<Props> {
  /** Brings the chunk in which the part stands. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** Keeps the place of the part until it has come. */
  readonly waiting: ComponentType;
}

/** A part that is not needed at first, and is drawn at once when it has been needed before. */
export function lazily<Props extends object>({ load, waiting: Waiting }: Lazy<Props>): ComponentType<Props> {
  const state = signal<{ readonly part?: ComponentType<Props>; readonly lost?: true }>({});
  let asked = false;

  function ask(): void {
    if (asked) return;
    asked = true;
    load().then(
      (part) => {
        state.value = { part };
      },
      () => {
        asked = false;
        state.value = { lost: true };
      },
    );
  }

  return function Lazily(props: Props) {
    useEffect(ask, []);
    const { part: Part, lost } = state.value;
    if (Part) return <Part {...props} />;
    return lost ? <Lost /> : <Waiting />;
  };
}

/** The extension was updated under this page: what it would load is gone, and comes with a new page. */
function Lost() {
  return (
    <Notice tone="warn" title={t('part.lost')} announced>
      <p>{t('part.lostNext')}</p>
    </Notice>
  );
}
