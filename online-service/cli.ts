import { text } from 'node:stream/consumers';
import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { actAsAuthority, CA_USAGE } from './cli/ca.ts';
import { openPersonTools } from './cli/open-person-tools.ts';
import { actOnPerson, type Told } from './cli/person.ts';
import { readArguments } from './cli/read-arguments.ts';
import { readCaArguments } from './cli/read-ca-arguments.ts';
import { readConfig } from './config/read-config.ts';
import { StartProblem } from './problems/start-problem.ts';

const USAGE = `用法 usage: npm run -s service -- person export|erase --id-kind KIND < 号码文件 file with the number
  export  导出一个人的全部信息（JSON）   everything about one person, as JSON
  erase   删除其已结束订单中的个人信息   erase the personal data of finished orders
  KIND    ${ID_KINDS.join(', ')}
证件号码只从标准输入读取：命令行会留在历史记录和进程列表里。
The number is read from standard input only: command lines stay in histories and process lists.`;

async function run(): Promise<Told> {
  const given = process.argv.slice(2);
  const asAuthority = readCaArguments(given);
  if (asAuthority) return actAsAuthority(asAuthority, await text(process.stdin));
  const command = readArguments(given);
  if (!command) return { output: '', words: `${USAGE}\n\n${CA_USAGE}`, exitCode: 2 };
  const tools = await openPersonTools(readConfig(process.env));
  try {
    return await actOnPerson(tools, command, (await text(process.stdin)).trim());
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
