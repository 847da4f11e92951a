import { expect, it } from 'vitest';
import { readArguments } from './read-arguments.ts';

it('takes an option only where it belongs', () => {
  expect(readArguments(['log', '--redacted'])).toMatchObject({ redacted: true, unknown: [] });
  expect(readArguments(['keys', '--redacted', '--write']).unknown).toEqual(['--redacted', '--write']);
  expect(readArguments(['profile', 'check', 'x.so', '--write', '--json'])).toMatchObject({
    words: ['check', 'x.so'],
    write: true,
    json: true,
    unknown: [],
  });
  expect(readArguments(['profile', 'check', 'x.so', '--no-interactive'])).toMatchObject({
    interactive: false,
    unknown: [],
  });
  expect(readArguments(['profile', 'check', 'x.so']).interactive).toBe(true);
  expect(readArguments(['doctor', '--service', 'https://a.example', '--dir', 'b'])).toMatchObject({
    service: 'https://a.example',
    dir: 'b',
    unknown: [],
  });
});

it.each([
  [['doctor', '--dir'], ['--dir']],
  [['doctor', '--json=yes'], ['--json']],
  [['profile', 'check', 'a', 'b'], ['b']],
  [['keys', 'all'], ['all']],
  [['keys', '--__proto__'], ['--__proto__']],
])('does not guess: %j', (args, unknown) => {
  expect(readArguments(args).unknown).toEqual(unknown);
});

it('without a command, helps', () => {
  expect(readArguments([])).toMatchObject({ command: 'help', unknown: [] });
});
