import { PROTOCOL } from '@certbridge/shared/contract/limits.ts';
import { HOST_NAME, type NativeContract, nativeContract } from '@certbridge/shared/contract/native.ts';
import type { OutputOf } from '@certbridge/shared/contract/operation.ts';
import { fail, ok, type PublicError, type Result } from '@certbridge/shared/contract/result.ts';
import { Caller } from '@certbridge/shared/rpc/caller.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { type HostError, helloError, hostError } from './host-error.ts';

/** What is needed of the browser to reach the host. */
export interface NativeRuntime {
  connectNative(name: string): chrome.runtime.Port;
  readonly lastError?: { readonly message?: string | undefined } | undefined;
}

export interface NativeConnectionOptions {
  readonly runtime: NativeRuntime;
  readonly clock: Clock;
  readonly extensionVersion: string;
  readonly report: (error: PublicError) => void;
  /** Called once when the port closes and it was not we who closed it. */
  readonly onLost: (error: HostError) => void;
}

export type Hello = OutputOf<NativeContract['hello']>;

export interface NativeConnection {
  readonly call: Caller<NativeContract>['call'];
  /** The first request of every connection; the connection is good for nothing else until it is answered well. */
  hello(): Promise<Result<Hello, HostError['code']>>;
  close(): void;
}

/** One life of the host: one port, one process. The only place that calls `connectNative`. */
export function openNativeConnection(options: NativeConnectionOptions): NativeConnection {
  let port: chrome.runtime.Port;
  try {
    port = options.runtime.connectNative(HOST_NAME);
  } catch {
    return NO_CONNECTION;
  }
  let greeting = false;
  const lost = (error: HostError) => {
    caller.disconnected(error);
    options.onLost(error);
  };
  const caller = new Caller({
    contract: nativeContract,
    clock: options.clock,
    post: (message) => port.postMessage(message),
    report: (error) => {
      options.report(error);
      // A host that cannot even be read at hello would otherwise cost the user the hello's whole time limit.
      if (greeting) caller.disconnected(error);
    },
  });
  port.onMessage.addListener((message: unknown) => caller.receive(message));
  port.onDisconnect.addListener(() => lost(hostError(options.runtime.lastError?.message)));
  return {
    call: (name, input, callOptions) => caller.call(name, input, callOptions),
    async hello() {
      greeting = true;
      const input = { extensionVersion: options.extensionVersion, protocol: { ...PROTOCOL } };
      const result = await caller.call('hello', input);
      greeting = false;
      return result.ok ? agreed(result.value) : { ok: false, error: helloError(result.error) };
    },
    close() {
      port.disconnect();
      caller.disconnected(fail('CONNECTION_LOST').error);
    },
  };
}

/** The browser would not even try, for example because its policy takes the permission away. */
const NO_CONNECTION: NativeConnection = {
  call: async () => fail('INTERNAL'),
  hello: async () => fail('INTERNAL'),
  close: () => undefined,
};

function agreed(hello: Hello): Result<Hello, HostError['code']> {
  if (hello.agreed < PROTOCOL.min) return fail('HOST_TOO_OLD');
  if (hello.agreed > PROTOCOL.max) return fail('EXTENSION_TOO_OLD');
  return ok(hello);
}
