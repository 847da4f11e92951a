import { randomBytes } from 'node:crypto';

/** An address of a bill is good for half a minute. */
const GOOD_FOR_MS = 30_000;

export class BillShelf {
  readonly #files = new Map<string, { readonly file: Uint8Array; readonly until: number }>();

  put(file: Uint8Array, now: Date): string {
    for (const [name, { until }] of this.#files) if (until < now.getTime()) this.#files.delete(name);
    const name = `${randomBytes(16).toString('hex')}.zip`;
    this.#files.set(name, { file, until: now.getTime() + GOOD_FOR_MS });
    return name;
  }

  take(name: string, now: Date): Uint8Array | undefined {
    const found = this.#files.get(name);
    return found && found.until >= now.getTime() ? found.file : undefined;
  }
}
