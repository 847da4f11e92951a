import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A listening socket's line in /proc/net/tcp: local address, its port in hex, state 0A, inode. */
const LISTENING = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F:]+ 0A(?:\s+\S+){5}\s+(\d+)/;

/** Who listens on a port of this computer, as far as this user may see; undefined when that cannot be told. */
export function portHolder(port: number): string | undefined {
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)));
    const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holdsSocket(entry, inodes));
    return pid && `${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()} (pid ${pid})`;
  } catch {
    return undefined;
  }
}

function listeningInodes(table: string, port: number): string[] {
  return readFileSync(table, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, hexPort = '', inode = ''] = LISTENING.exec(line) ?? [];
      return Number.parseInt(hexPort, 16) === port ? [inode] : [];
    });
}

function holdsSocket(pid: string, inodes: ReadonlySet<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode !== undefined && inodes.has(inode);
    });
  } catch {
    return false; // Gone meanwhile, or another user's.
  }
}
