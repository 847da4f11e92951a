import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportKey } from '../card/private-keys.ts';
import { onlyTokenIn, softhsmConfig } from '../usb-port/soft-tokens.ts';
import { SOFTHSM_MODULE } from '../usb-port/usb-port.ts';
import { DEMO_PIN, DEMO_SO_PIN, type DemoKeySpec } from './demo-key-specs.ts';
import type { KeyContent } from './key-content.ts';
import { type SoftTokenJob, softTokenReport } from './soft-token-job.ts';

const CHILD = fileURLToPath(new URL('./soft-token-child.ts', import.meta.url));

export interface WrittenToken {
  readonly serial: string;
  /** The directory that SoftHSM made for it, below `<dir>/token`. */
  readonly tokenName: string;
}

export async function writeSoftToken(dir: string, spec: DemoKeySpec, content: KeyContent): Promise<WrittenToken> {
  const tokens = join(dir, 'token');
  mkdirSync(tokens);
  const config = join(dir, 'making.conf');
  writeFileSync(config, softhsmConfig(tokens));
  const job: SoftTokenJob = {
    module: SOFTHSM_MODULE,
    label: spec.label,
    pin: DEMO_PIN,
    soPin: DEMO_SO_PIN,
    pairs: content.pairs.map(({ ckaId, label, use, key, certificate }) => ({
      ckaId,
      label,
      use,
      key: exportKey(key),
      certificate: certificate.toString('base64'),
    })),
  };
  const report = softTokenReport.parse(JSON.parse(await runChild(JSON.stringify(job), config)));
  rmSync(config);
  return { serial: report.serial, tokenName: onlyTokenIn(tokens) };
}

function runChild(input: string, config: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SOFTHSM2_CONF: config, NODE_OPTIONS: '' };
    const child = execFile(process.execPath, [CHILD], { env }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}
