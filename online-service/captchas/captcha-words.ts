import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { Captcha } from './captcha.ts';
import type { CaptchaTools } from './draw-captcha.ts';

/** For ears and braille. A machine could read it too: the limits, and the codes after it, are what stops machines. */
export function captchaWords(tools: CaptchaTools): OperationHandler<OnlineContract['captchas.words']> {
  return ({ id }, { address }) =>
    tools.transact(async (stores) => {
      const limited = await withinLimits(stores.limits, [[LIMITS_OF.captchasFromAddress, address]], tools);
      if (limited) return limited;
      const captcha = await stores.captchas.find(id);
      if (!captcha || captcha.until <= tools.now()) return fail('CAPTCHA_OVER');
      return ok(inWords(captcha));
    });
}

const ZH = [...'零一二三四五六七八九'];
const EN = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const EN_TEENS = [
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];

function inWords({ first, sign, second }: Captcha): { zh: string; en: string } {
  const plus = sign === 'plus';
  return {
    zh: `${zh(first)}${plus ? '加' : '减'}${zh(second)}等于几？请填数字。`,
    en: `What is ${en(first)} ${plus ? 'plus' : 'minus'} ${en(second)}? Answer in digits.`,
  };
}

function zh(number: number): string {
  if (number < 10) return ZH[number] ?? '';
  return `十${number > 10 ? (ZH[number - 10] ?? '') : ''}`;
}

function en(number: number): string {
  return EN[number] ?? EN_TEENS[number - 11] ?? '';
}
