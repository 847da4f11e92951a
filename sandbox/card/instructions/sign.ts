import { CardRefusal, type Command, SW } from '../apdu.ts';
import { type Answer, type Chip, requirePin } from '../chip.ts';
import { privateKey } from '../private-keys.ts';
import { ECDSA_BY_ALGORITHM } from '../signatures/ecdsa.ts';
import { RSA_BY_ALGORITHM } from '../signatures/rsa.ts';

/** P1 is the key, P2 the algorithm. */
export function sign(chip: Chip, command: Command): Answer {
  requirePin(chip);
  const key = privateKey(chip, command.p1);
  const table = key.asymmetricKeyType === 'rsa' ? RSA_BY_ALGORITHM : ECDSA_BY_ALGORITHM;
  const algorithm = table.get(command.p2);
  if (!algorithm) throw new CardRefusal(SW.wrongParameters);
  return { status: SW.ok, data: algorithm(key, command.data) };
}
