import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../tools/root.ts';

/** What of pkcs11js runs; the rest of the package is its source. */
const ADDON = ['package.json', 'index.js', 'LICENSE', 'build/Release/pkcs11.node'];

/**
 * The host and its token worker as two files: a few modules start several times faster than a few hundred. The native
 * addon can't be bundled; it lies beside them as a package, so that the folder can be moved as a whole.
 */
export async function buildHost(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['pkcs11js'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          host: join(ROOT, 'native-host/main.ts'),
          worker: join(ROOT, 'native-host/token/worker/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
      },
    },
  });
  for (const file of ADDON) {
    await cp(join(ROOT, 'node_modules/pkcs11js', file), join(outDir, 'node_modules/pkcs11js', file));
  }
}
