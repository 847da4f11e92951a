/**
 * The person has gone on to something else. When only the window has lost the focus, he may be looking something up,
 * half way through a number, and is not to be told that it is too short.
 */
export function hasLeft({ target }: FocusEvent): boolean {
  return target !== document.activeElement;
}

/** Of a group of controls: not to another one of the same group. */
export function hasLeftGroup(event: FocusEvent & { readonly currentTarget: Element }): boolean {
  return hasLeft(event) && !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget));
}
