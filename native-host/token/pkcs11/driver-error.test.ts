import { expect, it } from 'vitest';
import { DriverError, driverErrorOf, LoadError } from './driver-error.ts';

it('a driver’s code is read out of the binding’s text', () => {
  const error = driverErrorOf(new Error('CKR_DEVICE_REMOVED:50\n    at PKCS11.C_Sign (pkcs11.cpp:1)'));
  expect(error).toMatchObject({ code: 0x32, support: 'CKR_DEVICE_REMOVED 0x32' });
});

it('a driver’s code is read out of the binding’s own error class', () => {
  const error = driverErrorOf(Object.assign(new Error('CKR_DEVICE_ERROR'), { code: 0x30 }));
  expect(error).toMatchObject({ code: 0x30, support: 'CKR_DEVICE_ERROR 0x30' });
});

it('anything else counts as a general error, without its text', () => {
  expect(driverErrorOf(new TypeError('secret'))).toMatchObject({ code: 5, support: 'CKR_GENERAL_ERROR 0x5' });
  expect(driverErrorOf(new DriverError(7, 'CKR_ARGUMENTS_BAD')).code).toBe(7);
});

it.each([
  ['/home/zhang san/lib/x.so', '/home/zhang san/lib/x.so: wrong ELF class', 'x.so: wrong ELF class'],
  ['/opt/x.so', '/opt/key/dep.so: undefined symbol: foo', 'dep.so: undefined symbol: foo'],
  ['C:\\Users\\zhang\\x.dll', 'C:\\Users\\zhang\\x.dll not found', 'x.dll not found'],
])('a library that does not load is told without its folders: %s', (path, message, expected) => {
  expect(new LoadError(new Error(message), path).support).toBe(expected);
});
