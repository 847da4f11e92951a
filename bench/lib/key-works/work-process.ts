/** A process that does one work over and over, and times itself: a comparison, with nothing of ours in between. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';

export interface KeyWork {
  readonly work: 'sign' | 'list' | 'read';
  readonly library: string;
  readonly serial: string;
  readonly pin: string;
  /** Of the pair that signs. */
  readonly algorithm: 'rsa-2048' | 'p256';
  /** How many are plugged. */
  readonly keys: number;
}

export interface WorkProcess {
  ask(count: number): Promise<readonly number[]>;
  stop(): Promise<void>;
}

export function startWork(program: string, module: ModuleConfig, work: Omit<KeyWork, 'library'>): WorkProcess {
  const whole: KeyWork = { ...work, library: module.path };
  const child = fork(program, [JSON.stringify(whole)], { env: { ...process.env, ...module.env } });
  const ended = once(child, 'exit');
  return {
    ask: async (count) => {
      const answer = once(child, 'message');
      child.send({ count });
      const early = ended.then(() => Promise.reject(new Error(`${program} ended`)));
      const [samples] = (await Promise.race([answer, early])) as [number[]];
      return samples;
    },
    stop: () => stopped(child, ended),
  };
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** The other end. */
export function serveWork(work: () => unknown): void {
  process.on('message', async ({ count }: { count: number }) => {
    const samples: number[] = [];
    for (let turn = 0; turn < count; turn += 1) {
      const began = performance.now();
      await work();
      samples.push(performance.now() - began);
    }
    process.send?.(samples);
  });
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
