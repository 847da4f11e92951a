import { randomBytes } from 'node:crypto';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { WorkerContract } from '../../worker-contract.ts';
import type { OpenToken } from '../open-token.ts';
import { type Paper, readPaper, writePaper } from '../order/papers.ts';
import { refuse } from '../refused.ts';
import type { stepsOf } from '../steps.ts';
import { changeSoPin, setUserPin } from './administrator.ts';
import type { MakingRules } from './making-rules.ts';
import { transportPin } from './transport-pin.ts';

type Verb = WorkerContract['making.initialise'];

export interface PasswordsToSet {
  readonly input: InputOf<Verb>;
  /** Of the signed order: nobody else can choose who opens the password. */
  readonly custodyKey: string;
  readonly rules: MakingRules;
  readonly step: ReturnType<typeof stepsOf>;
}

/**
 * The user's first password, then an administrator's password that nobody here ever sees. It is sealed to the service,
 * and the sealed form written to the key, before the key gets it: whatever is cut, the key itself still has the one
 * copy that the service can open.
 */
export async function setPasswords(token: OpenToken, making: PasswordsToSet): Promise<OutputOf<Verb>> {
  const { claims, pin } = making.input;
  const paper = (name: 'custody' | 'made'): Paper => ({ order: claims.order, paper: name });
  token.sameKey();
  making.step('writing');
  if (!readPaper(token, paper('made')) && onTransport(token, making)) await giveOwnSoPin(token, making);
  token.signIn({ pin });
  writePaper(token, paper('made'), Buffer.from('1'));
  const sealed = readPaper(token, paper('custody')) ?? refuse('WRITE_NOT_VERIFIED', { support: 'custody' });
  return { serial: token.key.serial, sealedSoPin: Buffer.from(sealed).toString() };
}

/**
 * True while the administrator's password is still the order's; then the user has his. A password is only guessed after
 * a cut, and at most one guess is wrong: with the paper there, the key may have its own already; without it, it may have
 * the one of all blank keys.
 */
function onTransport(token: OpenToken, { input: { claims, pin }, rules }: PasswordsToSet): boolean {
  const { session } = token;
  const transport = transportPin(claims, rules);
  const sealed = readPaper(token, { order: claims.order, paper: 'custody' }) !== undefined;
  if (!sealed && rules.blankSoPin !== undefined) changeSoPin(session, { from: rules.blankSoPin, to: transport });
  const taken = setUserPin(session, { soPin: transport, pin });
  if (!taken && !sealed) refuse('KEY_NOT_BLANK', { support: 'same label, begun by another order' });
  return taken;
}

async function giveOwnSoPin(token: OpenToken, { input, custodyKey, rules, step }: PasswordsToSet): Promise<void> {
  const { claims, pin } = input;
  const { session, key } = token;
  const soPin = randomBytes(rules.soPinLength).toString('hex').slice(0, rules.soPinLength);
  const { seal } = await import('../../../unlock/hpke.ts');
  const info = custodyInfo({ ...claims, serial: key.serial });
  const sealed = await seal(custodyKey, Buffer.from(soPin), { info, aad: claims.order });
  token.signIn({ pin });
  writePaper(token, { order: claims.order, paper: 'custody' }, Buffer.from(sealed));
  session.logout();
  step('writing');
  const changed = changeSoPin(session, { from: transportPin(claims, rules), to: soPin });
  if (!changed || !setUserPin(session, { soPin, pin })) {
    refuse('WRITE_NOT_VERIFIED', { support: 'administrator password' });
  }
}
