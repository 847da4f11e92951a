import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { safeFault } from '../problems/safe-fault.ts';
import type { MessageKind, OutboxMessage } from './outbox.ts';
import type { OutboxQueue, TakenMessage } from './outbox-queue.ts';
import { SendFault } from './send-fault.ts';
import { wakeUp } from './wake-up.ts';

export interface OutboxTools {
  readonly queue: OutboxQueue;
  /** Those that this service has a way out for. */
  readonly kinds: readonly MessageKind[];
  /** Resolves when the message is out of our hands; throws `SendFault` when the provider says no. */
  send(message: OutboxMessage, id: string): Promise<void>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface OutboxSender {
  /** Something was put into the outbox by this process; others are found by looking. */
  nudge(): void;
  /** Takes no more; what is on its way is finished, or comes again from another process. */
  stop(): Promise<void>;
}

/** Messages on their way at once: enough that a slow provider does not hold up a code. */
const AT_ONCE = 16;
const LOOK_EVERY_MS = 2_000;
/** Longer than any send takes, shorter than a code lives. */
const LEASE_MS = 30_000;
const STOP_WITHIN_MS = 12_000;
const MOST_TRIES = 10;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Sends what stands in the outbox, at least once each: a message is taken for a while, sent, and removed. Whoever dies
 * in between gives it back when the lease is over, so it is sent again rather than never.
 */
export function startSending(tools: OutboxTools): OutboxSender {
  const wake = wakeUp();
  const stopping = new AbortController();
  const onTheirWay = new Set<Promise<void>>();
  const deliverNext = async (): Promise<boolean> => {
    const room = AT_ONCE - onTheirWay.size;
    if (room === 0) return false;
    const taken = await tools.queue.take({ kinds: tools.kinds, most: room, leaseMs: LEASE_MS });
    for (const message of taken) {
      const delivery = deliver(message, tools).finally(() => {
        if (onTheirWay.size === AT_ONCE) wake.nudge();
        onTheirWay.delete(delivery);
      });
      onTheirWay.add(delivery);
    }
    return taken.length === room;
  };
  const keepSending = async () => {
    while (!stopping.signal.aborted) {
      const more = await deliverNext().catch((fault: unknown) => {
        tools.log.warn({ fault: safeFault(fault) }, 'the outbox could not be read');
        return false;
      });
      if (!more) await wake.within(LOOK_EVERY_MS);
    }
    await Promise.race([Promise.all(onTheirWay), pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  };
  const sending = tools.kinds.length > 0 ? keepSending() : Promise.resolve();
  return {
    nudge: wake.nudge,
    stop: () => {
      stopping.abort();
      wake.nudge();
      return sending;
    },
  };
}

/** Never throws: what could not be written down is tried again when the lease is over. */
async function deliver(message: TakenMessage, { queue, send, now, log }: OutboxTools): Promise<void> {
  const { id, kind, tries, until } = message;
  const about = { message: id, kind, tries };
  try {
    if (until && until <= now()) {
      log.warn(about, 'a message was over before it could be sent, and was dropped');
      return await queue.remove(id);
    }
    const fault = await attempt(message, send);
    if (!fault) return await queue.remove(id);
    if (tries >= MOST_TRIES || fault.final) {
      log.error({ ...about, fault: fault.safe }, 'a message cannot be sent and stands aside');
      return await queue.setAside(id, nameOf(fault.safe));
    }
    log.warn({ ...about, fault: fault.safe }, 'a message could not be sent yet');
    await queue.tryAgain(id, { inMs: waitAfter(tries), fault: nameOf(fault.safe) });
  } catch (fault) {
    log.warn({ ...about, fault: safeFault(fault) }, 'the outbox could not be written');
  }
}

interface Failure {
  readonly final: boolean;
  readonly safe: ReturnType<typeof safeFault>;
}

async function attempt(message: TakenMessage, send: OutboxTools['send']): Promise<Failure | undefined> {
  // Whoever took it last died with it, perhaps of it.
  if (message.tries > MOST_TRIES) return { final: true, safe: { type: 'TriesOver' } };
  try {
    await send(await message.open(), message.id);
    return undefined;
  } catch (fault) {
    return { final: fault instanceof SendFault && fault.final, safe: safeFault(fault) };
  }
}

function nameOf({ type, code }: Failure['safe']): string {
  return code === undefined ? type : `${type} ${code}`;
}

function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
}
