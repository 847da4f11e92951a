import { yuan } from '@certbridge/shared/domain/money.ts';
import { shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import { both, type Said, section, toolPage } from '../http/tool-page.ts';
import { faultForm } from './fault-form.ts';
import type { PayGateway, PayWorld } from './pay-world.ts';
import type { PayProvider, Trade } from './trade.ts';
import { deliveries, STATES, sums, trades } from './wallet-lists.ts';

export interface WalletPage {
  readonly ownHost: string;
  /** What was scanned, pasted or picked. */
  readonly code: string | undefined;
  readonly trade: Trade | undefined;
}

/** More than anybody reads. */
const SHOWN = 20;

export function walletPage(world: PayWorld, gateways: readonly PayGateway[], shown: WalletPage): Html {
  const { book, notifier } = world;
  return toolPage({
    title: { zh: '钱包', en: 'Wallet' },
    lead: {
      zh: '扮演付款人的手机，和支付宝、微信支付的网关。钱只在内存里，停止沙箱后清空。',
      en: 'Plays the payer’s phone, and the gateways of Alipay and WeChat Pay. Money is forgotten when the sandbox stops.',
    },
    fault:
      shown.code && !shown.trade
        ? {
            zh: '没有这个码的交易。请重新扫码，或从列表里选一笔。',
            en: 'No trade has this code. Scan again, or pick one from the list.',
          }
        : undefined,
    events: '/wallet/events',
    content: [
      pasting(),
      html`<div class="live" data-live>${[
        ...(shown.trade ? [paying(shown.trade, gateways)] : []),
        trades(book.all().slice(0, SHOWN), gateways),
        sums(gateways, book),
        deliveries(
          notifier.deliveries
            .newestFirst()
            .slice(0, SHOWN)
            .map(({ at, item }) => ({ ...item, at })),
        ),
      ]}</div>`,
      schedule(notifier.factor),
      ...gateways.map((gateway) =>
        section(
          { zh: `${gateway.name.zh}：故障与密钥`, en: `${gateway.name.en}: faults and keys` },
          html`${faultForm(gateway.provider, world.faults[gateway.provider])}${rotation(gateway.provider)}${gateway.settings(shown.ownHost)}`,
        ),
      ),
    ],
  });
}

function pasting(): Html {
  return section(
    { zh: '扫一扫', en: 'Scan' },
    html`<form method="get" action="/wallet"><label>${both({ zh: '粘贴二维码里的内容', en: 'what the QR says' })}<input name="code" required autocomplete="off" size="48"></label>
<button>${both({ zh: '打开', en: 'Open' })}</button></form>`,
  );
}

function paying(trade: Trade, gateways: readonly PayGateway[]): Html {
  const { code, title, amount, state, expiresAt } = trade;
  const gateway = gateways.find(({ provider }) => provider === trade.provider);
  const act = (path: string, said: Said) =>
    html`<form method="post" action="/wallet/${path}"><input type="hidden" name="code" value="${code}"><button>${both(said)}</button></form>`;
  return section(
    { zh: `付款 ¥${yuan(amount)}`, en: `Pay ${yuan(amount)} yuan` },
    html`<dl><dt>${both({ zh: '收款方', en: 'to' })}</dt><dd>${gateway?.merchant ?? ''}</dd>
<dt>${both({ zh: '内容', en: 'for' })}</dt><dd>${title}</dd>
<dt>${both({ zh: '方式', en: 'by' })}</dt><dd>${gateway && both(gateway.name)}</dd>
<dt>${both({ zh: '有效至', en: 'until' })}</dt><dd>${shownTime(expiresAt)}</dd>
<dt>${both({ zh: '状态', en: 'state' })}</dt><dd>${both(STATES[state])}</dd></dl>
${
  state === 'waiting' &&
  html`<div class="acts">${[
    act('pay', { zh: `确认付款 ¥${yuan(amount)}`, en: 'Pay' }),
    act('decline', { zh: '不付了', en: 'Decline' }),
    act('expire', { zh: '让它过期', en: 'Let it expire' }),
  ]}</div>`
}`,
  );
}

function schedule(factor: number): Html {
  return section(
    { zh: '重发的快慢', en: 'How fast notifications come again' },
    html`<form method="post" action="/wallet/schedule"><label>${both({ zh: '真实时间缩短到几分之一', en: 'real time divided by' })}<input name="factor" inputmode="numeric" required value="${factor}"></label>
<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>`,
  );
}

function rotation(provider: PayProvider): Html {
  return html`<form method="post" action="/wallet/rotate"><input type="hidden" name="provider" value="${provider}"><button>${both({ zh: '更换密钥', en: 'Rotate the keys' })}</button></form>`;
}
