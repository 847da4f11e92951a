import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../tools/root.ts';

/** The script that a partner puts into its pages. */
export async function buildSdk(outDir: string): Promise<void> {
  await build({
    configFile: join(ROOT, 'extension/page/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
}
