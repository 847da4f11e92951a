import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './tools/root.ts';

/** `npm run -s service -- …`: the online service's own command line, where the caller stands. */
const cli = join(ROOT, 'online-service/cli.ts');
const child = spawn(process.execPath, [cli, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
