import { type Html, html } from '../../http/html.ts';
import { both, type Said } from '../../http/tool-page.ts';
import type { ShopKeys } from './wechat-keys.ts';
import { WECHAT_SWITCHES, type WechatSwitch, type WechatSwitches } from './wechat-switches.ts';

const SWITCHES: Readonly<Record<WechatSwitch, Said>> = {
  'not-enough': { zh: '余额不足，不能退款', en: 'no money left to refund' },
  'refund-abnormal': { zh: '退款异常（对方的卡收不了）', en: 'refunds end abnormally (the card takes nothing)' },
  'refund-closed': { zh: '退款关闭', en: 'refunds are closed' },
  limited: { zh: '总说频率超限', en: 'always says too many requests' },
  'bill-at-once': { zh: '当天就能下载账单', en: 'bills of today already' },
};

/** Switches of its own, a probe, and the file of settings for a service that was started by hand. */
export function wechatSettings(switches: WechatSwitches, keys: ShopKeys, ownHost: string): Html {
  const choices = WECHAT_SWITCHES.map(
    (one) =>
      html`<label class="choice"><input type="checkbox" name="${one}" value="on"${switches.has(one) && html` checked`}> <span>${both(SWITCHES[one])}</span></label>`,
  );
  const file = JSON.stringify(
    { baseURL: `http://${ownHost}/wechat/`, notifyUrl: 'http://127.0.0.1:7200/v1/notifications/wechat', ...keys },
    null,
    2,
  );
  return html`<form method="post" action="/wechat/switches">${choices}<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>
<form method="post" action="/wechat/probe"><button>${both({ zh: '发一次验签探测', en: 'Probe whether signatures are verified' })}</button></form>
<details><summary>${both({ zh: 'CERTBRIDGE_WECHAT_FILE 的内容', en: 'what CERTBRIDGE_WECHAT_FILE holds' })}</summary><pre class="code">${file}</pre></details>
<p class="note">npm start 已自动设置。密钥每次启动都不同。 <span lang="en">npm start has set them. The keys are new with every start.</span></p>`;
}
