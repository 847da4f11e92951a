import { CardRefusal, type Command, SW } from '../apdu.ts';
import type { Answer, Chip } from '../chip.ts';
import { checkSecret, REFERENCE, secretStatus } from '../secrets.ts';

/**
 * Without data: how many tries are left. Any other reference (OpenSC asks for 85 and 86, a PIN pad's)
 * is unknown, 6A88, which is what keeps OpenSC from claiming a protected authentication path.
 */
export function verify(chip: Chip, command: Command): Answer {
  if (command.p2 === REFERENCE.securityOfficer && command.data.length === 0) {
    return { status: secretStatus(chip, 'soPin') };
  }
  if (command.p2 !== REFERENCE.user) throw new CardRefusal(SW.objectNotFound);
  if (command.data.length === 0) return { status: secretStatus(chip, 'pin') };
  checkSecret(chip, 'pin', command.data);
  chip.session.verified = true;
  return { status: SW.ok };
}
