import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { readConfig } from './read-config.ts';

const DIR = { CERTBRIDGE_AUTHORITY_DIR: 'authority' };
const SECRETS = { CERTBRIDGE_AUTHORITY_SECRETS_FILE: 'secrets' };

it('without an authority the service issues nothing', () => {
  expect(readConfig({}).authority).toBeUndefined();
});

it('folder and secrets come together', () => {
  expect(readConfig({ ...DIR, ...SECRETS }).authority).toEqual({
    folder: resolve('authority'),
    secretsFile: resolve('secrets'),
  });
});

it.each([
  ['CERTBRIDGE_AUTHORITY_SECRETS_FILE', DIR],
  ['CERTBRIDGE_AUTHORITY_DIR', SECRETS],
])('%s is asked for when the other is there', (name, given) => {
  expect(() => readConfig(given)).toThrow(StartProblem);
  expect(() => readConfig(given)).toThrow(name);
});
