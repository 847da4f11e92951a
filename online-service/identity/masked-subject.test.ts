import { expect, test } from 'vitest';
import { maskedSubject } from './masked-subject.ts';

test.each([60, 61])('a long name of rare characters is cut between them, so that it can be kept: %i units', (units) => {
  const bank = `${'𠮷'.repeat(40)}${'行'.repeat(units - 40)}`;
  const place = { province: '410000', city: '411400', remark: '123456' };
  const elements = { name: '示例有限公司', account: '6222020012345678', bank, ...place };
  const about = maskedSubject({ way: 'account-transfer', elements });
  expect(about.isWellFormed()).toBe(true);
  expect(about.length).toBeLessThanOrEqual(60);
  expect(about.endsWith('****5678')).toBe(true);
});
