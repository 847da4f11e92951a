/** Somebody asked the service to stop before it was ready; nothing went wrong. */
export class StoppedWhileStarting extends Error {
  override readonly name = 'StoppedWhileStarting';
}

export function goOnUnlessStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new StoppedWhileStarting();
}
