/** One host process under fire: what it was sent, what it owes, what it answered, and how it ended. */
import type { InputOf, OperationName } from '@certbridge/shared/contract/operation.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { ReplyMessage, ToClient } from '@certbridge/shared/contract/wire.ts';
import type { HostContract } from '../../../native-host/host-contract.ts';
import { frameOf } from '../../../native-host/stdio/frame-reader.ts';
import type { HostPlaces } from '../through-host/host-desk.ts';
import { AnswerLedger } from './answer-ledger.ts';
import { FuzzedHost } from './fuzzed-host.ts';

/** A host takes 64 requests at once: more would only be told so. */
const MOST_OPEN = 48;
const FEW_OPEN = 16;
const WRITE_AT_BYTES = 32 * 1024;
/** Every answer is a matter of milliseconds; on a busy machine of seconds. */
const PATIENCE_MS = 60_000;

const utf8 = new TextEncoder();

export class FuzzLine {
  readonly host: FuzzedHost;
  readonly ledger = new AnswerLedger();
  readonly #awaited = new Map<string, (result: ReplyMessage['result']) => void>();
  #unwritten: Uint8Array[] = [];
  #unwrittenBytes = 0;
  #asked = 0;

  constructor(places: HostPlaces) {
    this.host = new FuzzedHost(places, {
      came: (message) => this.#came(message),
      garbled: (why) => this.ledger.wrong.push(`unreadable: ${why}`),
    });
  }

  /** Goes out soon. `paced` waits while too much is open. */
  async send(payload: Uint8Array, paced = true): Promise<void> {
    const frame = frameOf(payload);
    this.ledger.sent(payload);
    this.#unwritten.push(frame);
    this.#unwrittenBytes += frame.length;
    if (this.#unwrittenBytes > WRITE_AT_BYTES) await this.flush();
    if (!paced || this.ledger.open < MOST_OPEN) return;
    this.#cancel(this.ledger.endless);
    await this.flush();
    await this.host.until(() => this.ledger.open < FEW_OPEN, PATIENCE_MS);
  }

  /** The reply to a request of that id is told beside being counted. */
  listen(id: string, told: (result: ReplyMessage['result']) => void): void {
    this.#awaited.set(id, told);
  }

  /** One good request, and its answer. */
  async ask<Name extends OperationName<HostContract>>(
    operation: Name,
    input: InputOf<HostContract[Name]>,
  ): Promise<ReplyMessage['result'] | undefined> {
    this.#asked += 1;
    const id = `ask-${this.#asked}`;
    let answer: ReplyMessage['result'] | undefined;
    this.listen(id, (result) => {
      answer = result;
    });
    await this.send(utf8.encode(JSON.stringify({ type: 'request', id, operation, input })), false);
    await this.flush();
    await this.host.until(() => answer !== undefined, PATIENCE_MS);
    return answer;
  }

  /** Everything that is owed comes, the watches' last words too. What does not come is told as wrong. */
  async settle(): Promise<void> {
    this.#cancel(this.ledger.endless);
    await this.flush();
    await this.host.until(() => this.ledger.open === 0, PATIENCE_MS);
    if (this.ledger.open > 0 && this.host.alive) this.ledger.wrong.push(`${this.ledger.open} answers did not come`);
    this.#awaited.clear();
  }

  async flush(): Promise<void> {
    const bytes = Buffer.concat(this.#unwritten);
    this.#unwritten = [];
    this.#unwrittenBytes = 0;
    if (bytes.length > 0) await this.host.write(bytes);
  }

  #cancel(ids: readonly string[]): void {
    for (const id of ids) this.#unwritten.push(frameOf(utf8.encode(JSON.stringify({ type: 'cancel', id }))));
  }

  #came(message: ToClient): void {
    this.ledger.came(message);
    if (message.type !== 'reply') return;
    this.#awaited.get(message.id)?.(message.result);
    this.#awaited.delete(message.id);
  }
}

export function codeOf(result: { readonly ok: true } | { readonly ok: false; readonly error: PublicError }): string {
  return result.ok ? 'ok' : result.error.code;
}
