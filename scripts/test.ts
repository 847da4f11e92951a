import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetThePersonsWorld } from './test/own-world.ts';
import { runSteps } from './test/run-steps.ts';
import { STEPS } from './test/steps.ts';
import { table } from './tools/table.ts';

/** `npm test`: everything. `npm test -- lint types` runs only the steps that are named. */
const named = process.argv.slice(2);
const unknown = named.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`✗ 没有这个步骤 no such step: ${unknown.join(' ')} (${STEPS.map(({ name }) => name).join(' ')})`);
  process.exit(1);
}

forgetThePersonsWorld(process.env);
const reports = await mkdtemp(join(tmpdir(), 'certbridge-test-'));
try {
  const done = await runSteps(named.length > 0 ? STEPS.filter(({ name }) => named.includes(name)) : STEPS, reports);
  const passed = done.reduce((sum, step) => sum + step.passed, 0);
  const failed = done.reduce((sum, step) => sum + step.failed, 0);
  const rows = done.map((step) => [
    step.failed > 0 ? '✗' : '✓',
    step.name,
    String(step.passed),
    String(step.failed),
    `${step.seconds.toFixed(1)} s`,
    step.note ?? '',
  ]);
  console.log(`\n${table(['', '', 'passed', 'failed', '', ''], rows)}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} finally {
  await rm(reports, { recursive: true, force: true });
}
