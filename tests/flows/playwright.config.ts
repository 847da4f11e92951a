import { defineConfig } from 'playwright/test';

/** One world at a time: the flows plug and pull the same keys. No retries: a flow that fails sometimes is a fault. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.flow.ts',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: '../../test-results/flows',
  use: { screenshot: 'only-on-failure' },
  reporter: [['list']],
});
