/** Where a login window is: the portal's own selectors first, and failing them a form that asks for a password. */
export function findLoginWindow(
  selectors: readonly string[],
): { readonly element: Element; readonly sure: boolean } | undefined {
  for (const selector of selectors) {
    const element = firstVisible(document.querySelectorAll(selector));
    if (element) return { element, sure: true };
  }
  const password = firstVisible(document.querySelectorAll('form input[type=password]'));
  const form = password?.closest('form');
  return form ? { element: form, sure: false } : undefined;
}

/**
 * Methods come from the prototype: a form hands out its fields under the names of its own.
 *
 * A page may draw several windows and show one of them; a modal dialog makes all but its own useless.
 */
function firstVisible(found: NodeListOf<Element>): Element | undefined {
  const visible = [...found].filter((element) => Element.prototype.checkVisibility.call(element));
  return visible.find((element) => Element.prototype.closest.call(element, 'dialog:modal')) ?? visible[0] ?? found[0];
}
