/** Where the bytes of materials lie, outside the database. Keys are checked by `checkMaterialKey`. */
export interface MaterialStore {
  /** Whole or not at all, and still there after a power cut; replaces what was under this key. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Also when it is not there. */
  remove(key: string): Promise<void>;
  /** Keys that begin so; for the jobs that look for what no order knows any more. In no particular order. */
  list(prefix: string): AsyncIterable<string>;
}
