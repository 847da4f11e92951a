import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const claim = new URL('./claim-stdout.ts', import.meta.url).href;
const program = `
  const { claimStdout } = await import(${JSON.stringify(claim)});
  const stdout = claimStdout();
  console.log('stray log');
  console.info('stray info');
  process.stdout.write('stray write');
  stdout.write('protocol');
`;

it('nothing but the protocol reaches stdout, whatever a library prints', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout).toBe('protocol');
  expect(stderr).toMatch(/stray log\nstray info\nstray write/);
});
