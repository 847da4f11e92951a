import { randomInt, randomUUID } from 'node:crypto';

/** A small sum: easy for everybody, and never below nothing. */
export interface Captcha {
  readonly id: string;
  readonly first: number;
  readonly sign: 'plus' | 'minus';
  readonly second: number;
  readonly until: Date;
}

export interface CaptchaStore {
  add(captcha: Captcha): Promise<void>;
  find(id: string): Promise<Captcha | undefined>;
  /** Takes it out: whoever gets it is the only one. */
  take(id: string): Promise<Captcha | undefined>;
}

const VALID_MS = 10 * 60_000;

export function newCaptcha(now: Date): Captcha {
  const sign = randomInt(2) === 0 ? 'plus' : 'minus';
  const one = randomInt(1, 20);
  const other = randomInt(1, 10);
  const [first, second] = sign === 'minus' && one < other ? [other, one] : [one, other];
  return { id: randomUUID(), first, sign, second, until: new Date(now.getTime() + VALID_MS) };
}

export function answerTo({ first, sign, second }: Captcha): number {
  return sign === 'plus' ? first + second : first - second;
}
