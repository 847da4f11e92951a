import type { Result } from '@certbridge/shared/contract/result.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { KeyDetails } from '@certbridge/shared/domain/key.ts';
import { errorOfCkr } from '../../pkcs11/ckr-table.ts';
import { driverErrorOf } from '../../pkcs11/driver-error.ts';
import type { PublicObjects } from '../../pkcs11/token-driver.ts';
import { isGone } from '../is-gone.ts';
import { summariesOf } from '../summaries-of.ts';
import type { TokenBoard } from '../token-board.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

type ReadError = 'KEY_NOT_FOUND' | 'KEY_REMOVED' | 'DRIVER_FAULT';

export function tokenRead(parts: WorkerParts): WorkerHandler<'token.read'> {
  const { board, queue, clock } = parts;
  return ({ keyId }) =>
    queue.run(async (): Promise<Result<KeyDetails, ReadError>> => {
      const view = board.look();
      const key = view.keys.find((candidate) => candidate.keyId === keyId);
      if (!key) return absent(board, keyId, view.fault?.support);
      const objects = await readObjects(parts, keyId);
      if (!objects.ok) return objects;
      return ok({ ...key, certificates: await summariesOf(objects.value, new Date(clock.now())) });
    });
}

function absent(board: TokenBoard, keyId: string, support: string | undefined): Result<never, ReadError> {
  if (support !== undefined) return fail('DRIVER_FAULT', { support });
  return board.hasSeen(keyId) ? fail('KEY_REMOVED') : fail('KEY_NOT_FOUND');
}

async function readObjects(parts: WorkerParts, keyId: string): Promise<Result<PublicObjects, ReadError>> {
  try {
    return ok(parts.board.publicObjects(keyId));
  } catch (cause) {
    const error = driverErrorOf(cause);
    const { code, support } = errorOfCkr(error.code, 'reading');
    if (code === 'KEY_REMOVED') return fail(code, { support });
    const gone = await isGone(parts, (key) => key.keyId === keyId, error.code);
    return fail(gone ? 'KEY_REMOVED' : 'DRIVER_FAULT', { support });
  }
}
