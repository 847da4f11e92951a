import { freshToken } from '../making/fresh-token.ts';
import { setPasswords } from '../making/set-passwords.ts';
import { onToken } from '../on-token.ts';
import { stepsOf } from '../steps.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

const STEPS = 4;

export const makingInitialise = (parts: WorkerParts) =>
  verb<'making.initialise'>(async (input, context) => {
    const step = stepsOf(context, STEPS);
    const fresh = await freshToken(parts, input, step);
    if (!fresh.ok) return fresh;
    const { serial } = fresh.value;
    return onToken(
      parts,
      (key) => key.serial === serial,
      (token) => setPasswords(token, input, step),
    );
  });
