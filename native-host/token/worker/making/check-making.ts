import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { newPinFault } from '@certbridge/shared/domain/new-pin-rules.ts';
import { cleanText } from '../../../clean-text.ts';
import { refuse } from '../refused.ts';
import type { MakingRules } from './making-rules.ts';

const CHARACTERS: Readonly<Record<NonNullable<MakingRules['pin']['characters']>, RegExp>> = {
  digits: /^[0-9]*$/,
  'letters-and-digits': /^[0-9A-Za-z]*$/,
  ascii: /^[\x20-\x7e]*$/,
};

interface Wanted {
  readonly claims: WorkOrderClaims;
  readonly pin: string;
}

/** Everything that this kind of key is known to refuse, found before the key is touched. */
export function checkMaking({ claims, pin }: Wanted, rules: MakingRules): void {
  if (!rules.hasAdministrator) {
    const capability = 'administrator password';
    refuse('CAPABILITY_MISSING', { values: { capability }, support: 'no administrator once there is a user' });
  }
  checkLabel(orderedLabel(claims), rules.label);
  checkPin(pin, rules.pin);
}

/** As the token will tell it again. */
export function orderedLabel({ terms }: WorkOrderClaims): string {
  return cleanText(terms.label ?? '');
}

function checkLabel(label: string, { maxBytes, suffix, ofBlankKeys }: MakingRules['label']): void {
  if (label === '') refuse('WORK_ORDER_TERMS', { support: 'label: nothing that can be read' });
  if (Buffer.byteLength(label) > maxBytes) refuse('LABEL_TOO_LONG', { values: { max: maxBytes } });
  if (ofBlankKeys.includes(label + suffix)) refuse('WORK_ORDER_TERMS', { support: "label: a blank key's" });
}

function checkPin(pin: string, { min, max, characters }: MakingRules['pin']): void {
  const fault = newPinFault(pin, { length: { min, max } });
  if (fault) refuse(fault, { values: { min, max } });
  if (characters && !CHARACTERS[characters].test(pin)) refuse('PIN_CHARACTERS');
}
