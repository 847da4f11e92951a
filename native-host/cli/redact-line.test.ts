import { expect, it } from 'vitest';
import { redactLine } from './redact-line.ts';

const TIME = '2026-11-21T14:05:06.789Z';

it.each([
  ['worker opensc: MODULE_CRASHED (SIGSEGV)', 'worker opensc: MODULE_CRASHED (SIGSEGV)'],
  ['DRIVER_FAULT CKR_DEVICE_ERROR 0x30', 'DRIVER_FAULT CKR_DEVICE_ERROR 0x30'],
  ['DRIVER_FAULT CKR_VENDOR_DEFINED 0x80000321', 'DRIVER_FAULT CKR_VENDOR_DEFINED 0x80000321'],
  ['key.read: TypeError', 'key.read: TypeError'],
  ['worker opensc: MODULE_NOT_RESPONDING (8000 ms)', 'worker opensc: MODULE_NOT_RESPONDING (8000 ms)'],
])('what helps the hotline stays: %s', (line, expected) => {
  expect(redactLine(`${TIME} ${line}`)).toBe(`${TIME} ${expected}`);
});

it.each([
  ['opensc:CBUK0000926', 'CBUK0000926'],
  ['serial 3f13739cbc7c3caf', '3f13739cbc7c3caf'],
  ['certificate 91411400MA9K000EXP', '91411400MA9K000EXP'],
  ['identity 41140019900101123X', '41140019900101123X'],
  ['label 示例建设工程有限公司', '示例'],
  ['/home/zhang/lib/x.so failed', 'zhang'],
  ['C:\\Users\\zhang\\x.dll failed', 'zhang'],
  ['zhang.san@example.cn', 'zhang'],
  ['login refused: 648219', '648219'],
  [`fingerprint ${'ab12'.repeat(16)}`, 'ab12'],
])('what leads to a key or its holder does not: %s', (line, secret) => {
  expect(redactLine(`${TIME} ${line}`)).not.toContain(secret);
});
