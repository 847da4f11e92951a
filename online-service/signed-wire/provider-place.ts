import type { KeyObject } from 'node:crypto';

/** Where a provider is, and as whom we sign. A `KeyObject` shows nothing of itself in a log or an error. */
export interface ProviderPlace {
  readonly url: string;
  readonly appId: string;
  readonly key: KeyObject;
}

export interface ProviderCall {
  readonly method: 'GET' | 'POST';
  /** Under the provider's address. */
  readonly path: string;
  /** The provider does what it names once, however often it is asked. */
  readonly requestId: string;
  readonly content?: object;
  /** A reply is some words, unless a document is asked for. */
  readonly mostBytes?: number;
}
