import { fileURLToPath } from 'node:url';
import type { CrxPlugin } from '@crxjs/vite-plugin';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { withoutSummaries } from './without-summaries.ts';

const FILE = 'background.js';

/**
 * Builds the background by itself. In one build with the pages it would share chunks with them and load at every
 * waking what only a panel needs.
 */
export function backgroundWorker(entry: string): Plugin & Pick<CrxPlugin, 'renderCrxManifest'> {
  let config: ResolvedConfig;
  return {
    name: 'certbridge:background-worker',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    async renderCrxManifest(manifest) {
      this.emitFile({ type: 'asset', fileName: FILE, source: await bundle(entry, config) });
      return { ...manifest, background: { service_worker: FILE, type: 'module' } };
    },
  };
}

async function bundle(entry: string, { root, define, build: { target, minify } }: ResolvedConfig): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    ...(define && { define }),
    publicDir: false,
    resolve: { alias: { 'zod/mini': fileURLToPath(new URL('../background/schema/lean-zod.ts', import.meta.url)) } },
    plugins: [withoutSummaries()],
    build: {
      write: false,
      ...(target && { target }),
      minify,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        // A schema that the lean reader does not have would be `undefined` only when it is first used.
        onLog: (level, log, report) => report(log.code === 'IMPORT_IS_UNDEFINED' ? 'error' : level, log),
      },
    },
  });
  const outputs = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  const [chunk, ...others] = outputs.filter((output) => output.type === 'chunk');
  if (chunk === undefined || others.length > 0) throw new Error(`${entry} must become exactly one chunk`);
  return chunk.code;
}
