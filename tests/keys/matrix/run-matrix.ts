/** Every verb on every module with every algorithm, through the real host. */

import type { TestModule } from '../modules/test-module.ts';
import { install } from '../through-host/installation.ts';
import { initialising, passwordVerbs, readingVerbs } from './key-verbs.ts';
import { KINDS, type Kind } from './kinds.ts';
import { pairVerbs } from './pair-verbs.ts';
import { need, type Row, Rows } from './rows.ts';
import type { Subject } from './subject.ts';

/** SoftHSM2's blank token has no serial: it is named as its key id names it, by label and slot. */
const BLANK_WITHOUT_SERIAL = '#0';

export interface MatrixOptions {
  /** All when left out. */
  readonly modules?: readonly string[];
  readonly told: (row: Row) => void;
}

export async function runMatrix({ modules, told }: MatrixOptions): Promise<readonly Row[]> {
  const rows = new Rows(told);
  for (const kind of KINDS.filter(({ name }) => modules?.includes(name) ?? true)) {
    await guarded(rows, kind, () => withModule(kind, (test, desk) => onMadeKey(rows, { kind, test, desk })));
    await guarded(rows, kind, () => withModule(kind, (test, desk) => onBlankKey(rows, { kind, test, desk })));
  }
  return rows.rows;
}

interface Bench extends Pick<Subject, 'kind' | 'desk'> {
  readonly test: TestModule;
}

async function onMadeKey(rows: Rows, { kind, test, desk }: Bench): Promise<void> {
  const { serial } = await test.makeKey('Matrix');
  const { keys } = need(await desk.call('keys.list', {}));
  const key = keys.find((one) => one.serial === serial);
  if (!key) throw new Error('the made key is not listed');
  const { module, pin, soPin } = test;
  const row: Subject['row'] = (cell, work) => rows.row({ ...cell, module: kind.name }, work);
  const subject = { kind, module, desk, key, pin, soPin, row };
  await readingVerbs(subject);
  for (const algorithm of kind.algorithms) await pairVerbs(subject, algorithm);
  // The last of all: another password opens the key from here on.
  await passwordVerbs(subject);
}

async function onBlankKey(rows: Rows, { kind, test, desk }: Bench): Promise<void> {
  const { serial } = await test.makeBlankKey();
  const row: Subject['row'] = (cell, work) => rows.row({ ...cell, module: kind.name }, work);
  const { module, pin, soPin } = test;
  await initialising({ kind, module, desk, pin, soPin, row, test, serial: serial || BLANK_WITHOUT_SERIAL });
}

async function withModule(kind: Kind, work: (test: TestModule, desk: Subject['desk']) => Promise<void>): Promise<void> {
  const test = await kind.open();
  const installation = await install({ modules: [test.module], profiles: kind.profile ? [kind.profile] : [] });
  try {
    const desk = await installation.start();
    try {
      await work(test, desk);
    } finally {
      await desk.hangUp();
    }
  } finally {
    await test.stop();
    await installation.remove();
  }
}

/** What breaks outside of a verb is a row of its own, so that nothing is left out in silence. */
async function guarded(rows: Rows, kind: Kind, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    await rows.row({ verb: 'module', module: kind.name, algorithm: '-' }, () => Promise.reject(cause));
  }
}
