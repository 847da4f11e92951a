import { onToken } from '../on-token.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

export const pinVerify = (parts: WorkerParts) =>
  verb<'pin.verify'>(({ keyId, ...password }) =>
    onToken(
      parts,
      (key) => key.keyId === keyId,
      (token) => token.signIn(password),
    ),
  );
