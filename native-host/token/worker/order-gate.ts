import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Signer } from '../../formats/signer.ts';
import { refuse } from './refused.ts';

/** Of words that came for a verb which ended before it stood here. */
const MOST_KEPT = 64;

interface Waiting {
  readonly jti: string;
  /** Without it, the order was used for good before the worker heard of it. */
  readonly onceKept: true | undefined;
  readonly cancellation: Cancellation;
}

/** Where a verb waits, with its key open, for the host's word that its order is used for good. */
export class OrderGate {
  readonly #opened = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  /** The word may come before the verb does. */
  open(jti: string): void {
    const pass = this.#waiting.get(jti);
    if (pass) {
      pass();
      return;
    }
    this.#opened.add(jti);
    const [oldest] = this.#opened;
    if (oldest !== undefined && this.#opened.size > MOST_KEPT) this.#opened.delete(oldest);
  }

  /** Gets everything ready that it signs, and signs after the word. */
  before(signer: Signer, { jti, onceKept, cancellation }: Waiting): Signer {
    return {
      ...signer,
      sign: async (message) => {
        if (onceKept && !(await this.passed(jti, cancellation))) refuse('CANCELLED');
        return signer.sign(message);
      },
    };
  }

  /** False when whoever asked for the verb is no longer interested: then the word has not come. */
  passed(jti: string, cancellation: Cancellation): Promise<boolean> {
    if (this.#opened.delete(jti)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const leave = (passed: boolean) => {
        this.#waiting.delete(jti);
        resolve(passed);
      };
      this.#waiting.set(jti, () => leave(true));
      cancellation.onCancel(() => leave(false));
    });
  }
}
