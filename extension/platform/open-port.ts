import { browser } from './browser.ts';
import { PORT_NAME } from './port-name.ts';

/** A line from one of the extension's own pages to its background. */
export function openPort(): chrome.runtime.Port {
  return browser.runtime.connect({ name: PORT_NAME });
}
