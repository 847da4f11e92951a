import { readFile, stat } from 'node:fs/promises';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import { StartProblem } from '../../problems/start-problem.ts';

export interface SettingsPlace<Settings> {
  /** The environment variable that names the file. */
  readonly variable: string;
  readonly path: string;
  readonly schema: z.ZodMiniType<Settings>;
}

/** Settings that may change while the service runs, such as keys. */
export interface SettingsFile<Settings> {
  /** As they are now: the same object for as long as the file is the same. */
  current(): Promise<Settings>;
}

/** A file that cannot be used keeps the service from starting; when it turns bad later, what it said before goes on. */
export async function openSettingsFile<Settings>(
  place: SettingsPlace<Settings>,
  log: Logger,
): Promise<SettingsFile<Settings>> {
  let known = await markOf(place.path);
  const first = await read(place);
  if ('fault' in first) throw notUsable(place, first.fault);
  let { settings } = first;

  async function readAgain(mark: string): Promise<void> {
    known = mark;
    const again = await read(place);
    const about = { variable: place.variable };
    if ('fault' in again) {
      log.error({ ...about, fault: again.fault }, 'a settings file has turned bad; the settings before it go on');
      return;
    }
    settings = again.settings;
    log.info(about, 'a settings file was read again');
  }

  let reading: Promise<void> | undefined;
  return {
    async current() {
      const mark = await markOf(place.path);
      if (mark !== known) {
        reading ??= readAgain(mark).finally(() => {
          reading = undefined;
        });
      }
      await reading;
      return settings;
    },
  };
}

/** What changes when somebody writes the file, or puts another in its place. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return 'away';
  }
}

/** Where it is wrong, never what it says. */
type Fault = 'unreadable' | 'no-json' | readonly string[];

async function read<Settings>({
  path,
  schema,
}: SettingsPlace<Settings>): Promise<{ readonly settings: Settings } | { readonly fault: Fault }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { fault: 'unreadable' };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { fault: 'no-json' };
  }
  const settings = schema.safeParse(content);
  return settings.success
    ? { settings: settings.data }
    : { fault: [...new Set(issuesOf(settings.error).map((issue) => issue.path || issue.rule))] };
}

function notUsable({ variable, path }: SettingsPlace<unknown>, fault: Fault): StartProblem {
  const where = { unreadable: ['读不到', 'it cannot be read'], 'no-json': ['不是 JSON', 'it is no JSON'] } as const;
  const [zh, en] = typeof fault === 'string' ? where[fault] : [fault.join('、'), fault.join(', ')];
  return new StartProblem({
    what: {
      zh: `${variable} 所指的文件 ${path} 无法使用（${zh}）。`,
      en: `The file ${path} that ${variable} names cannot be used (${en}).`,
    },
    next: {
      zh: '请按 docs/payments.md 改正该文件或检查权限后再启动；不收这种款就取消该设置。',
      en: 'Correct it as docs/payments.md says, or see whether it may be read, and start again; unset it to do without.',
    },
    exitCode: 2,
  });
}
