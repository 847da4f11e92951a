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
import { checkMaking, orderedLabel } from './check-making.ts';
import { type MakingRules, makingRules } from './making-rules.ts';
import { transportPin } from './transport-pin.ts';

type Input = InputOf<WorkerContract['making.initialise']>;

export interface FreshToken {
  readonly serial: string;
  readonly rules: MakingRules;
}

interface Candidate {
  readonly board: TokenBoard;
  readonly token: IdentifiedToken;
  readonly rules: MakingRules;
}

/**
 * An initialised token for the order: the blank one, or the one that an earlier run of this order began. Any other key
 * is refused, unless the order says that it is to be wiped.
 */
export function freshToken(
  parts: WorkerParts,
  input: Input,
  step: ReturnType<typeof stepsOf>,
): Promise<Result<FreshToken>> {
  const { board } = parts;
  return inQueue(parts, namedBy(input.claims.serial), () => {
    step('checking');
    board.look();
    const [token, twin] = board.present.filter(namedBy(input.claims.serial));
    if (!token || twin) return refuse('KEY_NOT_FOUND');
    const rules = makingRules(parts.profileOf(token), token);
    const candidate = { board, token, rules };
    checkMaking(input, rules);
    if (!token.blank && isOurs(candidate, input)) return { serial: token.serial, rules };
    if (!token.blank && !input.claims.terms.wipeInitialised) return refuse('KEY_NOT_BLANK');
    step('writing');
    return { serial: initialise(candidate, input), rules };
  });
}

/** Begun by this order: it left its paper there; or it only came as far as the label, and nothing is on the key. */
function isOurs({ board, token, rules }: Candidate, { claims }: Input): boolean {
  const opened = board.open(({ keyId }) => keyId === token.keyId);
  if (!opened) return refuse('KEY_REMOVED');
  const { session } = opened;
  try {
    if (session.find('data', { label: paperLabel(claims.order, 'custody') }).length > 0) return true;
    const isEmpty = session.find('certificate').length + session.find('public-key').length === 0;
    return isEmpty && token.label === orderedLabel(claims) + rules.label.suffix;
  } finally {
    session.close();
  }
}

/** Some tokens get their serial only now (SoftHSM2): then it is the one that was not there before. */
function initialise({ board, token, rules }: Candidate, { claims }: Input): string {
  const before = new Set(board.present.map(({ keyId }) => keyId));
  board.initToken(token, rules.blankSoPin ?? transportPin(claims, rules), orderedLabel(claims));
  board.look();
  const usable = board.present.filter(({ blank }) => !blank);
  const made =
    usable.find(({ serial }) => token.serial !== '' && serial === token.serial) ??
    usable.find(({ keyId }) => !before.has(keyId));
  return made?.serial ?? refuse('WRITE_NOT_VERIFIED', { support: 'initialised token not found' });
}
