import type { CaptchaGate } from '../orders/captcha-gate.ts';
import { answerTo } from './captcha.ts';

export function captchaGate(now: () => Date): CaptchaGate {
  return {
    async passes(stores, { id, answer }) {
      const captcha = await stores.captchas.take(id);
      if (!captcha || captcha.until <= now()) return false;
      return Number(answer.normalize('NFKC').trim() || Number.NaN) === answerTo(captcha);
    },
  };
}
