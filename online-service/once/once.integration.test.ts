import { ok } from '@certbridge/shared/contract/result.ts';
import { expect, test } from 'vitest';
import { codeOf, fresh, orderDesk, PUBLIC } from '../testing/order-desk.ts';
import { once } from './once.ts';

const desk = await orderDesk();

test('what comes again under a used key is not tried: its time would tell what its undone work has found', async () => {
  const asked = fresh(PUBLIC);
  let tried = 0;
  const guess = (code: string) =>
    once(desk.tools, { operation: 'guess', input: { code }, asked }, async () => {
      tried += 1;
      return ok({ code });
    });
  expect(await guess('000001')).toEqual(ok({ code: '000001' }));
  expect(codeOf(await guess('000002'))).toBe('IDEMPOTENCY_KEY_REUSED');
  expect(await guess('000001')).toEqual(ok({ code: '000001' }));
  expect(tried).toBe(1);
});
