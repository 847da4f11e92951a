import { expect, test } from 'vitest';
import { readPersonArguments } from './read-person-arguments.ts';

test.each(['export', 'erase'] as const)('person %s by the kind of the paper', (act) => {
  const command = { act, idKind: 'passport' };
  expect(readPersonArguments(['person', act, '--id-kind', 'passport'])).toEqual(command);
  expect(readPersonArguments(['--id-kind=passport', 'person', act])).toEqual(command);
});

test.each([
  [[]],
  [['person']],
  [['person', 'export']],
  [['person', 'forget', '--id-kind', 'passport']],
  [['order', 'export', '--id-kind', 'passport']],
  [['person', 'export', '--id-kind', 'library-card']],
  [['person', 'export', '--id-kind', 'passport', 'E12345678']],
  [['person', 'export', '--id-kind', 'passport', '--number', 'E12345678']],
])('%j is no command: a number is never taken from the command line', (given) => {
  expect(readPersonArguments(given)).toBeUndefined();
});
