import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { NamespaceWay } from './namespace.ts';

/**
 * pcscd 1.9.9 knows one socket, /run/pcscd/pcscd.comm, so our directory is laid there. /run is replaced whole: it may
 * lack pcscd/, and without /run/udev no real reader is seen. The CCID driver is hidden for the same reason: this pcscd
 * must never take a real key.
 *
 * quickack: vpcd sends length and command in two writes with Nagle's algorithm on, and the card's delayed
 * acknowledgement of the first (RFC 1122, 4.2.3.2) would cost 40 ms for every command.
 *
 * $1 is our directory. Our stdin is the owner's life: at its end pcscd is killed and the directory removed; should this
 * shell die first, the parent death signal kills pcscd. The shell itself says nothing at the end: with nobody to read
 * it, its last word ("Killed") would kill it before it has cleaned up.
 */
const SCRIPT = `
set -e
PATH="$PATH:/usr/sbin:/sbin"
ip link set lo up
ip route replace local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 quickack 1
mount --bind "$1/run" /mnt
mount -t tmpfs tmpfs /run
mkdir /run/pcscd
mount --bind /mnt /run/pcscd
if [ -d /usr/lib/pcsc/drivers/ifd-ccid.bundle ]; then mount -t tmpfs tmpfs /usr/lib/pcsc/drivers/ifd-ccid.bundle; fi
echo "namespace of $$"
exec 3<&0
setpriv --pdeathsig KILL pcscd --foreground --info --config "$1/conf" </dev/null 3<&- &
pid=$!
exec 2>/dev/null
{ cat <&3 >/dev/null; kill -KILL $pid; } >/dev/null 2>&1 &
wait $pid || true
rm -rf "$1"
`;

/** The directory as the script and pcscd's clients know it. */
export const pcscdPaths = (dir: string): { readonly runDir: string; readonly configDir: string } => ({
  runDir: join(dir, 'run'),
  configDir: join(dir, 'conf'),
});

export function spawnPcscd(way: NamespaceWay, dir: string): ChildProcess {
  const [command = 'unshare', ...rest] = way.unshare;
  return spawn(command, [...rest, 'sh', '-c', SCRIPT, 'sh', dir], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Any port does: the network is ours alone. vpcd's second slot listens on the one after (ifd-vpcd.c). */
export const FIRST_PORT = 35963;
export const VPCD_DRIVER = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so';

/** One entry gives two readers, because vpcd has two slots built in (VPCDSLOTS). */
export const READER_CONFIG = [
  'FRIENDLYNAME "CertBridge USB"',
  `DEVICENAME   /dev/null:${FIRST_PORT}`,
  `LIBPATH      ${VPCD_DRIVER}`,
  `CHANNELID    ${FIRST_PORT}`,
  '',
].join('\n');
