import { type Html, html } from '../../http/html.ts';
import { both, type Said } from '../../http/tool-page.ts';
import { APPID, MCHID } from './wechat-keys.ts';
import { WECHAT_SWITCHES, type WechatSwitch, type WechatSwitches } from './wechat-switches.ts';

const SWITCHES: Readonly<Record<WechatSwitch, Said>> = {
  'not-enough': { zh: '余额不足，不能退款', en: 'no money left to refund' },
  'refund-abnormal': { zh: '退款异常（对方的卡收不了）', en: 'refunds end abnormally (the card takes nothing)' },
  'refund-closed': { zh: '退款关闭', en: 'refunds are closed' },
  limited: { zh: '总说频率超限', en: 'always says too many requests' },
  'bill-at-once': { zh: '当天就能下载账单', en: 'bills of today already' },
};

/** How a service that was started by hand finds it, its own switches, and a probe. The keys are not shown. */
export function wechatSettings(switches: WechatSwitches, ownHost: string): Html {
  const choices = WECHAT_SWITCHES.map(
    (one) =>
      html`<label class="choice"><input type="checkbox" name="${one}" value="on"${switches.has(one) && html` checked`}> <span>${both(SWITCHES[one])}</span></label>`,
  );
  return html`<form method="post" action="/wechat/switches"><fieldset><legend>${both({ zh: '微信支付的设置', en: 'WeChat Pay’s own settings' })}</legend>${choices}</fieldset>
<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>
<form method="post" action="/wechat/probe"><button>${both({ zh: '发一次验签探测', en: 'Probe whether signatures are verified' })}</button></form>
<dl><dt class="code">baseURL</dt><dd class="code">http://${ownHost}/wechat/</dd>
<dt class="code">mchid</dt><dd class="code">${MCHID}</dd><dt class="code">appid</dt><dd class="code">${APPID}</dd></dl>
<p class="note">${both({ zh: 'npm start 已把密钥写入 CERTBRIDGE_WECHAT_FILE 所指的文件，更换后会重写。', en: 'npm start writes the keys into the file that CERTBRIDGE_WECHAT_FILE names, and again when they change.' })}</p>`;
}
