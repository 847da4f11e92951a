import { fail } from '@certbridge/shared/contract/result.ts';
import { isPublicText } from '../../../unlock/hpke.ts';
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
    // Nobody could open what is sealed to it, and by then the key would be wiped.
    const { custodyKey } = input.claims.terms;
    if (!custodyKey || !(await isPublicText(custodyKey))) return fail('WORK_ORDER_TERMS', { support: 'custody key' });
    const fresh = await freshToken(parts, input, step);
    if (!fresh.ok) return fresh;
    const { serial, rules } = fresh.value;
    return onToken(
      parts,
      (key) => key.serial === serial,
      (token) => setPasswords(token, { input, custodyKey, rules, step }),
    );
  });
