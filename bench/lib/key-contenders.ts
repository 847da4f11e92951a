/** Who does the work of a verb: our host, by three ways, and those that it is compared with. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import { createUsedOrders } from '../../native-host/work-orders/used-orders.ts';
import { orThrow } from '../../tests/keys/through-host/host-desk.ts';
import type { Contender } from './in-turn.ts';
import type { KeyInBrowser } from './key-in-browser.ts';
import { type BenchAlgorithm, KEYS, type KeyInHost } from './key-in-host.ts';
import { type KeyWork, startWork, type WorkProcess } from './key-works/work-process.ts';

const run = promisify(execFile);
/** Each starts a process. */
const TOOL_PER_BLOCK = 1;
const PROGRAMS = {
  'pkcs11js 同进程 in-process': fileURLToPath(new URL('./key-works/pkcs11js/main.ts', import.meta.url)),
  'node-webcrypto-p11': fileURLToPath(new URL('./key-works/webcrypto/main.ts', import.meta.url)),
} as const;

type Verb = 'keys.list' | 'key.read' | 'application.sign';
type Inputs = (count: number) => Promise<readonly object[]>;

export function throughHost({ port }: KeyInHost, verb: Verb, inputs: Inputs): Contender {
  return { name: '主机 host', ask: async (count) => port.askEach(verb, await inputs(count)) };
}

export function throughPort({ ports }: KeyInBrowser, verb: Verb, inputs: Inputs): Contender {
  return {
    name: '扩展的端口→主机 extension’s port→host',
    coarse: true,
    ask: async (count) => ports.askEach(HOST_NAME, verb, await inputs(count)),
  };
}

export function throughBackground(
  { background }: KeyInBrowser,
  verb: Exclude<Verb, 'application.sign'>,
  input: object,
): Contender {
  return {
    name: '面板→后台→主机 panel→background→host',
    coarse: true,
    ask: (count) => background.ask(verb, input, count),
  };
}

/** The floor first. */
export function otherBindings(key: KeyInHost, work: Pick<KeyWork, 'work' | 'algorithm'>): (Contender & WorkProcess)[] {
  const whole = { ...work, serial: key.serial, pin: key.test.pin, keys: KEYS };
  return Object.entries(PROGRAMS).map(([name, program]) => ({ name, ...startWork(program, key.test.module, whole) }));
}

export function pkcs11Tool({ test }: KeyInHost, words: readonly string[]): Contender {
  const env = { ...process.env, ...test.module.env };
  return {
    name: 'pkcs11-tool',
    perBlock: TOOL_PER_BLOCK,
    ask: async (count) => {
      const samples: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        const began = performance.now();
        await run('pkcs11-tool', ['--module', test.module.path, ...words], { env });
        samples.push(performance.now() - began);
      }
      return samples;
    },
  };
}

/** What the disk takes to remember that an order was used; part of every signature, as far as it is not hidden by other work. */
export function disk(dir: string): Contender {
  const used = createUsedOrders({ dir, now: Date.now });
  return {
    name: '磁盘记住一张工作令 the disk keeps one order',
    ask: async (count) => {
      const samples: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        const began = performance.now();
        orThrow(await orThrow(await used.spend(randomUUID())).kept);
        samples.push(performance.now() - began);
      }
      return samples;
    },
  };
}

export function orders(key: KeyInHost, algorithm: BenchAlgorithm): Inputs {
  return async (count) => {
    const signed = await key.signingOrders(algorithm, count);
    return signed.map((workOrder) => ({ workOrder, pin: key.test.pin }));
  };
}

export function always(input: object): Inputs {
  return async (count) => Array.from({ length: count }, () => input);
}
