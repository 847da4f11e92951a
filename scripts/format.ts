import { runTool } from './tools/run-tool.ts';

/** `npm run format`: layout and safe fixes, written. */
process.exitCode = await runTool('@biomejs/biome/bin/biome', ['check', '--write', ...process.argv.slice(2)]);
