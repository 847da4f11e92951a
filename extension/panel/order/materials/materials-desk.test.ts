import { fail } from '@certbridge/shared/contract/result.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { type OpenCounter, openCounter, openOrder } from '../testing/open-counter.ts';
import { createMaterialsDesk } from './materials-desk.ts';
import type { SlotWork } from './slot-standing.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LIMIT = 1_572_864;

function picture(bytes: number, head: readonly number[] = PNG): Blob {
  const content = new Uint8Array(bytes);
  content.set(head);
  return new Blob([content]);
}

async function desk(shrinkTo?: (large: Blob, limit: number) => Promise<Blob | undefined>) {
  const at = openCounter();
  const session = await openOrder(at, UNIT_APPLICATION);
  return { at, session, materials: createMaterialsDesk(session, shrinkTo) };
}

function standing(work: ReadonlyMap<string, SlotWork>, slot: string): string | undefined {
  return work.get(slot)?.kind;
}

function stored(session: Awaited<ReturnType<typeof desk>>['session']): string[] {
  return session.order.peek()?.materials.flatMap((one) => (one.standing === 'stored' ? one.slot : [])) ?? [];
}

beforeEach(() =>
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined })),
);
afterEach(() => vi.unstubAllGlobals());

describe('a file in a slot', () => {
  it('is uploaded, and shown', async () => {
    const { session, materials } = await desk();
    await materials.take('business-licence', picture(1000));
    expect(stored(session)).toEqual(['business-licence']);
    expect(materials.work.value.size).toBe(0);
    expect(materials.pictures.value.get('business-licence')).toBe('blob:1');
  });

  it('that is no picture is not sent', async () => {
    const { at, materials } = await desk();
    await materials.take('business-licence', new Blob(['%PDF-1.7']));
    expect(materials.work.value.get('business-licence')).toEqual({
      kind: 'rejected',
      error: { code: 'MATERIAL_NOT_A_PICTURE' },
    });
    expect(at.asked('materials.begin')).toEqual([]);
  });

  it('that is too large is not sent, until it has been shrunk', async () => {
    const { at, session, materials } = await desk(async () => picture(2000, [0xff, 0xd8, 0xff]));
    await materials.take('business-licence', picture(LIMIT + 1));
    expect(materials.work.value.get('business-licence')).toEqual({ kind: 'too-large', bytes: LIMIT + 1 });
    expect(at.asked('materials.begin')).toEqual([]);
    await materials.shrink('business-licence');
    expect(at.asked('materials.begin')).toMatchObject([{ bytes: 2000 }]);
    expect(stored(session)).toEqual(['business-licence']);
  });

  it('that would become illegible is not sent either', async () => {
    const { at, materials } = await desk(async () => undefined);
    await materials.take('business-licence', picture(LIMIT + 1));
    await materials.shrink('business-licence');
    expect(standing(materials.work.value, 'business-licence')).toBe('not-shrinkable');
    expect(at.asked('materials.begin')).toEqual([]);
  });

  it('that the service sends back leaves the others as they are', async () => {
    const { at, session, materials } = await desk();
    await materials.take('authorisation-letter', picture(500));
    at.counter.instead['materials.finish'] = () => fail('MATERIAL_TOO_SMALL');
    await materials.take('business-licence', picture(1000));
    expect(materials.work.value.get('business-licence')).toEqual({
      kind: 'rejected',
      error: { code: 'MATERIAL_TOO_SMALL' },
    });
    expect(stored(session)).toEqual(['authorisation-letter']);
  });

  it('and another one at the same time: both stand, whichever reply comes last', async () => {
    const { at, session, materials } = await desk();
    const late: (() => void)[] = [];
    at.counter.instead['materials.finish'] = async (asked) => {
      const first = at.asked('materials.finish').length === 1;
      delete at.counter.instead['materials.finish'];
      const result = await at.counter.answer({ ...asked, onceKey: undefined });
      // The first to finish is the last to be heard of, and as the order stood then.
      if (first) await new Promise<void>((resolve) => late.push(resolve));
      return result;
    };
    const one = materials.take('business-licence', picture(1000));
    await vi.waitFor(() => expect(late).toHaveLength(1));
    await materials.take('authorisation-letter', picture(500));
    late[0]?.();
    await one;
    expect(stored(session).toSorted()).toEqual(['authorisation-letter', 'business-licence']);
  });

  it('stops with the line, and goes on when asked', async () => {
    const { at, session, materials } = await desk();
    await broken(at, () => materials.take('business-licence', picture(1000)));
    expect(standing(materials.work.value, 'business-licence')).toBe('stopped');
    await materials.resume('business-licence');
    expect(stored(session)).toEqual(['business-licence']);
  });
});

/** The line stays away while something is tried, however often it is tried again. */
async function broken({ counter, hand }: OpenCounter, trying: () => Promise<void>): Promise<void> {
  counter.instead['materials.piece'] = () => {
    throw new TypeError('Failed to fetch');
  };
  let done = false;
  const tried = trying().then(() => {
    done = true;
  });
  while (!done) {
    await hand.pass(60_000);
    // Digests are computed elsewhere, and arrive with the loop's next turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  await tried;
  delete counter.instead['materials.piece'];
}
