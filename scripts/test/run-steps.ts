import type { Outcome } from './outcome.ts';
import type { Step } from './steps.ts';

export interface Done extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

/** One after the other, each to its end whatever became of those before: one run tells everything. */
export async function runSteps(steps: readonly Step[], reports: string): Promise<Done[]> {
  const done: Done[] = [];
  for (const step of steps) {
    console.log(`\n━━ ${step.name} · ${step.title} ${'━'.repeat(20)}`);
    const began = performance.now();
    const outcome = await outcomeOf(step, reports);
    done.push({ name: step.name, ...outcome, seconds: (performance.now() - began) / 1000 });
  }
  return done;
}

async function outcomeOf(step: Step, reports: string): Promise<Outcome> {
  try {
    return await step.run(reports);
  } catch (cause) {
    // The step itself broke: no report, no build to measure, no such runner.
    const note = cause instanceof Error ? cause.message : String(cause);
    console.error(`✗ ${step.name}: ${note}`);
    return { passed: 0, failed: 1, note };
  }
}
