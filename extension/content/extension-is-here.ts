/** An extension that was updated or removed leaves its content scripts behind, in pages that it can no longer reach. */
export function extensionIsHere(): boolean {
  return Boolean(chrome.runtime?.id);
}
