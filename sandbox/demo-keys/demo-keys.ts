import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsbError } from '../usb-port/usb-error.ts';
import { SOFTHSM_MODULE } from '../usb-port/usb-port.ts';
import { type KeyRecord, keyDir } from '../usb-port/virtual-key.ts';
import { writeCard } from './card-writer.ts';
import { type DemoCa, ensureDemoCa } from './demo-ca.ts';
import { DEMO_KEYS, type DemoKeySpec } from './demo-key-specs.ts';
import { makeContent } from './key-content.ts';
import { makeWhole } from './place.ts';
import { writeSoftToken } from './soft-token-writer.ts';

/** Makes what is missing below `dataDir`; a second start finds everything and makes nothing. */
export async function ensureDemoKeys(dataDir: string): Promise<DemoCa> {
  const ca = await ensureDemoCa(dataDir);
  const missing = DEMO_KEYS.filter((spec) => !existsSync(keyDir(dataDir, spec.id)));
  if (missing.some((spec) => spec.kind === 'softhsm') && !existsSync(SOFTHSM_MODULE)) {
    throw new UsbError('softhsm-missing', SOFTHSM_MODULE);
  }
  await Promise.all(missing.map((spec) => makeDemoKey(dataDir, spec, ca)));
  return ca;
}

/** One key on its own, for tests and for whoever wants another in the demo. */
export async function makeDemoKey(dataDir: string, spec: DemoKeySpec, ca: DemoCa): Promise<void> {
  const content = await makeContent(spec, ca);
  await makeWhole(keyDir(dataDir, spec.id), async (dir) => {
    const written = await (spec.kind === 'card' ? writeCard : writeSoftToken)(dir, spec, content);
    const order = DEMO_KEYS.findIndex((key) => key.id === spec.id);
    const record: KeyRecord = {
      id: spec.id,
      kind: spec.kind,
      label: spec.label,
      holder: spec.subject.commonName,
      validUntil: content.validUntil.toISOString(),
      order: order < 0 ? DEMO_KEYS.length : order,
      ...written,
    };
    writeFileSync(join(dir, 'key.json'), `${JSON.stringify(record, null, 2)}\n`);
  });
}
