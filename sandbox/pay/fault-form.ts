import { type Html, html } from '../http/html.ts';
import { both, type Said } from '../http/tool-page.ts';
import { type FaultPanel, PAY_ANSWERS, PAY_FAULTS, type PayAnswer, type PayFault } from './fault-panel.ts';
import type { PayProvider } from './trade.ts';

const ANSWERS: Readonly<Record<PayAnswer, Said>> = {
  here: { zh: '正常', en: 'answers' },
  down: { zh: '连不上', en: 'is down' },
  slow: { zh: '很慢（20 秒）', en: 'is slow (20 s)' },
  failing: { zh: '办了，但回 502', en: 'does it, but says 502' },
  half: { zh: '办了，但只回一半', en: 'does it, but says half' },
};

const FAULTS: Readonly<Record<PayFault, Said>> = {
  lost: { zh: '通知丢失', en: 'notification lost' },
  doubled: { zh: '通知发两遍', en: 'notification doubled' },
  late: { zh: '通知晚到', en: 'notification late' },
  'before-reply': { zh: '下单还没回复就已付款并通知', en: 'paid and told before the order is answered' },
  forged: { zh: '先来一个伪造的通知', en: 'a forged notification first' },
  'wrong-amount': { zh: '付的金额不对', en: 'another sum is paid' },
};

export function faultForm(provider: PayProvider, panel: FaultPanel): Html {
  const answers = PAY_ANSWERS.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="answers" value="${one}"${one === panel.answers && html` checked`}> <span>${both(ANSWERS[one])}</span></label>`,
  );
  const faults = PAY_FAULTS.map(
    (one) =>
      html`<label class="choice"><input type="checkbox" name="${one}" value="on"${panel.has(one) && html` checked`}> <span>${both(FAULTS[one])}</span></label>`,
  );
  return html`<form method="post" action="/wallet/faults"><input type="hidden" name="provider" value="${provider}">
<fieldset><legend>${both({ zh: '商户来问时', en: 'when a shop asks, it' })}</legend>${answers}</fieldset>
<fieldset><legend>${both({ zh: '付款与通知', en: 'payments and notifications' })}</legend>${faults}</fieldset>
<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>`;
}
