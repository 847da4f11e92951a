import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './tools/root.ts';

/** `npm run -s audit:verify -- …`: the verifier of the audit, a program of its own beside the service. */
const verifier = join(ROOT, 'online-service/audit-verify.ts');
const child = spawn(process.execPath, [verifier, ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
