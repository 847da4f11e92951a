import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../tools/root.ts';

export async function buildExtension(outDir: string): Promise<void> {
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
}
