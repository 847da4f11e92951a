/** Sizes in bytes, times in milliseconds. Each number carries the rule behind it. */
export const LIMITS = {
  /** Chrome closes the port when a host sends more than 1 MiB in one message. */
  hostToBrowserBytes: 1024 * 1024,
  /** Chrome would allow 64 MiB; nothing that a key needs comes near, and a host must not be a memory bomb. */
  browserToHostBytes: 256 * 1024,
  /** A page's request is a name and a few words. */
  pageMessageBytes: 8 * 1024,
  /** JSON bodies of the service: a form's fields, nothing that is a file. */
  serviceBodyBytes: 64 * 1024,
  /** Requests one connection may have open; a counter has one customer at a time, two tabs and some watches. */
  openRequests: 64,
  /** How long a request id may be: a counter or a UUID. */
  requestIdLength: 64,
} as const;

/** Versions of the wire between extension and host. Raise `max` with every change; raise `min` when an old one must go. */
export const PROTOCOL = { min: 1, max: 1 } as const;
