import * as z from 'zod/mini';

/** An extension's CSP forbids compiling validators at run time. Every entry imports this first. */
z.config({ jitless: true });
