import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Channel, channel } from '@certbridge/shared/domain/channel.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { StartProblem } from '../problems/start-problem.ts';

const DATA = join(import.meta.dirname, 'data');

/** The channels that ship with the service, in the order of their files' names, each as the contract wants it. */
export async function seedChannels(folder = DATA): Promise<Channel[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((file) => readSeed(folder, file)));
}

async function readSeed(folder: string, file: string): Promise<Channel> {
  const read = channel.safeParse(parseJson(await readFile(join(folder, file), 'utf8')));
  if (!read.success)
    throw badSeed(
      file,
      issuesOf(read.error).map(({ path, rule }) => `${path || '.'}: ${rule}`),
    );
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function badSeed(file: string, faults: readonly string[]): StartProblem {
  const list = faults.join(', ');
  return new StartProblem({
    what: { zh: `渠道数据 ${file} 不符合约定（${list}）。`, en: `Channel data ${file} breaks the contract (${list}).` },
    next: { zh: '请改正该文件，或重新安装。', en: 'Correct that file, or install again.' },
    exitCode: 1,
  });
}
