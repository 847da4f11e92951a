/**
 * Esc in the panel is heard by its own document only, never by the page around it. A menu that is open takes the key
 * first, and so does an input method that is composing.
 */
export function closeWithEscape(page: Pick<Document, 'addEventListener' | 'querySelector'>, close: () => void): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (page.querySelector(':popover-open, dialog[open]')) return;
    close();
  });
}
