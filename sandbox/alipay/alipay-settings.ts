import * as z from 'zod/mini';
import { type Html, html } from '../http/html.ts';
import { both, type Said } from '../http/tool-page.ts';
import type { AlipayKeys } from './alipay-keys.ts';
import type { AlipaySwitches } from './switches.ts';

const on = z.pipe(
  z.optional(z.literal('on')),
  z.transform((value) => value === 'on'),
);

/** The form's switches: a box that is not ticked is not sent. */
export const alipaySwitches = z.object({ signsSignType: on, finishesAtOnce: on, billsToday: on });

const NAMES: Readonly<Record<keyof AlipaySwitches, Said>> = {
  signsSignType: { zh: '通知签名包含 sign_type', en: 'notifications’ signatures cover sign_type' },
  finishesAtOnce: { zh: '付款后即完结（不能退款）', en: 'trades are finished at once: no refunds' },
  billsToday: { zh: '当天账单当天可下载', en: 'today’s bill is there today' },
};

/** How a service that was started by hand finds Alipay. The keys are not shown: `npm start` writes them into its file. */
export function alipaySettings(keys: AlipayKeys, switches: AlipaySwitches, ownHost: string): Html {
  const choices = Object.entries(NAMES).map(
    ([name, said]) =>
      html`<label class="choice"><input type="checkbox" name="${name}" value="on"${switches[name as keyof AlipaySwitches] && html` checked`}> <span>${both(said)}</span></label>`,
  );
  return html`<form method="post" action="/alipay/switches"><fieldset><legend>${both({ zh: '支付宝的设置', en: 'Alipay’s own settings' })}</legend>${choices}</fieldset>
<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>
<dl><dt class="code">gateway</dt><dd class="code">http://${ownHost}/alipay/gateway.do</dd>
<dt class="code">appId</dt><dd class="code">${keys.appId}</dd><dt class="code">sellerId</dt><dd class="code">${keys.sellerId}</dd></dl>
<p class="note">${both({ zh: 'npm start 已把密钥写入 CERTBRIDGE_ALIPAY_FILE 所指的文件，更换后会重写。', en: 'npm start writes the keys into the file that CERTBRIDGE_ALIPAY_FILE names, and again when they change.' })}</p>`;
}
