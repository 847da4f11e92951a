/** One run of the host, spoken to as the browser does: bytes in, bytes out, and a work order for every verb. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { InputOf, OperationName, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import type { WorkOrderClaims, WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import { Caller } from '@certbridge/shared/rpc/caller.ts';
import { type HostContract, hostContract } from '../../../native-host/host-contract.ts';
import { FrameReader, frameOf } from '../../../native-host/stdio/frame-reader.ts';
import { systemClock } from '../../../native-host/system-clock.ts';
import { HOST_ENTRY, OUR_ORIGIN } from '../../../native-host/testing/host-process.ts';
import type { WorkOrderSigner } from '../../../native-host/testing/sign-work-order.ts';

const LARGEST_MESSAGE_BYTES = 1024 * 1024;

/** What an order says beside its verb. */
export type Ordered = Partial<Omit<WorkOrderClaims, 'serial' | 'verb'>> & Pick<WorkOrderClaims, 'serial'>;
type Rest<Verb extends WorkOrderVerb> = Omit<InputOf<HostContract[Verb]>, 'workOrder'>;

export interface HostDesk {
  readonly pid: number;
  readonly alive: boolean;
  call<Name extends OperationName<HostContract>>(
    name: Name,
    input: InputOf<HostContract[Name]>,
  ): Promise<ResultOf<HostContract[Name]>>;
  /** Asks for a new work order and gives it to the host. */
  work<Verb extends WorkOrderVerb>(
    verb: Verb,
    ordered: Ordered,
    rest: Rest<Verb>,
  ): Promise<ResultOf<HostContract[Verb]>>;
  /** Told of every message, as it comes from the host and as it was sent to it; until the answer is called. */
  onMessage(listener: () => void): () => void;
  /** The browser goes away. */
  hangUp(): Promise<void>;
  kill(): Promise<void>;
}

export interface HostPlaces {
  readonly configPath: string;
  readonly dataDir: string;
  /** The host's program: `main.ts` of the source tree unless told. */
  readonly entry?: string | undefined;
}

export async function startHost(
  { configPath, dataDir, entry = HOST_ENTRY }: HostPlaces,
  signer: WorkOrderSigner,
): Promise<HostDesk> {
  const child = spawn(process.execPath, [entry, OUR_ORIGIN], {
    env: { ...process.env, CERTBRIDGE_HOST_CONFIG: configPath, CERTBRIDGE_HOST_DATA: dataDir },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const listeners = new Set<() => void>();
  const caller = new Caller({
    contract: hostContract,
    clock: systemClock,
    report: () => undefined,
    post: (message) => {
      if (!child.stdin.writable) throw new Error('the host is gone');
      child.stdin.write(frameOf(new TextEncoder().encode(JSON.stringify(message))));
      for (const listener of listeners) listener();
    },
  });
  const reader = new FrameReader(LARGEST_MESSAGE_BYTES, {
    frame: (payload) => {
      for (const listener of listeners) listener();
      caller.receive(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
    },
    oversized: () => child.kill('SIGKILL'),
  });
  child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').then(() => caller.disconnected(fail('CONNECTION_LOST').error));
  const hello = await caller.call('hello', { extensionVersion: '0.1.0', protocol: { min: 1, max: 1 } });
  if (!hello.ok) throw new Error(`hello: ${hello.error.code}`);
  return {
    pid: child.pid ?? 0,
    get alive() {
      return child.exitCode === null && child.signalCode === null && child.stdin.writable;
    },
    call: (name, input) => caller.call(name, input),
    work: async (verb, ordered, rest) => {
      const workOrder = await signer.sign({ ...ordered, verb });
      return caller.call(verb, { ...rest, workOrder } as never) as never;
    },
    onMessage: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hangUp: () => {
      child.stdin.end();
      return closed;
    },
    kill: () => {
      child.kill('SIGKILL');
      return closed;
    },
  };
}

export function orThrow<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(said(result));
  return result.value;
}

export function said(result: Result<unknown>): string {
  if (result.ok) return 'ok';
  const { code, support, issues } = result.error;
  return [code, support, ...(issues ?? []).map(({ path, rule }) => `${path} ${rule}`)].filter(Boolean).join(' ');
}
