import { KINDS } from './kinds.ts';
import { runMatrix } from './run-matrix.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run -s matrix [-- MODULE …]`: what the host does with which module, one line each. */
const WIDTHS = [46, 14, 10] as const;
const modules = process.argv.slice(2);
const unknown = modules.filter((name) => !KINDS.some((kind) => kind.name === name));
if (unknown.length > 0) {
  complain(`✗ 没有这个模块 no such module: ${unknown.join(' ')} (${KINDS.map(({ name }) => name).join(' ')})`);
  process.exit(1);
}

const rows = await runMatrix({
  ...(modules.length > 0 ? { modules } : {}),
  told: ({ verb, module, algorithm, result }) => {
    const cells = [verb, module, algorithm].map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0));
    say(`${cells.join(' ')} ${result}`);
  },
});
const passed = rows.filter((row) => row.passed).length;
say(`${passed} passed, ${rows.length - passed} failed`);
process.exitCode = passed === rows.length && passed > 0 ? 0 : 1;
