import { randomBytes } from 'node:crypto';

/** The one customer that a sandbox provider has, and the key that both sign with. */
export interface ProviderAccount {
  readonly appId: string;
  /** Base64, 32 bytes. */
  readonly key: string;
}

/** New with every start: nothing that opens anything is written down. */
export function newAccount(): ProviderAccount {
  return { appId: 'certbridge', key: randomBytes(32).toString('base64') };
}
