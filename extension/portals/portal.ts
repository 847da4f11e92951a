import { channelId } from '@certbridge/shared/domain/channel-id.ts';
import * as z from 'zod/mini';

/** A trading platform that has us in its login window. */
export const portal = z.strictObject({
  /** Scheme and host, and the port where it is not the scheme's own. */
  origin: z.url({ protocol: /^https?$/ }),
  /** Any port of that host; only a demo, whose ports are chosen at start, may say so. */
  anyPort: z.optional(z.boolean()),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  channelId,
  /** Where its login window is, the best guess first. */
  loginSelectors: z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(8)),
});

/** What differs between the builds of the extension. */
export const edition = z.strictObject({
  /** Where the panel finds the online service, unless the folder's `config.json` is changed after the build. */
  serviceUrl: z.url({ protocol: /^https?$/ }),
  /** The service may answer on any port of that host; only for a demo. */
  serviceOnAnyPort: z.optional(z.boolean()),
  portals: z.array(portal),
});

export type Portal = z.infer<typeof portal>;
export type Edition = z.infer<typeof edition>;
