import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './tools/root.ts';

/** `npm run host -- …`: the native host's own command line, where the caller stands. */
const cli = join(ROOT, 'native-host/cli/main.ts');
const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
