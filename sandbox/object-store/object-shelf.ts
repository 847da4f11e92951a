import { createHash } from 'node:crypto';

export interface StoredObject {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly changed: Date;
}

export interface ListedPage {
  readonly objects: readonly (readonly [key: string, object: StoredObject])[];
  /** The last key of this page, when more follow. */
  readonly goOnAfter?: string;
}

export interface Listing {
  readonly prefix: string;
  readonly after: string;
  readonly most: number;
}

/** One bucket, in memory: the sandbox forgets it when it stops. */
export class ObjectShelf {
  readonly #objects = new Map<string, StoredObject>();

  put(key: string, content: { readonly bytes: Buffer; readonly type: string }): StoredObject {
    const etag = `"${createHash('md5').update(content.bytes).digest('hex')}"`;
    const object = { ...content, etag, changed: new Date() };
    this.#objects.set(key, object);
    return object;
  }

  get(key: string): StoredObject | undefined {
    return this.#objects.get(key);
  }

  remove(key: string): void {
    this.#objects.delete(key);
  }

  /** In the order of the keys' bytes, as S3 lists them. */
  list({ prefix, after, most }: Listing): ListedPage {
    const found = [...this.#objects]
      .filter(([key]) => key.startsWith(prefix) && key > after)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const objects = found.slice(0, most);
    const last = objects.at(-1);
    return { objects, ...(last && found.length > most ? { goOnAfter: last[0] } : {}) };
  }
}
