import type { PublicError } from '@certbridge/shared/contract/result.ts';

/** A fault of our own. Codes and messages of errors only: inputs and outputs may be personal. */
export function logFault({ operation, cause }: { readonly operation: string; readonly cause: unknown }): void {
  write(operation, cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
}

/** What the host said about the connection, or said against the contract. */
export function logHostError(error: PublicError): void {
  write('host', error.code, error.support ?? '');
}

function write(...words: string[]): void {
  // biome-ignore lint/suspicious/noConsole: the console of the service worker is the only log that an extension has
  console.warn('certbridge', ...words);
}
