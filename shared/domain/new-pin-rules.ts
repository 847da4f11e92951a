export interface NewPinCircumstances {
  /** What the key takes, in bytes of UTF-8. */
  readonly length: { readonly min: number; readonly max: number };
  /** yyyymmdd, of the holder, where it is known. */
  readonly birthday?: string | undefined;
  /** Where the user had to give it. */
  readonly oldPin?: string | undefined;
}

export type NewPinFault = 'PIN_LENGTH' | 'PIN_SAME' | 'PIN_TRIVIAL';

/** Neither repeated nor a sequence, and all the same what people try first: lines on a number pad, wishes, words. */
const WELL_KNOWN = [
  '123321',
  '147258',
  '147852',
  '159357',
  '159753',
  '258369',
  '321654',
  '123654',
  '520131',
  '5201314',
  '1314520',
  '789456',
  '1q2w3e4r',
  '1qaz2wsx',
  'qwerty',
  'password',
  'p@ssw0rd',
  'admin123',
];

/** A digits-only password of this length is a birthday's month and day with little around it. */
const BIRTHDAY_PIN_DIGITS = 8;

/** What is wrong with a new password, before the key is asked; nothing when it will do. */
export function newPinFault(pin: string, { length, birthday, oldPin }: NewPinCircumstances): NewPinFault | undefined {
  const bytes = bytesOf(pin);
  if (bytes < length.min || bytes > length.max) return 'PIN_LENGTH';
  if (pin === oldPin) return 'PIN_SAME';
  const plain = pin.toLowerCase();
  const trivial =
    WELL_KNOWN.includes(plain) || isRepeated(plain) || isSequence(plain) || hasBirthday(plain, birthday ?? '');
  return trivial ? 'PIN_TRIVIAL' : undefined;
}

/** 111111, 121212, 1231231: a beginning of at most half the length, over and over. */
function isRepeated(pin: string): boolean {
  for (let period = 1; period <= pin.length / 2; period += 1) {
    if (pin.startsWith(pin.slice(period))) return true;
  }
  return false;
}

/** 123456, 876543, 890123, abcdef, 112233: the same step up or down, each character once or several times. */
function isSequence(pin: string): boolean {
  const steps = new Set<number>();
  const characters = [...pin].filter((character, index, all) => character !== all[index - 1]);
  for (let index = 1; index < characters.length; index += 1) {
    steps.add(stepBetween(characters[index - 1] ?? '', characters[index] ?? ''));
  }
  const [step] = steps;
  return characters.length === 1 || (steps.size === 1 && (step === 1 || step === -1));
}

/** Digits go round: after 9 comes 0. */
function stepBetween(from: string, to: string): number {
  const step = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  const digits = /\d/.test(from) && /\d/.test(to);
  return digits && Math.abs(step) === 9 ? -Math.sign(step) : step;
}

function hasBirthday(pin: string, birthday: string): boolean {
  if (!/^\d{8}$/.test(birthday)) return false;
  if (pin.includes(birthday.slice(2))) return true;
  return /^\d+$/.test(pin) && pin.length <= BIRTHDAY_PIN_DIGITS && pin.includes(birthday.slice(4));
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
