import { userInfo } from 'node:os';
import { text } from 'node:stream/consumers';
import { actAsAuthority, CA_USAGE } from './cli/ca.ts';
import { actOnMoney } from './cli/finance/act-on-money.ts';
import { readFinanceArguments } from './cli/finance/read-finance-arguments.ts';
import { openServiceTools, type ServiceTools } from './cli/open-service-tools.ts';
import { actOnOutbox, readOutboxArguments } from './cli/outbox.ts';
import { actOnPerson } from './cli/person.ts';
import { readCaArguments } from './cli/read-ca-arguments.ts';
import { readPersonArguments } from './cli/read-person-arguments.ts';
import type { Told } from './cli/told.ts';
import { FINANCE_USAGE, OUTBOX_USAGE, PERSON_USAGE } from './cli/usage.ts';
import { readConfig } from './config/read-config.ts';
import { StartProblem } from './problems/start-problem.ts';

/** What is asked for, once it is understood; the usage when it is not. */
function understood(given: readonly string[]): ((tools: ServiceTools) => Promise<Told>) | string {
  const [subject, ...rest] = given;
  if (subject === 'finance') {
    const command = readFinanceArguments(rest);
    if (!command) return FINANCE_USAGE;
    return (tools) => actOnMoney(tools, { command, clerk: userInfo().username });
  }
  if (subject === 'outbox') {
    const command = readOutboxArguments(rest);
    return command ? (tools) => actOnOutbox(tools.outbox, command, tools.now()) : OUTBOX_USAGE;
  }
  const command = readPersonArguments(given);
  if (!command) return [PERSON_USAGE, FINANCE_USAGE, OUTBOX_USAGE, CA_USAGE].join('\n\n');
  return async (tools) => actOnPerson(tools, command, (await text(process.stdin)).trim());
}

async function run(): Promise<Told> {
  const given = process.argv.slice(2);
  const asAuthority = readCaArguments(given);
  if (asAuthority) return actAsAuthority(asAuthority, await text(process.stdin));
  const act = understood(given);
  if (typeof act === 'string') return { output: '', words: act, exitCode: 2 };
  const tools = await openServiceTools(readConfig(process.env));
  try {
    return await act(tools);
  } finally {
    await tools.close();
  }
}

try {
  const { output, words, exitCode } = await run();
  process.stdout.write(output);
  process.stderr.write(`${words}\n`);
  process.exitCode = exitCode;
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${problem.toText()}\n`);
  process.exitCode = problem.exitCode;
}
