import polyfill from 'webextension-polyfill';

/**
 * The extension APIs, with promises, in every browser; in Chrome's types, which know the sender's `origin` and
 * `documentLifecycle` on which the doors rest. Content scripts do without it: in a partner's page each kilobyte counts.
 */
export const browser = polyfill as unknown as typeof chrome;
