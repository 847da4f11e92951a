import { readFile } from 'node:fs/promises';
import { type Said, StartProblem } from '../problems/start-problem.ts';
import { type MasterKeys, parseMasterKeys } from './master-key.ts';
import { ownMasterKeyFile } from './own-master-key-file.ts';

export interface MasterKeySource {
  /** The keys themselves, from the environment. */
  readonly text?: string;
  /** A file of them, as secret stores mount it. */
  readonly file?: string;
  /** Used when neither is set: the service keeps a file of its own here. */
  readonly dataDir: string;
}

export interface LoadedMasterKeys {
  readonly keys: MasterKeys;
  /** Made just now: whoever runs the service must be told to back it up. */
  readonly madeNow: boolean;
}

/** At the start of the service; everything wrong with it is said to the person at the terminal. */
export async function loadMasterKeys({ text, file, dataDir }: MasterKeySource): Promise<LoadedMasterKeys> {
  if (text !== undefined && file !== undefined) throw new StartProblem({ ...NAMED_TWICE, exitCode: 2 });
  if (text !== undefined) return { keys: parsed(text, ENVIRONMENT), madeNow: false };
  if (file !== undefined) return { keys: parsed(await contentOf(file), named(file)), madeNow: false };
  const own = await ownMasterKeyFile(dataDir);
  return { keys: parsed(await contentOf(own.path), named(own.path)), madeNow: own.madeNow };
}

function parsed(text: string, where: Said): MasterKeys {
  const keys = parseMasterKeys(text);
  if (keys) return keys;
  throw new StartProblem({
    what: { zh: `${where.zh}无法使用。`, en: `${where.en} cannot be used.` },
    next: FORMAT,
    exitCode: 2,
  });
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new StartProblem({
      what: { zh: `无法读取主密钥文件 ${path}。`, en: `The file of master keys ${path} cannot be read.` },
      next: {
        zh: '没有它就打不开已保存的个人信息。请恢复该文件或检查权限后再启动。',
        en: 'Without it the stored personal data cannot be opened. Restore it, or see whether it may be read, and start again.',
      },
      exitCode: 2,
      cause,
    });
  }
}

const ENVIRONMENT: Said = { zh: '环境变量中的主密钥', en: 'The master key from the environment' };

function named(path: string): Said {
  return { zh: `主密钥文件 ${path} `, en: `The file of master keys ${path}` };
}

const FORMAT: Said = {
  zh: '应为每行一把“标识 Base64”（标识为小写字母、数字、连字符，Base64 为 32 个字节），标识不重复，最新的放在最后。请改正后再启动；切勿用新的密钥顶替，否则已保存的个人信息无法打开。',
  en: 'It must hold one key a line as “id base64” (the id of small letters, digits and hyphens, the base64 of 32 bytes), no id twice, the newest last. Correct it and start again; do not put a new key in its place, or the stored personal data cannot be opened.',
};

const NAMED_TWICE: { what: Said; next: Said } = {
  what: {
    zh: '主密钥既给了内容，又给了文件。',
    en: 'The master key was given both as a value and as a file.',
  },
  next: { zh: '请只保留一个再启动。', en: 'Keep one of the two and start again.' },
};
