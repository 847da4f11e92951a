import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXTENSION_PUBLIC_KEY } from '@certbridge/shared/contract/extension-ids.ts';
import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { backgroundWorker } from './extension/build/background-worker.ts';
import { configFile } from './extension/build/config-file.ts';
import { withoutSummaries } from './extension/build/without-summaries.ts';
import { composeManifest } from './extension/portals/compose-manifest.ts';
import { edition as editionSchema } from './extension/portals/portal.ts';

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

const editionName = process.env['CERTBRIDGE_BUILD'] ?? 'demo';
if (editionName !== 'demo' && editionName !== 'production') {
  throw new Error(`CERTBRIDGE_BUILD must be "demo" or "production", not "${editionName}"`);
}
const edition = editionSchema.parse(readJson(`./extension/portals/${editionName}.json`));
const { version } = readJson('./package.json') as { version: string };
const base = { ...(readJson('./manifest.json') as chrome.runtime.ManifestV3), version, key: EXTENSION_PUBLIC_KEY };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: 'extension/public',
  plugins: [
    preact(),
    withoutSummaries(),
    crx({ manifest: composeManifest(base, edition) }),
    backgroundWorker('extension/background/main.ts'),
    configFile(edition),
  ],
  define: { __REGISTERED_PORTALS__: JSON.stringify(edition.portals) },
  build: {
    outDir: 'dist/extension',
    emptyOutDir: true,
    target: 'chrome120',
    // Every browser that can run the extension knows module preloading.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { panel: 'extension/panel/index.html' } },
  },
});
