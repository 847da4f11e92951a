import { expect, it, vi } from 'vitest';
import { goToQuery } from './go-to-query.ts';

it('the way to the order query fills in whose order it is, and which', () => {
  const go = vi.fn();
  const fields = { 'operator.idKind': 'passport', 'operator.idNumber': 'E12345678' };
  goToQuery({ go }, '251121-00042', fields);
  goToQuery({ go }, undefined, {});
  expect(go.mock.calls).toEqual([
    [{ name: 'query', aim: { orderNumber: '251121-00042', idKind: 'passport', idNumber: 'E12345678' } }],
    [{ name: 'query', aim: {} }],
  ]);
});
