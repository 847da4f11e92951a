import { runTool } from './tools/run-tool.ts';

/** `npm run typecheck`: all rooms, as project references. */
process.exitCode = await runTool('typescript/bin/tsc', ['--build', '--pretty', ...process.argv.slice(2)]);
