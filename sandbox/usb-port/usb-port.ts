import { EventEmitter } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardEvent } from '../card/card-event.ts';
import { readState } from '../card/state-file.ts';
import { CardSocket } from './card-socket.ts';
import { READER_SLOTS, startPcscd } from './pcscd.ts';
import { openSoftTokens } from './soft-tokens.ts';
import { UsbError } from './usb-error.ts';
import { cardFile, type KeyRecord, readKeyRecords, type VirtualKey } from './virtual-key.ts';

/** Debian's folder for this machine's libraries. */
const LIBRARIES = process.arch === 'arm64' ? '/usr/lib/aarch64-linux-gnu' : '/usr/lib/x86_64-linux-gnu';
export const OPENSC_MODULE = `${LIBRARIES}/opensc-pkcs11.so`;
export const SOFTHSM_MODULE = '/usr/lib/softhsm/libsofthsm2.so';
/** Sockets 0 and 1 are readers; SoftHSM keys take the ones after. */
export const SOFT_SOCKETS = [2, 3] as const;
export const SOCKET_COUNT = READER_SLOTS + SOFT_SOCKETS.length;

/** Our own, so that nothing in /etc/opensc changes what a demo shows; one driver starts faster than forty. */
const OPENSC_CONFIG = 'app default {\n  card_drivers = sc-hsm;\n}\n';

/** What a process needs in its environment to see the virtual keys and nothing else. */
export interface UsbEnv {
  readonly SOFTHSM2_CONF: string;
  readonly PCSCLITE_CSOCK_NAME: string;
  readonly OPENSC_CONF: string;
}

export interface UsbChange {
  readonly action: 'plugged' | 'pulled';
  readonly key: VirtualKey;
}

export interface UsbPort {
  readonly env: UsbEnv;
  keys(): VirtualKey[];
  /** Done when a driver can see the key. Plugging a plugged key does nothing. */
  plug(id: string): Promise<VirtualKey>;
  /** Done when a driver can no longer see it. */
  pull(id: string): Promise<VirtualKey>;
  /** Trouble on request for a plugged card: see card/control.ts. */
  order(id: string, line: string): Promise<CardEvent>;
  /** Returns how to stop listening. */
  onChange(listener: (change: UsbChange) => void): () => void;
  stop(): Promise<void>;
}

/** Nothing is plugged at first, whatever was when the last run ended. */
export async function createUsbPort(options: { readonly dataDir: string }): Promise<UsbPort> {
  const { dataDir } = options;
  const records = readKeyRecords(dataDir);
  const soft = openSoftTokens(dataDir);
  for (const key of records) if (soft.isPlugged(key)) soft.pull(key);
  const openscConfig = join(dataDir, 'opensc.conf');
  writeFileSync(openscConfig, OPENSC_CONFIG);
  const pcscd = await startPcscd();
  const news = new EventEmitter();
  news.setMaxListeners(0);

  const lost = (id: string) => void news.emit('change', { action: 'pulled', key: describe(recordOf(id)) });
  const readers = Array.from({ length: READER_SLOTS }, (_, slot) => new CardSocket(pcscd, slot, lost));
  const softSockets: (string | null)[] = SOFT_SOCKETS.map(() => null);

  function recordOf(id: string): KeyRecord {
    const record = records.find((key) => key.id === id);
    if (!record) throw new UsbError('unknown-key', id);
    return record;
  }

  function socketOf(key: KeyRecord): number | null {
    const places = [...readers.map((reader) => reader.occupant), ...softSockets];
    const socket = places.indexOf(key.id);
    return socket < 0 ? null : socket;
  }

  function describe(key: KeyRecord): VirtualKey {
    const { id, kind, label, holder, serial, validUntil } = key;
    const socket = socketOf(key);
    return {
      id,
      kind,
      label,
      holder,
      serial,
      validUntil,
      locked: isLocked(dataDir, key),
      plugged: socket !== null,
      socket,
    };
  }

  function freeIn<T>(places: readonly T[], isFree: (place: T) => boolean): { index: number; place: T } {
    const index = places.findIndex(isFree);
    const place = places[index];
    if (place === undefined) throw new UsbError('sockets-full', `${places.length} taken`);
    return { index, place };
  }

  async function insert(key: KeyRecord): Promise<void> {
    if (key.kind === 'card') {
      await freeIn(readers, (reader) => reader.occupant === null).place.insert(key.id, cardFile(dataDir, key.id));
      return;
    }
    const { index } = freeIn(softSockets, (occupant) => occupant === null);
    soft.plug(key);
    softSockets[index] = key.id;
  }

  async function remove(key: KeyRecord, socket: number): Promise<void> {
    if (key.kind === 'card') return readers[socket]?.remove();
    soft.pull(key);
    softSockets[socket - READER_SLOTS] = null;
  }

  let last: Promise<unknown> = Promise.resolve();
  /** One hand: what is asked for at the same time happens one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  }

  const move = (id: string, action: UsbChange['action']): Promise<VirtualKey> =>
    inTurn(async () => {
      const key = recordOf(id);
      const socket = socketOf(key);
      if ((action === 'plugged') === (socket !== null)) return describe(key);
      if (socket === null) await insert(key);
      else await remove(key, socket);
      const now = describe(key);
      news.emit('change', { action, key: now } satisfies UsbChange);
      return now;
    });

  return {
    env: { SOFTHSM2_CONF: soft.configFile, PCSCLITE_CSOCK_NAME: pcscd.socketName, OPENSC_CONF: openscConfig },
    keys: () => records.map(describe),
    plug: (id) => move(id, 'plugged'),
    pull: (id) => move(id, 'pulled'),
    async order(id, line) {
      const socket = socketOf(recordOf(id));
      const reader = socket === null ? undefined : readers[socket];
      if (!reader) throw new UsbError('not-plugged', id);
      return reader.order(line);
    },
    onChange(listener) {
      news.on('change', listener);
      return () => void news.off('change', listener);
    },
    async stop() {
      for (const key of records) await move(key.id, 'pulled');
      await pcscd.stop();
    },
  };
}

function isLocked(dataDir: string, key: KeyRecord): boolean {
  const file = cardFile(dataDir, key.id);
  return key.kind === 'card' && existsSync(file) && readState(file).pin?.triesLeft === 0;
}
