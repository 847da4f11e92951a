/**
 * The id of the extension that the browser says it starts us for. Chrome and its kin pass its origin as the first
 * argument (on Windows with `--parent-window=…` beside it); Firefox passes the manifest's path and then the id.
 */
export function callingExtension(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((arg) => !arg.startsWith('--parent-window='));
  const chromeId = /^chrome-extension:\/\/([a-p]{32})\/$/.exec(first ?? '')?.[1];
  if (chromeId !== undefined) return chromeId;
  return first?.endsWith('.json') ? second : undefined;
}
