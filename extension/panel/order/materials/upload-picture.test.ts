import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter, openOrder } from '../testing/open-counter.ts';
import { PIECE_BYTES, uploadPicture } from './upload-picture.ts';

const ID = 'b1e29f04-3a5c-4c62-8f6e-2f1a33c0f7d1';

function picture(bytes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: bytes }, (_, index) => (index * 31) % 251);
}

/** A service that keeps what it is sent, and whose line breaks as the test wants. */
function receiving(breaks: (piece: number, offset: number) => Result<never> | undefined = () => undefined) {
  let received: number[] = [];
  const offsets: number[] = [];
  const progress: number[] = [];
  const waits: (() => void)[] = [];
  const ask = async (name: string, input: { offset?: number; data?: string; bytes?: number }) => {
    if (name === 'materials.begin') return ok({ uploadId: ID, offset: received.length });
    if (name === 'materials.finish') return ok({ finished: received.length });
    const offset = input.offset ?? 0;
    offsets.push(offset);
    const broken = breaks(offsets.length, received.length);
    if (broken) return broken;
    if (offset !== received.length) return fail('UPLOAD_OFFSET', { values: { offset: received.length } });
    received = [...received, ...Array.from(atob(input.data ?? ''), (letter) => letter.charCodeAt(0))];
    return ok({ offset: received.length });
  };
  const clock = {
    now: () => 0,
    after(_: number, go: () => void) {
      waits.push(go);
      queueMicrotask(go);
      return () => undefined;
    },
  };
  const asking = { ask, clock } as unknown as Parameters<typeof uploadPicture>[0];
  const upload = (bytes: Uint8Array<ArrayBuffer>) =>
    uploadPicture(asking, {
      orderId: ID,
      slot: 'business-licence',
      bytes,
      onProgress: (sent) => progress.push(sent),
    });
  return { upload, offsets, progress, waits, received: () => Uint8Array.from(received) };
}

describe('a picture', () => {
  it('travels in pieces, of which the service takes each', async () => {
    const bytes = picture(PIECE_BYTES * 2 + 17);
    const it = receiving();
    expect(await it.upload(bytes)).toEqual(ok({ finished: bytes.length }));
    expect(it.received()).toEqual(bytes);
    expect(it.offsets).toEqual([0, PIECE_BYTES, PIECE_BYTES * 2]);
    expect(it.progress).toEqual([0, PIECE_BYTES, PIECE_BYTES * 2, bytes.length]);
  });

  it('loses one piece on a bad line, and sends only that one again', async () => {
    const bytes = picture(PIECE_BYTES * 2);
    const it = receiving((piece) => (piece === 2 ? fail('SERVICE_UNREACHABLE') : undefined));
    expect(await it.upload(bytes)).toMatchObject({ ok: true });
    expect(it.offsets).toEqual([0, PIECE_BYTES, PIECE_BYTES]);
    expect(it.received()).toEqual(bytes);
  });

  it('goes on where the service says that it is', async () => {
    const bytes = picture(PIECE_BYTES * 3);
    const elsewhere = fail('UPLOAD_OFFSET', { values: { offset: 0 } });
    const it = receiving((piece, offset) => (piece === 1 && offset === 0 ? elsewhere : undefined));
    expect(await it.upload(bytes)).toMatchObject({ ok: true });
    expect(it.received()).toEqual(bytes);
  });

  it('stops when the line stays away, and says why', async () => {
    const it = receiving(() => fail('SERVICE_UNREACHABLE'));
    expect(await it.upload(picture(10))).toEqual(fail('SERVICE_UNREACHABLE'));
    expect(it.offsets).toHaveLength(5);
    expect(it.waits).toHaveLength(4);
  });

  it('does not ask for ever for a piece that the service never takes', async () => {
    const it = receiving(() => fail('UPLOAD_OFFSET', { values: { offset: 0 } }));
    expect(await it.upload(picture(10))).toMatchObject({ ok: false, error: { code: 'UPLOAD_OFFSET' } });
  });

  it('is refused at once when something is wrong with it', async () => {
    const it = receiving(() => fail('MATERIAL_TOO_LARGE', { values: { limit: '1.5' } }));
    expect(await it.upload(picture(10))).toMatchObject({ error: { code: 'MATERIAL_TOO_LARGE' } });
    expect(it.offsets).toHaveLength(1);
  });

  it('begun again, goes on where it stopped', async () => {
    const bytes = picture(PIECE_BYTES * 2);
    let down = true;
    const it = receiving((piece) => (down && piece > 1 ? fail('SERVICE_UNREACHABLE') : undefined));
    await it.upload(bytes);
    down = false;
    it.offsets.length = 0;
    expect(await it.upload(bytes)).toMatchObject({ ok: true });
    expect(it.offsets).toEqual([PIECE_BYTES]);
    expect(it.received()).toEqual(bytes);
  });
});

it('an upload that was left lying too long begins from the beginning', async () => {
  const at = openCounter();
  const session = await openOrder(at, UNIT_APPLICATION);
  const { id: orderId } = session.order.peek() ?? { id: '' };
  let lost = true;
  at.counter.instead['materials.finish'] = () => {
    lost = false;
    delete at.counter.instead['materials.finish'];
    return fail('UPLOAD_UNKNOWN');
  };
  const result = await uploadPicture(session, {
    orderId,
    slot: 'business-licence',
    bytes: picture(100),
    onProgress: () => undefined,
  });
  expect(lost).toBe(false);
  expect(result).toMatchObject({ ok: true });
  expect(at.asked('materials.begin')).toHaveLength(2);
});
