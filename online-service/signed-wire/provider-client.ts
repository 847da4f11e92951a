import CircuitBreaker from 'opossum';
import type { Logger } from 'pino';
import { safeFault } from '../problems/safe-fault.ts';
import { ProviderAway } from './provider-away.ts';
import type { ProviderCall, ProviderPlace } from './provider-place.ts';
import { sendSigned } from './send-signed.ts';

export interface ProviderClient {
  /** The provider's host, kept with each fact that came from there. */
  readonly name: string;
  /** What it answered; undefined where it knows nothing of that name. Throws `ProviderAway`. */
  call(call: ProviderCall): Promise<unknown>;
  close(): void;
}

export interface ClientTools {
  readonly log: Logger;
  /** For one sending. Two of them fit into what a request of a panel may take. */
  readonly withinMs?: number;
}

const WITHIN_MS = 8_000;
/** Half of at least five calls within a minute went wrong: for a quarter of one nobody waits for it in vain. */
const BREAKER = {
  timeout: false,
  errorThresholdPercentage: 50,
  volumeThreshold: 5,
  rollingCountTimeout: 60_000,
  resetTimeout: 15_000,
} as const;

/** A provider as its network lets us have it: signed both ways, in time, and left in peace when it is down. */
export function providerClient(place: ProviderPlace, { log, withinMs = WITHIN_MS }: ClientTools): ProviderClient {
  const name = new URL(place.url).host;
  const breaker = new CircuitBreaker((call: ProviderCall) => sentOrAway(place, call, withinMs), BREAKER);
  return {
    name,
    async call(call) {
      try {
        return await breaker.fire(call);
      } catch (fault) {
        const away = fault instanceof ProviderAway ? fault : new ProviderAway('resting', fault);
        // Nobody but staff can mend these; the others pass by themselves.
        const level = away.code === 'request-refused' || away.code === 'reply-not-signed' ? 'error' : 'warn';
        log[level]({ provider: name, attempt: call.requestId, fault: safeFault(away) }, 'a provider gave no answer');
        throw away;
      }
    },
    close: () => breaker.shutdown(),
  };
}

async function sentOrAway(place: ProviderPlace, call: ProviderCall, withinMs: number): Promise<unknown> {
  try {
    return await sendSigned(place, call, withinMs).catch((fault: unknown) => {
      if (!isConnectionFailure(fault)) throw fault;
      // Whether the first one arrived or not: it has the same request id.
      return sendSigned(place, call, withinMs);
    });
  } catch (fault) {
    if (fault instanceof ProviderAway) throw fault;
    const late = fault instanceof Error && fault.name === 'TimeoutError';
    throw new ProviderAway(late ? 'too-slow' : 'unreachable', fault);
  }
}

const CONNECTION = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|EAI_AGAIN|ENOTFOUND|UND_ERR_SOCKET)$/;

function isConnectionFailure(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const { cause } = fault;
  return cause instanceof Error && 'code' in cause && CONNECTION.test(String(cause.code));
}
