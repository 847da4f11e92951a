import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataDirFor } from './data-dir.ts';

it.each([
  ['win32', { LOCALAPPDATA: 'L' }, join('L', 'CertBridge')],
  ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'CertBridge')],
  ['linux', {}, join(homedir(), '.local', 'state', 'certbridge')],
  ['linux', { XDG_STATE_HOME: '/state' }, '/state/certbridge'],
  ['linux', { CERTBRIDGE_HOST_DATA: '/named', XDG_STATE_HOME: '/state' }, '/named'],
] as const)('on %s with %o the host remembers in %s', (platform, env, dir) => {
  expect(dataDirFor(env, platform)).toBe(dir);
});
