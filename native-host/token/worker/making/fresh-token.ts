import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { WorkerContract } from '../../worker-contract.ts';
import type { IdentifiedToken } from '../identify-tokens.ts';
import { inQueue, namedBy } from '../on-token.ts';
import { paperLabel } from '../order/order-tag.ts';
import { refuse } from '../refused.ts';
import type { stepsOf } from '../steps.ts';
import type { TokenBoard } from '../token-board.ts';
import type { WorkerParts } from '../worker-handler.ts';
import { transportPin } from './transport-pin.ts';

type Input = InputOf<WorkerContract['making.initialise']>;

/** Where a token tells no limits before it is initialised. */
const USUAL_PIN_BYTES = 16;

/**
 * An initialised token for the order: the blank one, or the one that an earlier run of this order began. Any other key
 * is refused, unless the order says that it is to be wiped.
 */
export function freshToken(
  parts: WorkerParts,
  input: Input,
  step: ReturnType<typeof stepsOf>,
): Promise<Result<{ readonly serial: string }>> {
  const { board } = parts;
  return inQueue(parts, namedBy(input.claims.serial), () => {
    step('checking');
    board.look();
    const [token, twin] = board.present.filter(namedBy(input.claims.serial));
    if (!token || twin) return refuse('KEY_NOT_FOUND');
    if (!token.blank && isOurs(board, token, input)) return { serial: token.serial };
    if (!token.blank && !input.claims.terms.wipeInitialised) return refuse('KEY_NOT_BLANK');
    step('writing');
    return { serial: initialise(board, token, input) };
  });
}

/** Begun by this order: it left its paper there; or it only came as far as the label, and nothing is on the key. */
function isOurs(board: TokenBoard, token: IdentifiedToken, { claims }: Input): boolean {
  const opened = board.open(({ keyId }) => keyId === token.keyId);
  if (!opened) return refuse('KEY_REMOVED');
  const { session } = opened;
  try {
    if (session.find('data', { label: paperLabel(claims.order, 'custody') }).length > 0) return true;
    const isEmpty = session.find('certificate').length + session.find('public-key').length === 0;
    return isEmpty && token.label === claims.terms.label?.trim();
  } finally {
    session.close();
  }
}

/** Some tokens get their serial only now (SoftHSM2): then it is the one that was not there before. */
function initialise(board: TokenBoard, token: IdentifiedToken, { claims }: Input): string {
  const before = new Set(board.present.map(({ keyId }) => keyId));
  board.initToken(token, transportPin(claims, USUAL_PIN_BYTES), claims.terms.label ?? '');
  board.look();
  const usable = board.present.filter(({ blank }) => !blank);
  const made =
    usable.find(({ serial }) => token.serial !== '' && serial === token.serial) ??
    usable.find(({ keyId }) => !before.has(keyId));
  return made?.serial ?? refuse('WRITE_NOT_VERIFIED', { support: 'initialised token not found' });
}
