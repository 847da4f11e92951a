import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The programs that belong together, and how a person calls this one. */
export interface Programs {
  readonly host: string;
  /** What browsers are told to start. */
  readonly hostToRegister: string;
  readonly probe: string;
  /** As it stands in front of a command. */
  readonly invocation: string;
}

/** In the bundle they stand beside one another, in the source tree each at its place. */
export function programsBeside(entry: string): Programs {
  const here = dirname(entry);
  if (basename(entry).endsWith('.mjs')) {
    const host = join(here, 'host.mjs');
    const invocation = [process.execPath, entry].map(asWord).join(' ');
    return { host, hostToRegister: host, probe: join(here, 'probe.mjs'), invocation };
  }
  const [host, built] = [join(here, '../main.ts'), join(here, '../../dist/native-host/host.mjs')];
  return {
    host,
    // The build, if there is one, starts faster.
    hostToRegister: existsSync(built) ? built : host,
    probe: join(here, '../token/pkcs11/probe/main.ts'),
    invocation: 'npm run host --',
  };
}

/** A path with a blank in it is one word of a command line only in quotes. */
function asWord(path: string): string {
  return path.includes(' ') ? `"${path}"` : path;
}
