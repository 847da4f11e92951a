import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardEvent } from '../../../sandbox/card/card-event.ts';
import { createCardState } from '../../../sandbox/card/card-state.ts';
import { writeState } from '../../../sandbox/card/state-file.ts';
import { CardSocket } from '../../../sandbox/usb-port/card-socket.ts';
import { READER_SLOTS, startPcscd } from '../../../sandbox/usb-port/pcscd.ts';
import { OPENSC_MODULE } from '../../../sandbox/usb-port/usb-port.ts';
import type { Removal, TestKey, TestModule } from './test-module.ts';

/** A SmartCard-HSM takes 16 hexadecimal digits. */
const SO_PIN = '3537363231383830';
const PIN = '648219';
const CONFIG = 'app default {\n  card_drivers = sc-hsm;\n}\n';

export interface CardKey extends TestKey {
  readonly removal: Removal;
  /** What is on the card, on disk while it is not plugged. */
  readonly stateFile: string;
  /** See sandbox/card/control.ts. Only while it is plugged. */
  order(line: string): Promise<CardEvent>;
}

export interface OpenscModule extends TestModule {
  /** Lets the card fall out at its n-th command from now. */
  dropAt(serial: string, command: number): Promise<void>;
  makeBlankKey(): Promise<CardKey>;
  makeKey(label: string): Promise<CardKey>;
}

/** Virtual SmartCard-HSM cards in two readers of a pcscd of our own: pulling one is true removal. */
export async function openOpensc(): Promise<OpenscModule> {
  const dir = await mkdtemp(join(tmpdir(), 'cb-opensc-'));
  const config = join(dir, 'opensc.conf');
  await writeFile(config, CONFIG);
  const pcscd = await startPcscd();
  const sockets = Array.from({ length: READER_SLOTS }, (_, slot) => new CardSocket(pcscd, slot, () => undefined));
  let made = 0;

  async function insert(card: {
    readonly label?: string;
    readonly pin?: string;
    readonly soPin?: string;
  }): Promise<CardKey> {
    made += 1;
    const serial = `CBTEST${String(made).padStart(5, '0')}`;
    const file = join(dir, `${serial}.json`);
    writeState(file, createCardState({ serial, ...card }));
    const socket = () => sockets.find(({ occupant }) => occupant === serial);
    const removal: Removal = {
      async plug() {
        const free = sockets.find(({ occupant }) => occupant === null);
        if (!free) throw new Error('both readers are taken');
        await free.insert(serial, file);
      },
      async pull() {
        await socket()?.remove();
      },
    };
    await removal.plug();
    const order = async (line: string) => {
      const plugged = socket();
      if (!plugged) throw new Error('not plugged');
      return plugged.order(line);
    };
    return { serial, removal, stateFile: file, order };
  }

  return {
    kind: 'opensc',
    module: {
      id: 'opensc',
      name: 'OpenSC',
      path: OPENSC_MODULE,
      env: { PCSCLITE_CSOCK_NAME: pcscd.socketName, OPENSC_CONF: config },
      seesNewTokensAfter: 'polling',
      slotEvents: 'wait',
    },
    pin: PIN,
    soPin: SO_PIN,
    blankSoPin: SO_PIN,
    makeBlankKey: () => insert({}),
    makeKey: (label) => insert({ label, pin: PIN, soPin: SO_PIN }),
    async dropAt(serial, command) {
      await sockets.find(({ occupant }) => occupant === serial)?.order(`drop-at ${command}`);
    },
    async stop() {
      for (const socket of sockets) if (socket.occupant !== null) await socket.remove();
      await pcscd.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
