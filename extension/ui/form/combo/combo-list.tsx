import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { Icon } from '../../icon.tsx';
import type { Combo } from './use-combo.ts';

export interface ComboListProps {
  /** Of the text that it belongs to. */
  readonly id: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly combo: Combo;
}

export function ComboList({ id, label, lang, combo }: ComboListProps) {
  const { shown, view, text } = combo;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [view.active]);
  if (shown.length === 0) return <p class="combo-none">{t('part.comboNone', { text })}</p>;
  return (
    <div id={`${id}-list`} class="combo-list" role="listbox" aria-label={label} lang={lang} ref={list}>
      {shown.map((option, index) => (
        // The keys are the text's, which keeps the focus (aria-activedescendant).
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: see above.
        <div
          key={option.id}
          class="combo-option"
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === view.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => combo.choose(option)}
        >
          <span class="grow">{option.name}</span>
          {option.name === text && <Icon name="check" small />}
        </div>
      ))}
    </div>
  );
}
