import { readFile } from 'node:fs/promises';
import { dataDirFor } from '../../config/data-dir.ts';
import { logPathIn, olderLog } from '../../log-file.ts';
import { HOST_VERSION } from '../../version.ts';
import { redactLine } from '../redact-line.ts';
import { type CliCommand, say } from '../terminal.ts';

/** To the terminal, so that a user sees what he is about to send. */
export const log: CliCommand = async ({ redacted }) => {
  const path = logPathIn(dataDirFor(process.env));
  const lines = (await Promise.all([olderLog(path), path].map(linesOf))).flat();
  if (lines.length === 0) {
    say(
      '还没有日志。 · There is no log yet.',
      '  在本机组件的配置里写上 "logFile": true，再重现一次问题。 · Put "logFile": true into the host’s configuration, and let the trouble happen again.',
      `  ${path}`,
    );
    return 1;
  }
  say(`certbridge-host ${HOST_VERSION} ${process.platform}-${process.arch} node ${process.version}`);
  for (const line of lines) say(redacted ? redactLine(line) : line);
  return 0;
};

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
