import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The SDK for partners' pages: a module, and a script that leaves `CertBridge.certbridge`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../../dist/sdk', import.meta.url)),
    emptyOutDir: true,
    target: 'es2020',
    lib: {
      entry: 'sdk.ts',
      name: 'CertBridge',
      formats: ['es', 'iife'],
      fileName: (format) => (format === 'es' ? 'certbridge-sdk.js' : 'certbridge-sdk.iife.js'),
    },
  },
});
