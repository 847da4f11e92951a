/** A data key that only the holder of the master key named by `keyId` can use. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Uint8Array;
}

/** Who guards the master keys. Asynchronous, because a hardware module or a key service may stand behind it. */
export interface KeyWrapper {
  /** Under the newest master key. */
  wrap(dataKey: Uint8Array): Promise<WrappedKey>;
  /** Under whichever known key it names; throws `NotOpened`. */
  unwrap(key: WrappedKey): Promise<Uint8Array>;
}
