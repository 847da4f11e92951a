import { newPinFault } from '@certbridge/shared/domain/new-pin-rules.ts';
import { namedBy, onToken } from '../on-token.ts';
import { refuse } from '../refused.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

export const pinChange = (parts: WorkerParts) =>
  verb<'pin.change'>(({ claims, pin, newPin, insist, birthday }) =>
    onToken(parts, namedBy(claims.serial), (token) => {
      const { pinLength } = token.sameKey();
      const fault = newPinFault(newPin, { length: pinLength, birthday, oldPin: pin });
      if (fault) refuse(fault, { values: { ...pinLength } });
      const { before } = token.signIn({ pin, insist });
      token.session.setPin(pin, newPin);
      return { before, after: token.sameKey().pin };
    }),
  );
