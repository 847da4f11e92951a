import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Builds in a process of its own, whose output is shown only when it fails. A build must not depend on who asks for it:
 * under a test runner NODE_ENV is not what ships.
 */
export async function buildApart(): Promise<void> {
  const { NODE_ENV, VITEST, ...env } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`构建失败 the build failed:\n${output}${errors}`);
}
