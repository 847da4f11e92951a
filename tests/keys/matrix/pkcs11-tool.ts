import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';

const run = promisify(execFile);

/** What another program sees on the key: `Certificate cb:…`, `Private Key cb:…`. */
export async function listedLabels(module: ModuleConfig, pin: string): Promise<Set<string>> {
  const words = ['--module', module.path, '--slot-index', '0', '--login', '--pin', pin, '--list-objects'];
  const { stdout } = await run('pkcs11-tool', words, { env: { ...process.env, ...module.env } });
  const labels = new Set<string>();
  let object = '';
  for (const line of stdout.split('\n')) {
    object = /^(Certificate|Private Key|Public Key|Data) Object/.exec(line)?.[1] ?? object;
    const label = /^\s+label:\s+'?(.*?)'?\s*$/.exec(line)?.[1];
    if (label !== undefined) labels.add(`${object} ${label}`);
  }
  return labels;
}
