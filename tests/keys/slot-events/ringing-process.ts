/** A process that has looked at a driver once, waits by its slot events, and says when they ring. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';

export type RingingMessage = 'wired' | 'ring' | 'ended';

export interface Ringing {
  readonly wired: Promise<unknown>;
  /** The next ring. */
  next(): Promise<void>;
  stop(): Promise<void>;
}

export function startRinging(module: ModuleConfig): Ringing {
  const { env, ...told } = module;
  const child = fork(join(import.meta.dirname, 'ringing', 'main.ts'), [JSON.stringify(told)], {
    env: { ...process.env, ...env },
  });
  const gone = once(child, 'exit');
  const said = (wanted: RingingMessage) =>
    new Promise<void>((resolve, reject) => {
      const listen = (message: RingingMessage) => {
        if (message === 'ended') reject(new Error('the bell is broken'));
        if (message !== wanted) return;
        child.off('message', listen);
        resolve();
      };
      child.on('message', listen);
    });
  return {
    wired: said('wired'),
    next: () => said('ring'),
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
