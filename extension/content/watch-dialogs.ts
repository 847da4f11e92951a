/** Calls back when a dialog of the page opens or closes: it makes everything beside it inert, and us with it. */
export function watchDialogs(callback: () => void): void {
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.nodeName === 'DIALOG')) callback();
  }).observe(document, { attributeFilter: ['open'], subtree: true });
}
