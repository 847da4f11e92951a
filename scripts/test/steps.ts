import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../tools/root.ts';
import { runNode } from '../tools/run-tool.ts';
import { judged, type Outcome, single } from './outcome.ts';
import { countPlaywright } from './playwright-report.ts';
import { countVitest } from './vitest-report.ts';

export interface Step {
  readonly name: string;
  readonly title: string;
  run(reports: string): Promise<Outcome>;
}

const NODE_MODULES = join(ROOT, 'node_modules');

/** In this order: what fails fastest, and explains the most, comes first. */
export const STEPS: readonly Step[] = [
  { name: 'lint', title: '代码检查 style and import rules', run: () => script('lint.ts') },
  { name: 'types', title: '类型 types', run: () => script('typecheck.ts') },
  { name: 'build', title: '构建与体积 build and its sizes', run: () => script('build.ts') },
  { name: 'units', title: '单元与集成测试 unit and integration tests', run: runVitest },
  { name: 'flows', title: '浏览器流程 browser flows', run: runFlows },
];

async function script(name: string): Promise<Outcome> {
  return single((await runNode(join(ROOT, 'scripts', name), [])) === 0);
}

async function runVitest(reports: string): Promise<Outcome> {
  const file = join(reports, 'vitest.json');
  const exitCode = await runNode(join(NODE_MODULES, 'vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return judged(countVitest(await readFile(file, 'utf8')), exitCode);
}

async function runFlows(reports: string): Promise<Outcome> {
  const file = join(reports, 'playwright.json');
  const exitCode = await runNode(
    join(NODE_MODULES, 'playwright/cli.js'),
    ['test', '--config', join(ROOT, 'tests/flows/playwright.config.ts'), '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  return judged(countPlaywright(await readFile(file, 'utf8')), exitCode);
}
