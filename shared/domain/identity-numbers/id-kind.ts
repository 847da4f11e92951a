import * as z from 'zod/mini';
import { accepted, type Checked, type Missing, refused } from '../checked.ts';
import { plainCode } from './as-typed.ts';
import { checkResidentId, type RESIDENT_ID_REASONS } from './resident-id.ts';

/** The papers by which a person can be identified. */
export const ID_KINDS = [
  'resident-id',
  'passport',
  'officer',
  'hk-macao-permit',
  'taiwan-permit',
  'police',
  'soldier',
] as const;

export const idKind = z.enum(ID_KINDS);
export type IdKind = z.infer<typeof idKind>;
type NumberedKind = Exclude<IdKind, 'resident-id'>;

export const ID_NUMBER_REASONS = [
  'passport-form',
  'officer-form',
  'hk-macao-permit-form',
  'taiwan-permit-form',
  'police-form',
  'soldier-form',
] as const satisfies readonly `${NumberedKind}-form`[];

type IdNumberReason = (typeof ID_NUMBER_REASONS)[number] | (typeof RESIDENT_ID_REASONS)[number] | Missing;

/** 军字第2001988号: the service's name, 字第, letters or digits, 号. */
const MILITARY = /^(\p{Script=Han}{1,6}?)字第?([0-9A-Z]{4,10})号?$/u;
/** Only the number, as newer cards of the services have it. */
const CARD = /^(?=.*\d)[0-9A-Z]{5,10}$/;

/**
 * Only resident identity numbers carry a check digit. The others are held to their form: loosely where several
 * editions are in use, or where no rule is published (the military ones).
 */
const FORMS: { readonly [Kind in NumberedKind]: readonly RegExp[] } = {
  // ICAO Doc 9303 gives the number nine places. Some of them are digits in every country.
  passport: [/^(?=.*\d)[0-9A-Z]{5,9}$/],
  officer: [MILITARY, CARD],
  // Card since 1999: H or M and eight digits; ten where the count of re-issues is read with it.
  'hk-macao-permit': [/^[HM]\d{8}(\d{2})?$/],
  // Card: eight digits. Booklet: ten, and a letter in brackets.
  'taiwan-permit': [/^\d{8}$/, /^\d{10}(\([A-Z]\))?$/],
  police: [MILITARY, CARD],
  soldier: [MILITARY, CARD],
};

export interface IdNumber {
  readonly kind: IdKind;
  readonly text: string;
}

/** The number on an identity paper. `today` is the date in China, after which nobody was born. */
export function checkIdNumber({ kind, text }: IdNumber, today: string): Checked<IdNumberReason> {
  if (kind === 'resident-id') return checkResidentId(text, today);
  const number = plainCode(text);
  if (number === '') return refused('missing');
  if (!FORMS[kind].some((form) => form.test(number))) return refused(`${kind}-form`);
  return accepted(writtenOut(number));
}

/** A military number in one spelling, so that the same one is found again: 军字第2001988号. */
function writtenOut(number: string): string {
  const [, service, serial] = MILITARY.exec(number) ?? [];
  return service && serial ? `${service}字第${serial}号` : number;
}
