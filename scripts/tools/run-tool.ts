import { join } from 'node:path';
import { runVisibly } from '../setup/run-command.mjs';
import { ROOT } from './root.ts';

/** Runs a script on this Node in the project's folder, its output shown as it comes; returns its exit code. */
export function runNode(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runVisibly(process.execPath, [script, ...args], { cwd: ROOT, env: { ...process.env, ...env } });
}

/** The same for a development tool, by its entry file in node_modules. */
export function runTool(entry: string, args: readonly string[]): Promise<number> {
  return runNode(join(ROOT, 'node_modules', entry), args);
}
