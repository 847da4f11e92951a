/** TLS clients of other people, which know of the key nothing but its PKCS#11 driver and RFC 7512. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pem } from '../../../native-host/formats/testing/openssl.ts';
import type { TestModule } from '../modules/test-module.ts';
import { readCertificate } from './pkcs11-tool.ts';

export interface SignIn {
  readonly test: TestModule;
  readonly serial: string;
  /** CKA_LABEL of the pair and its certificate. */
  readonly label: string;
  readonly port: number;
}

export const CLIENTS = {
  'openssl s_client': opensslSignsIn,
  'gnutls-cli': gnutlsSignsIn,
} as const;

/** Answers what the client said, as the other does. */
async function opensslSignsIn({ test, label, ...rest }: SignIn): Promise<string> {
  const certificate = join(tmpdir(), `cb-client-${process.pid}-${rest.port}.pem`);
  await writeFile(certificate, pem('CERTIFICATE', await readCertificate(test, label)));
  const words = ['s_client', '-connect', `127.0.0.1:${rest.port}`, '-ign_eof', '-engine', 'pkcs11'];
  const key = `pkcs11:${keyUri({ test, label, ...rest })};type=private;pin-value=${test.pin}`;
  const env = { ...test.module.env, PKCS11_MODULE_PATH: test.module.path };
  try {
    return await says('openssl', [...words, '-keyform', 'engine', '-key', key, '-cert', certificate], env);
  } finally {
    await rm(certificate);
  }
}

async function gnutlsSignsIn(signIn: SignIn): Promise<string> {
  const { test, port } = signIn;
  const uri = `pkcs11:${keyUri(signIn)}`;
  const key = ['--x509keyfile', `${uri};type=private;pin-value=${test.pin}`];
  const words = ['--provider', test.module.path, '--insecure', '--port', `${port}`, '127.0.0.1'];
  return says('gnutls-cli', [...key, '--x509certfile', `${uri};type=cert`, ...words], test.module.env);
}

function keyUri({ serial, label }: SignIn): string {
  return `serial=${encodeURIComponent(serial)};object=${encodeURIComponent(label)}`;
}

/** Its stdin stays open: a client whose stdin ends hangs up at once. */
async function says(command: string, words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  await once(child, 'close');
  return text;
}
