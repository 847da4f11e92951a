import { residentIdCheckDigit } from '@certbridge/shared/domain/identity-numbers/resident-id.ts';

/** Somebody who does not exist, with numbers that could. */
export interface SamplePerson {
  readonly name: string;
  readonly mobile: string;
  readonly idNumber: string;
}

/** In Zhengzhou, on the day of a standard's example. */
const BEGINNING = '41010519880512';
const MOST = 999;
let known = 0;

/** Nobody applies twice: tries and unfinished orders are counted by person. */
export function newPerson(name = '李示例'): SamplePerson {
  known += 1;
  if (known > MOST) throw new Error('no more people');
  const serial = String(known).padStart(3, '0');
  const id = `${BEGINNING}${serial}`;
  return { name, mobile: `13800138${serial}`, idNumber: `${id}${residentIdCheckDigit(`${id}0`)}` };
}

export const SAMPLE_UNIT = {
  name: '示例市政工程有限公司',
  creditCode: '91110000600037341L',
  phone: '0371-65858585',
} as const;

/** Passes Luhn's check; no bank has given it out. */
export const SAMPLE_CARD = '6222020200112230004';

/** A unit's account, another one for each application: each has a statement of its own. */
export function newAccount(): string {
  known += 1;
  return `4100150201005${String(known).padStart(4, '0')}1`;
}
