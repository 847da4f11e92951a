import { soPinNotes } from '../../../unlock/so-pin-notes.ts';
import { unlockToken } from '../../../unlock/unlock-token.ts';
import { namedBy, onToken } from '../on-token.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** The key is the one of the order, at the beginning and before its administrator password changes. */
export const unlockComplete = (parts: WorkerParts) =>
  verb<'unlock.complete'>(({ claims: { serial }, pins, newPin, birthday, notesDir }) =>
    onToken(parts, namedBy(serial), ({ session }) => {
      const notes = soPinNotes(notesDir, { ...pins, serial });
      return unlockToken(session, { serial, pins, newPin, birthday, notes });
    }),
  );
