import { expect, it } from 'vitest';
import { renderCkrCodes } from '../../scripts/protocol/render-ckr-codes.ts';
import { renderProtocol } from '../../scripts/protocol/render-protocol.ts';
import { renderStates } from '../../scripts/protocol/render-states.ts';
import { readProjectFile } from './support/project.ts';

it('docs/protocol.md says what the contract says (npm run docs)', () => {
  expect(readProjectFile('docs/protocol.md').text).toBe(renderProtocol());
});

it('docs/ckr-codes.md says what the host’s table says (npm run docs)', () => {
  expect(readProjectFile('docs/ckr-codes.md').text).toBe(renderCkrCodes());
});

it('docs/states.md says what the tables say (npm run docs)', () => {
  expect(readProjectFile('docs/states.md').text).toBe(renderStates());
});

it.each(['npm start', 'npm test'])('README names %s', (command) => {
  expect(readProjectFile('README.md').text).toContain(command);
});

it('README and CONTRIBUTING name no script that does not exist', () => {
  const { scripts } = JSON.parse(readProjectFile('package.json').text) as { scripts: Record<string, string> };
  const named = ['README.md', 'CONTRIBUTING.md'].flatMap((path) =>
    [...readProjectFile(path).text.matchAll(/npm run ([a-z]+)/g)].flatMap(([, name]) => name ?? []),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('the CI runs npm test and nothing cleverer', () => {
  const commands = readProjectFile('.ci/run')
    .text.split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !/^(set|cd) /.test(line));
  expect(commands).toEqual(['npm test']);
});
