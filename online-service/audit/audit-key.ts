import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../materials/store/write-whole.ts';
import { StartProblem } from '../problems/start-problem.ts';
import { type AuditKey, keyIdOf } from './signed-head.ts';

/** What an auditor checks with; written beside the private key whenever it is loaded. */
export const PUBLIC_KEY_NAME = 'audit-key.public.json';
const OWN_NAME = 'audit-key.json';

export interface AuditKeySource {
  /** A file with an Ed25519 private key as a JWK. */
  readonly file?: string;
  /** Used without it: the service keeps a key of its own here. */
  readonly dataDir: string;
}

export async function loadAuditKey({ file, dataDir }: AuditKeySource): Promise<AuditKey> {
  const path = file ?? (await ownKeyFile(dataDir));
  const privateKey = await readKey(path);
  const publicKey = createPublicKey(privateKey);
  await mkdir(dataDir, { recursive: true });
  await writeWhole(
    join(dataDir, PUBLIC_KEY_NAME),
    Buffer.from(`${JSON.stringify(publicKey.export({ format: 'jwk' }))}\n`),
  );
  return { id: keyIdOf(publicKey), privateKey };
}

async function readKey(path: string): Promise<KeyObject> {
  try {
    const privateKey = createPrivateKey({ key: JSON.parse(await readFile(path, 'utf8')), format: 'jwk' });
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key');
    return privateKey;
  } catch (cause) {
    throw new StartProblem({
      what: { zh: `审计日志的签名密钥文件 ${path} 无法使用。`, en: `The audit's signing key ${path} cannot be used.` },
      next: {
        zh: '应为 Ed25519 私钥（JWK）。请恢复该文件或用 CERTBRIDGE_AUDIT_KEY 指定另一个；以前的签名仍由以前的公钥验证。',
        en: 'It must be an Ed25519 private key (a JWK). Restore it, or name another in CERTBRIDGE_AUDIT_KEY; earlier signatures are still verified by the earlier public key.',
      },
      exitCode: 2,
      cause,
    });
  }
}

/** Made on the first start, never replaced; of two processes that start together both take the first one's. */
async function ownKeyFile(dataDir: string): Promise<string> {
  const path = join(dataDir, OWN_NAME);
  if (await readFile(path).catch(() => undefined)) return path;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.new`;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeWhole(draft, Buffer.from(`${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`));
  await link(draft, path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
  await rm(draft, { force: true });
  return path;
}
