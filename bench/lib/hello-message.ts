import { PROTOCOL } from '@certbridge/shared/contract/limits.ts';
import type { RequestMessage } from '@certbridge/shared/contract/wire.ts';

/** As the extension says it, first of all on every connection. */
export const HELLO: RequestMessage = {
  type: 'request',
  id: 'hello',
  operation: 'hello',
  input: { extensionVersion: '0.1.0', protocol: { ...PROTOCOL } },
};
