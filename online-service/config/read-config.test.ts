import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { describe, expect, test } from 'vitest';
import { StartProblem } from '../problems/start-problem.ts';
import { readConfig } from './read-config.ts';

function problemOf(environment: Record<string, string>): StartProblem {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof StartProblem) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('settings from the environment', () => {
  test('an empty environment gives a service on loopback with its own database', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 7200, host: '127.0.0.1', extensionIds: EXTENSION_IDS, logLevel: 'info' });
    expect(config.databaseUrl).toBeUndefined();
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ CERTBRIDGE_SERVICE_PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('what is set is used', () => {
    const id = 'a'.repeat(32);
    expect(
      readConfig({
        CERTBRIDGE_SERVICE_PORT: '0',
        CERTBRIDGE_SERVICE_HOST: '::1',
        DATABASE_URL: 'postgres://u:p@db.example:5433/name',
        CERTBRIDGE_DATA_DIR: '/var/lib/certbridge',
        CERTBRIDGE_EXTENSION_IDS: `${id}, ${EXTENSION_IDS[0]}`,
        CERTBRIDGE_LOG_LEVEL: 'silent',
      }),
    ).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: 'postgres://u:p@db.example:5433/name',
      dataDir: '/var/lib/certbridge',
      extensionIds: [id, EXTENSION_IDS[0]],
      logLevel: 'silent',
    });
  });

  test.each([
    ['CERTBRIDGE_SERVICE_PORT', '65536'],
    ['CERTBRIDGE_SERVICE_PORT', '-1'],
    ['CERTBRIDGE_SERVICE_PORT', '72oo'],
    ['CERTBRIDGE_SERVICE_HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'somewhere'],
    ['CERTBRIDGE_EXTENSION_IDS', 'abc'],
    ['CERTBRIDGE_EXTENSION_IDS', `${EXTENSION_IDS[0]},`],
    ['CERTBRIDGE_LOG_LEVEL', 'loud'],
    ['CERTBRIDGE_STOP_SECONDS', '0'],
  ])('%s=%s is refused by its name, with the next step, in both languages', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem.exitCode).toBe(2);
    expect(problem.what.zh).toContain(name);
    expect(problem.what.en).toContain(name);
    expect(problem.next.zh).toMatch(/请改正/);
    expect(problem.next.en).toMatch(/must be/);
  });

  test('all bad values are named at once', () => {
    const text = problemOf({ CERTBRIDGE_SERVICE_PORT: 'x', CERTBRIDGE_LOG_LEVEL: 'x' }).toText();
    expect(text).toContain('CERTBRIDGE_SERVICE_PORT');
    expect(text).toContain('CERTBRIDGE_LOG_LEVEL');
  });

  test('a bad database address is not repeated: it may hold a password', () => {
    expect(problemOf({ DATABASE_URL: 'mysql://u:hunter2@h/d' }).toText()).not.toContain('hunter2');
  });
});
