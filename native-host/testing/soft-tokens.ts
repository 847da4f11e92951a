import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ModuleConfig } from '../config/host-config.ts';

const SOFTHSM = '/usr/lib/softhsm/libsofthsm2.so';
const MAKER = fileURLToPath(new URL('./make-soft-token.ts', import.meta.url));
const run = promisify(execFile);

export interface SoftToken {
  readonly label: string;
  readonly serial: string;
  readonly keyId: string;
  pull(): Promise<void>;
  plug(): Promise<void>;
}

export interface SoftTokens {
  readonly module: ModuleConfig;
  /** The token is plugged in when it is made. */
  make(label: string, certificates?: readonly CertificateOnToken[]): Promise<SoftToken>;
  remove(): Promise<void>;
}

export interface CertificateOnToken {
  /** The name of a file in `x509/fixtures`. */
  readonly fixture: string;
  readonly orphan?: boolean;
}

/** Real SoftHSM2 tokens in a folder of their own. Moving a token's folder away is how it is pulled. */
export async function softTokens(): Promise<SoftTokens> {
  const dir = await mkdtemp(join(tmpdir(), 'soft-tokens-'));
  const [plugged, drawer, conf] = [join(dir, 'plugged'), join(dir, 'drawer'), join(dir, 'softhsm2.conf')];
  await Promise.all([mkdir(plugged), mkdir(drawer), writeFile(conf, `directories.tokendir = ${plugged}\n`)]);
  const env = { SOFTHSM2_CONF: conf };
  const module: ModuleConfig = {
    id: 'softhsm2',
    name: 'SoftHSM2',
    path: SOFTHSM,
    env,
    seesNewTokensAfter: 'reinitialize',
    slotEvents: 'token-folder',
  };
  return {
    module,
    make: async (label, certificates = []) => {
      const before = new Set(await readdir(plugged));
      const wanted = { library: SOFTHSM, label, certificates: certificates.map(asFile) };
      const { stdout: serial } = await run(process.execPath, [MAKER, JSON.stringify(wanted)], {
        env: { ...process.env, ...env },
      });
      const folder = (await readdir(plugged)).find((name) => !before.has(name)) ?? '';
      return {
        label,
        serial,
        keyId: `softhsm2:${serial}`,
        pull: () => rename(join(plugged, folder), join(drawer, folder)),
        plug: () => rename(join(drawer, folder), join(plugged, folder)),
      };
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

function asFile({ fixture, orphan = false }: CertificateOnToken) {
  return { pem: fileURLToPath(new URL(`../x509/fixtures/${fixture}.pem`, import.meta.url)), orphan };
}
