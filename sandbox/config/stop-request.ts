/**
 * Resolves when somebody wants this process to end: a signal, or the parent's channel closing, which is how a parent
 * that died says so. A second Ctrl-C while we are stopping ends the process in the usual, rough way.
 */
export function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('disconnect', () => resolve());
  });
}
