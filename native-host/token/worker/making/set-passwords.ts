import { randomBytes } from 'node:crypto';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { errorOfCkr } from '../../pkcs11/ckr-table.ts';
import { TokenError } from '../../pkcs11/token-error.ts';
import type { WorkerContract } from '../../worker-contract.ts';
import type { OpenToken } from '../open-token.ts';
import { type Paper, readPaper, writePaper } from '../order/papers.ts';
import { refuse } from '../refused.ts';
import type { stepsOf } from '../steps.ts';
import { transportPin } from './transport-pin.ts';

type Verb = WorkerContract['making.initialise'];

/** Hexadecimal: every token takes these characters. 64 bits, behind a handful of tries. */
const SO_PIN_CHARACTERS = 16;

/**
 * The user's first password, then an administrator's password that nobody here ever sees. It is sealed to the service,
 * and the sealed form written to the key, before the key gets it: whatever is cut, the key itself still has the one
 * copy that the service can open.
 */
export async function setPasswords(
  token: OpenToken,
  input: InputOf<Verb>,
  step: ReturnType<typeof stepsOf>,
): Promise<OutputOf<Verb>> {
  const { claims, custodyKey, pin } = input;
  const { session, key } = token;
  const { userPinSet, pinLength } = token.sameKey();
  const length = Buffer.byteLength(pin);
  if (length < pinLength.min || length > pinLength.max) refuse('PIN_LENGTH', { values: { ...pinLength } });
  const [custody, made] = (['custody', 'made'] as const).map((paper): Paper => ({ order: claims.order, paper }));
  if (!custody || !made) return refuse('INTERNAL');
  const transport = transportPin(claims, pinLength.max);
  step('writing');
  if (!userPinSet) {
    session.login('administrator', transport);
    session.initPin(pin);
    session.logout();
  }
  const known = readPaper(token, custody);
  if (!known || (!readPaper(token, made) && stillTransport(token, transport))) {
    const soPin = randomBytes(SO_PIN_CHARACTERS / 2)
      .toString('hex')
      .slice(0, pinLength.max);
    const { seal } = await import('../../../unlock/hpke.ts');
    const info = custodyInfo({ ...claims, serial: key.serial });
    const sealed = await seal(custodyKey, Buffer.from(soPin), { info, aad: claims.order });
    token.signIn({ pin });
    writePaper(token, custody, Buffer.from(sealed));
    session.logout();
    step('writing');
    rotate(token, { from: transport, to: soPin });
  }
  token.signIn({ pin });
  writePaper(token, made, Buffer.from('1'));
  const sealedSoPin = readPaper(token, custody) ?? refuse('WRITE_NOT_VERIFIED', { support: 'custody' });
  return { serial: key.serial, sealedSoPin: Buffer.from(sealedSoPin).toString() };
}

function rotate({ session }: OpenToken, { from, to }: { readonly from: string; readonly to: string }): void {
  session.login('administrator', from);
  session.setPin(from, to);
  session.logout();
  session.login('administrator', to);
  session.logout();
}

/** The one question that may cost an administrator's try, and only after a cut between two calls. */
function stillTransport({ session }: OpenToken, transport: string): boolean {
  try {
    session.login('administrator', transport);
  } catch (cause) {
    if (cause instanceof TokenError && errorOfCkr(cause.code, cause.during).code === 'SO_PIN_WRONG') return false;
    throw cause;
  }
  session.logout();
  return true;
}
