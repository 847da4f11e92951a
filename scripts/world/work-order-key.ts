import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { type WorkOrderKeys, workOrderKey } from '../../native-host/config/work-order-keys.ts';

const privateKey = z.extend(workOrderKey, { d: z.string().check(z.regex(/^[\w-]{43}$/)) });
type PrivateKey = z.infer<typeof privateKey>;

/**
 * The service's key for work orders: a private JWK (RFC 7517) in `file`, made once. The answer is its public half, as an
 * installation of the host pins it.
 */
export async function ensureWorkOrderKey(file: string): Promise<WorkOrderKeys> {
  const { d: _private, ...published } = (await readKey(file)) ?? (await makeKey(file));
  return { keys: [published] };
}

async function readKey(file: string): Promise<PrivateKey | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  return privateKey.parse(JSON.parse(text));
}

async function makeKey(file: string): Promise<PrivateKey> {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    format: 'jwk',
  });
  const key = privateKey.parse({ kty: 'EC', crv: 'P-256', x, y, d, kid: thumbprint(x, y), alg: 'ES256', use: 'sig' });
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all: half a key would keep every later start from working.
  await writeFile(`${file}.new`, `${JSON.stringify(key, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}

/** RFC 7638 section 3. */
function thumbprint(x: string, y: string): string {
  const members = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  return createHash('sha256').update(members).digest('base64url');
}
