import { describe, expect, it } from 'vitest';
import { judged } from './outcome.ts';
import { countPlaywright } from './playwright-report.ts';
import { countVitest } from './vitest-report.ts';

describe('a runner is judged', () => {
  it('by its count when that and its end agree', () => {
    expect(judged({ passed: 3, failed: 0, skipped: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
    expect(judged({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('as failed when it crashed after good tests', () => {
    expect(judged({ passed: 3, failed: 0, skipped: 0 }, 134)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('as failed when it ran nothing', () => {
    expect(judged({ passed: 0, failed: 0, skipped: 7 }, 0)).toMatchObject({ failed: 1, note: 'no test ran' });
  });
});

it('a vitest file that could not be loaded counts as a failed test', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 4, failed: 2, skipped: 0 });
});

it('a flow that passes only at the second try has failed', () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 5, failed: 1, skipped: 0 });
});
