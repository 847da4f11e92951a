import { timingSafeEqual } from 'node:crypto';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { OneTimeCodes } from '../orders/one-time-codes.ts';
import { codeHash } from './code-hash.ts';
import type { CodeTools } from './issue-code.ts';

export function oneTimeCodes({ index, now }: CodeTools): OneTimeCodes {
  return {
    async use(stores, { purpose, subject }, code) {
      const stored = await stores.codes.latest(purpose, subject);
      if (!stored || stored.until <= now() || stored.triesLeft === 0) return fail('CODE_OVER');
      if (!timingSafeEqual(stored.hash, codeHash(index, stored, code))) {
        const triesLeft = await stores.codes.miss(stored.id);
        return triesLeft > 0 ? fail('CODE_WRONG', { values: { triesLeft } }) : fail('CODE_OVER');
      }
      return (await stores.codes.use(stored.id, now())) ? ok(null) : fail('CODE_OVER');
    },
  };
}
