import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Real processes and databases take longer to start than a rule takes to check. */
const INTEGRATION_MS = 60_000;

const everywhere = ['**/node_modules/**', '**/dist/**', '**/.data/**', 'tests/flows/**', 'tests/tour/**'];
const shared = {
  environment: 'node' as const,
  pool: 'forks' as const,
  restoreMocks: true,
  unstubGlobals: true,
  // What is waited for comes by itself; how long that takes depends on what else the machine does.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A test that was left alone, or left out, is a test that does not run.
    allowOnly: false,
    // Most of a test of real processes is waiting for them: on two cores, one worker leaves one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.integration.test.ts', 'tests/conventions/**'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'integration',
          include: ['**/*.integration.test.ts', 'tests/conventions/**/*.test.ts'],
          exclude: everywhere,
          testTimeout: INTEGRATION_MS,
          hookTimeout: INTEGRATION_MS * 2,
        },
      },
    ],
  },
});
