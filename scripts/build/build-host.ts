import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../tools/root.ts';

/** What of pkcs11js runs; the rest of the package is its source. */
const ADDON = ['package.json', 'index.js', 'LICENSE', 'build/Release/pkcs11.node'];

/** The profiles as files: an administrator begins his own with one of them. */
const PROFILES = ['README.md', 'data'];

/**
 * The host, its token worker and the worker's waiting thread as a file each: a few modules start several times faster
 * than a few hundred. The command line is built apart from them, so that what only it needs does not split theirs. The
 * native addon can't be bundled; it lies beside them as a package, so that the folder can be moved as a whole.
 */
export async function buildHost(outDir: string): Promise<void> {
  await bundle(outDir, {
    host: 'native-host/main.ts',
    worker: 'native-host/token/worker/main.ts',
    'slot-events': 'native-host/token/pkcs11/slot-events/main.ts',
  });
  await bundle(outDir, { cli: 'native-host/cli/main.ts', probe: 'native-host/token/pkcs11/probe/main.ts' });
  for (const file of ADDON) {
    await cp(join(ROOT, 'node_modules/pkcs11js', file), join(outDir, 'node_modules/pkcs11js', file));
  }
  for (const name of PROFILES) {
    await cp(join(ROOT, 'native-host/profiles', name), join(outDir, 'profiles', name), { recursive: true });
  }
}

async function bundle(outDir: string, entries: Readonly<Record<string, string>>): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['pkcs11js'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node22',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(ROOT, path)])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  });
}
