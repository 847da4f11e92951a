import * as z from 'zod/mini';

/** Appears in links, so it is short and plain. A file of its own: the background needs the id and nothing else of a channel. */
export const channelId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,39}$/));
