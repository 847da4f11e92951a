/** Throws the old nodes away and puts new ones in their place; whoever is typing may go on. */
export function replaceKeepingFocus(view: HTMLElement): void {
  const before = document.activeElement;
  const selection = before instanceof HTMLInputElement ? [before.selectionStart, before.selectionEnd] : undefined;
  document.querySelector('#app')?.replaceChildren(view);
  if (!before?.id) return;
  const after = document.getElementById(before.id);
  after?.focus({ preventScroll: true });
  if (selection && after instanceof HTMLInputElement) after.setSelectionRange(selection[0] ?? 0, selection[1] ?? 0);
}
