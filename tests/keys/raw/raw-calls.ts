/** The calls of a verb made with pkcs11js in a process of their own, and nothing of ours in between: what a floor is. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';

export interface RawOrder {
  /** `sign`: session, login, key by its certificate, signature. `read`: every certificate's value. */
  readonly work: 'sign' | 'read';
  readonly library: string;
  readonly serial: string;
  readonly pin: string;
  readonly algorithm: 'rsa-2048' | 'p256';
  readonly count: number;
}

/** How long each took, in milliseconds. */
export async function rawCalls(module: ModuleConfig, order: Omit<RawOrder, 'library'>): Promise<readonly number[]> {
  const whole: RawOrder = { ...order, library: module.path };
  const env = { ...process.env, ...module.env };
  const child = fork(join(import.meta.dirname, 'main.ts'), [JSON.stringify(whole)], { env });
  const [samples] = (await once(child, 'message')) as [number[]];
  child.kill();
  return samples;
}
