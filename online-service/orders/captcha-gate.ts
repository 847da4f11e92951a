import type { Stores } from '../stores.ts';

export interface CaptchaGate {
  /** Uses the captcha up, right or wrong. */
  passes(stores: Stores, captcha: { readonly id: string; readonly answer: string }): Promise<boolean>;
}
