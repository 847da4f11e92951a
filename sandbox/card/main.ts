/**
 * A virtual SmartCard-HSM in its own process (a synchronous PKCS#11 call in ours would wait for itself):
 *   node sandbox/card/main.ts --port N --state FILE [--serial S] [--label L --pin P --so-pin H]
 * Running is being plugged; ending is being pulled. It ends with its owner, when stdin closes.
 */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Card } from './card.ts';
import type { CardEvent } from './card-event.ts';
import { createCardState } from './card-state.ts';
import { obey } from './control.ts';
import { Faults } from './faults.ts';
import { readState, writeState } from './state-file.ts';
import { connectToReader } from './vpcd-link.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    state: { type: 'string' },
    serial: { type: 'string', default: 'CBTEST00001' },
    label: { type: 'string' },
    pin: { type: 'string' },
    'so-pin': { type: 'string' },
  },
});

const port = Number(values.port);
const file = values.state;
if (!file || !Number.isInteger(port) || port < 1 || port > 65535) {
  process.stderr.write('usage: main.ts --port N --state FILE [--serial S] [--label L --pin P --so-pin H]\n');
  process.exit(2);
}

const tell = (event: CardEvent): boolean => process.stdout.write(`${JSON.stringify(event)}\n`);

if (!existsSync(file)) {
  writeState(
    file,
    createCardState({
      serial: values.serial,
      ...(values.label !== undefined && { label: values.label }),
      ...(values.pin !== undefined && { pin: values.pin }),
      ...(values['so-pin'] !== undefined && { soPin: values['so-pin'] }),
    }),
  );
}
const card = new Card(readState(file), (state) => writeState(file, state));
const faults = new Faults();

const link = await connectToReader(port, {
  reset(poweredOn) {
    card.reset();
    if (poweredOn) tell({ event: 'powered' });
  },
  async transmit(apdu) {
    const answer = await faults.around(apdu, () => card.transmit(apdu));
    if (answer) return answer;
    tell({ event: 'dropped', count: faults.count });
    link.close();
    return null;
  },
});
tell({ event: 'plugged' });

const orders = createInterface({ input: process.stdin });
orders.on('line', (line) => tell(obey(line, faults)));
orders.on('close', () => link.close());
await link.closed;
process.exit(0);
