import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Asked, OperationName } from './fake-fetch.ts';
import type { FakeOrder } from './fake-order.ts';

export interface UploadParts {
  readonly orders: ReadonlyMap<string, FakeOrder>;
  readonly view: (order: FakeOrder) => OrderView;
  readonly now: () => Date;
}

interface Upload {
  readonly slot: OrderView['materials'][number]['slot'];
  readonly bytes: number;
  readonly sha256: string;
  offset: number;
}

type Answers = { [Name in OperationName & `materials.${string}`]?: (asked: Asked) => Result<unknown> };

/** Pieces are counted, not kept; the same content begun again goes on where it stopped. */
export function fakeUploads({ orders, view, now }: UploadParts): Answers {
  const uploads = new Map<string, Upload>();

  function orderOf({ input }: Asked): FakeOrder {
    const order = orders.get(String(input['id']));
    if (!order) throw new Error('an upload to no order');
    return order;
  }

  return {
    'materials.begin': ({ input }) => {
      const sha256 = String(input['sha256']);
      const known = [...uploads].find(([, upload]) => upload.sha256 === sha256 && upload.slot === input['slot']);
      if (known) return ok({ uploadId: known[0], offset: known[1].offset });
      const uploadId = crypto.randomUUID();
      uploads.set(uploadId, {
        slot: input['slot'] as Upload['slot'],
        bytes: Number(input['bytes']),
        sha256,
        offset: 0,
      });
      return ok({ uploadId, offset: 0 });
    },
    'materials.piece': ({ input }) => {
      const upload = uploads.get(String(input['uploadId']));
      if (!upload) return fail('UPLOAD_UNKNOWN');
      if (input['offset'] !== upload.offset) return fail('UPLOAD_OFFSET', { values: { offset: upload.offset } });
      upload.offset += atob(String(input['data'])).length;
      return ok({ offset: upload.offset });
    },
    'materials.finish': (asked) => {
      const upload = uploads.get(String(asked.input['uploadId']));
      if (!upload) return fail('UPLOAD_UNKNOWN');
      const order = orderOf(asked);
      if (upload.offset !== upload.bytes) return fail('UPLOAD_DIFFERS');
      const stored = {
        slot: upload.slot,
        required: true,
        standing: 'stored' as const,
        bytes: upload.bytes,
        at: now().toISOString(),
      };
      order.stored = [...order.stored.filter(({ slot }) => slot !== upload.slot), stored];
      return ok(view(order));
    },
    'materials.phone': () =>
      ok({ url: 'https://service.example.cn/p/7Xc2', until: new Date(now().getTime() + 300_000).toISOString() }),
  };
}
