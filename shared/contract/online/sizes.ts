import { LIMITS } from '../limits.ts';

/** Requests and replies over HTTP, in bytes. */
export const SMALL_READ = { request: 1024, reply: LIMITS.serviceBodyBytes };
export const SMALL_WRITE = { request: 4 * 1024, reply: LIMITS.serviceBodyBytes };
/** A whole form: forty fields of at most 200 characters, each of up to three bytes. */
export const FORM_WRITE = { request: 32 * 1024, reply: LIMITS.serviceBodyBytes };
/** A piece of a picture: 192 KiB, a third more as Base64, and its envelope. */
export const PIECE_WRITE = { request: 260 * 1024, reply: LIMITS.serviceBodyBytes };
