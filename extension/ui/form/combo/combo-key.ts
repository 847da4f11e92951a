export interface ComboView {
  readonly open: boolean;
  /** The option that Enter would choose. */
  readonly active: number | undefined;
}

export const CLOSED: ComboView = { open: false, active: undefined };

/** What a key does to a list: a new view, or a choice; nothing means that the key is somebody else's. */
export type ComboMove = { readonly view: ComboView } | { readonly choose: number };

export interface ComboPress {
  readonly key: string;
  readonly altKey: boolean;
}

/** The keys of an editable combobox with a list, after the WAI-ARIA Authoring Practices. */
export function comboKey(press: ComboPress, view: ComboView, count: number): ComboMove | undefined {
  const marked = view.open ? view.active : undefined;
  switch (press.key) {
    case 'ArrowDown':
      return press.altKey ? { view: { ...view, open: true } } : moveTo((marked ?? -1) + 1, count);
    case 'ArrowUp':
      return press.altKey ? { view: CLOSED } : moveTo((marked ?? count) - 1, count);
    case 'Enter':
      return marked === undefined ? undefined : { choose: marked };
    case 'Escape':
      return view.open ? { view: CLOSED } : undefined;
    default:
      return undefined;
  }
}

/** Over the end to the beginning, and back. */
function moveTo(wanted: number, count: number): ComboMove {
  return { view: { open: true, active: count === 0 ? undefined : (wanted + count) % count } };
}
