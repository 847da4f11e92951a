/** Aborted when somebody wants this process to stop: a signal, a closed terminal, or the death of a parent that started it. */
export function stopAsked(from: NodeJS.Process): AbortSignal {
  const asked = new AbortController();
  const ask = () => asked.abort();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) from.on(signal, ask);
  from.on('disconnect', ask);
  return asked.signal;
}
