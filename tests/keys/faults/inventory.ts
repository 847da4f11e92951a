import { createHash } from 'node:crypto';
import { inProcess, type SeenKey } from '../modules/initialise-key.ts';
import type { TestModule } from '../modules/test-module.ts';

const CLASS_NAMES: Readonly<Record<number, string>> = {
  0: 'data',
  1: 'certificate',
  2: 'public key',
  3: 'private key',
};
const CKA = { class: 0, label: 3, value: 0x11, id: 0x102 } as const;
const SLOT_WITH_KEY = 0;

export interface Inventory {
  /** Each object as `class label id`, sorted. */
  readonly objects: readonly string[];
  readonly certificates: readonly string[];
  /** Private keys without their public half or certificate, and the other way round. */
  readonly orphans: readonly string[];
}

/** Everything on the key, seen with its password by a program that knows nothing of ours. */
export function takeInventory(module: TestModule & SeenKey, pin = module.pin): Promise<Inventory> {
  return inProcess(module, async (p11) => {
    const slot = (await p11.slots())[SLOT_WITH_KEY];
    if (!slot) throw new Error('no key');
    const session = await p11.session(slot, pin);
    const objects: { kind: string; label: string; id: string; value: string }[] = [];
    for (const handle of await p11.find(session)) {
      const kind = CLASS_NAMES[(await p11.attribute(session, handle, CKA.class)).readUInt32LE(0)];
      // OpenSC shows what it can do as an object (CKO_PROFILE) that nobody wrote.
      if (!kind) continue;
      const label = (await p11.attribute(session, handle, CKA.label)).toString();
      const id = kind === 'data' ? '' : (await p11.attribute(session, handle, CKA.id)).toString('hex');
      const value = kind === 'certificate' ? sha256(await p11.attribute(session, handle, CKA.value)) : '';
      objects.push({ kind, label, id, value });
    }
    const has = (kind: string, id: string) => objects.some((object) => object.kind === kind && object.id === id);
    const ofPairs = objects.filter(({ kind, label }) => kind !== 'data' && label !== 'CA');
    return {
      objects: objects.map(({ kind, label, id }) => `${kind} ${label} ${id}`).sort(),
      certificates: ofPairs.filter(({ kind }) => kind === 'certificate').map(({ value }) => value),
      orphans: ofPairs
        .filter(({ id }) => !['certificate', 'public key', 'private key'].every((kind) => has(kind, id)))
        .map(({ kind, label }) => `${kind} ${label}`),
    };
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
