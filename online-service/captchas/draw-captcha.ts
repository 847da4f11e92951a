import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { ok } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { OperationHandler } from '../operation-handler.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';
import type { Transact } from '../stores.ts';
import { newCaptcha } from './captcha.ts';
import type { CaptchaPainter } from './paint-captcha.ts';

export interface CaptchaTools {
  readonly transact: Transact;
  readonly index: BlindIndex;
  readonly now: () => Date;
  readonly paint: CaptchaPainter;
}

export function drawCaptcha(tools: CaptchaTools): OperationHandler<OnlineContract['captchas.draw']> {
  return async (_input, { address }) => {
    const captcha = newCaptcha(tools.now());
    const limited = await tools.transact(async (stores) => {
      const tooFast = await withinLimits(stores.limits, [[LIMITS_OF.captchasFromAddress, address]], tools);
      if (!tooFast) await stores.captchas.add(captcha);
      return tooFast;
    });
    if (limited) return limited;
    const picture = await tools.paint(captcha);
    return ok({ id: captcha.id, picture: picture.toString('base64'), until: captcha.until.toISOString() });
  };
}
