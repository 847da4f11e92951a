import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestModule } from '../modules/test-module.ts';

const run = promisify(execFile);

type Place = Pick<TestModule, 'module' | 'pin'>;

export interface ListedObject {
  readonly type: string;
  readonly label: string;
  /** CKA_ID, hex. */
  readonly id: string;
  readonly access: string;
}

/** What another program sees on the first key of a module. */
export async function listObjects({ module, pin }: Place): Promise<ListedObject[]> {
  const stdout = await pkcs11Tool({ module, pin }, '--list-objects');
  return `\n${stdout}`
    .split(/\n(?=\w[\w ]* Object)/)
    .slice(1)
    .map((text) => ({
      type: /^(.*?) Object/.exec(text)?.[1] ?? '',
      label: said(text, 'label'),
      id: said(text, 'ID'),
      access: said(text, 'Access'),
    }));
}

/** DER. */
export async function readCertificate({ module, pin }: Place, label: string): Promise<Buffer> {
  const words = ['--read-object', '--type', 'cert', '--label', label];
  return Buffer.from(await pkcs11Tool({ module, pin }, ...words), 'latin1');
}

async function pkcs11Tool({ module, pin }: Place, ...words: readonly string[]): Promise<string> {
  const all = ['--module', module.path, '--slot-index', '0', '--login', '--pin', pin, ...words];
  const env = { ...process.env, ...module.env };
  return (await run('pkcs11-tool', all, { env, encoding: 'latin1' })).stdout;
}

function said(text: string, what: string): string {
  return new RegExp(`^\\s+${what}:\\s+'?(.*?)'?\\s*$`, 'm').exec(text)?.[1] ?? '';
}
