import type { Result } from '@certbridge/shared/contract/result.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { KeyDetails } from '@certbridge/shared/domain/key.ts';
import { errorOfCkr } from '../../pkcs11/ckr-table.ts';
import { driverErrorOf } from '../../pkcs11/driver-error.ts';
import type { PublicObjects } from '../../pkcs11/token-driver.ts';
import { summariesOf } from '../summaries-of.ts';
import type { TokenBoard } from '../token-board.ts';
import type { WorkerHandler, WorkerParts } from '../worker-handler.ts';

type ReadError = 'KEY_NOT_FOUND' | 'KEY_REMOVED' | 'DRIVER_FAULT';

export function tokenRead({ board, queue, clock }: WorkerParts): WorkerHandler<'token.read'> {
  return ({ keyId }) =>
    queue.run(async (): Promise<Result<KeyDetails, ReadError>> => {
      const view = board.look();
      const key = view.keys.find((candidate) => candidate.keyId === keyId);
      if (!key) return absent(board, keyId, view.fault?.support);
      const objects = readObjects(board, keyId);
      if (!objects.ok) return objects;
      return ok({ ...key, certificates: await summariesOf(objects.value, new Date(clock.now())) });
    });
}

function absent(board: TokenBoard, keyId: string, support: string | undefined): Result<never, ReadError> {
  if (support !== undefined) return fail('DRIVER_FAULT', { support });
  return board.hasSeen(keyId) ? fail('KEY_REMOVED') : fail('KEY_NOT_FOUND');
}

function readObjects(board: TokenBoard, keyId: string): Result<PublicObjects, ReadError> {
  try {
    return ok(board.publicObjects(keyId));
  } catch (cause) {
    const error = driverErrorOf(cause);
    const { code, support } = errorOfCkr(error.code, 'reading');
    if (code === 'KEY_REMOVED') return fail(code, { support });
    // Drivers have other words for a pulled key too; whether it is still there is what counts.
    const stillThere = board.look().keys.some((key) => key.keyId === keyId);
    return fail(stillThere ? 'DRIVER_FAULT' : 'KEY_REMOVED', { support });
  }
}
