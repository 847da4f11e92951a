import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Virtual SmartCard-HSM cards in two readers of a pcscd of our own: pulling one is true removal. */
export async function openOpensc(): Promise<TestModule> {
  const dir = await mkdtemp(join(tmpdir(), 'cb-opensc-'));
  const config = join(dir, 'opensc.conf');
  await writeFile(config, CONFIG);
  const pcscd = await startPcscd();
  const sockets = Array.from({ length: READER_SLOTS }, (_, slot) => new CardSocket(pcscd, slot, () => undefined));
  let made = 0;

  async function insert(card: { readonly label?: string; readonly pin?: string; readonly soPin?: string }) {
    made += 1;
    const serial = `CBTEST${String(made).padStart(5, '0')}`;
    const file = join(dir, `${serial}.json`);
    writeState(file, createCardState({ serial, ...card }));
    const removal: Removal = {
      async plug() {
        const free = sockets.find(({ occupant }) => occupant === null);
        if (!free) throw new Error('both readers are taken');
        await free.insert(serial, file);
      },
      async pull() {
        await sockets.find(({ occupant }) => occupant === serial)?.remove();
      },
    };
    await removal.plug();
    return { serial, removal } satisfies TestKey;
  }

  return {
    kind: 'opensc',
    module: {
      id: 'opensc',
      name: 'OpenSC',
      path: OPENSC_MODULE,
      env: { PCSCLITE_CSOCK_NAME: pcscd.socketName, OPENSC_CONF: config },
      seesNewTokensAfter: 'polling',
    },
    pin: PIN,
    soPin: SO_PIN,
    blankSoPin: SO_PIN,
    makeBlankKey: () => insert({}),
    makeKey: (label) => insert({ label, pin: PIN, soPin: SO_PIN }),
    async stop() {
      for (const socket of sockets) if (socket.occupant !== null) await socket.remove();
      await pcscd.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
