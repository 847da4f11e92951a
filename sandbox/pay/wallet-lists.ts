import { yuan } from '@certbridge/shared/domain/money.ts';
import { shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import { both, type Said, section } from '../http/tool-page.ts';
import type { Books } from './book-lines.ts';
import type { Delivery, DeliveryEnd } from './notifier.ts';
import type { PayGateway } from './pay-world.ts';
import { type PayProvider, refundedOf, type Trade, type TradeState } from './trade.ts';

export const STATES: Readonly<Record<TradeState, Said>> = {
  waiting: { zh: '待付款', en: 'waiting' },
  paid: { zh: '已付款', en: 'paid' },
  closed: { zh: '已关闭', en: 'closed' },
};

const ENDS: Readonly<Record<DeliveryEnd, Said>> = {
  acknowledged: { zh: '已确认', en: 'acknowledged' },
  'not-acknowledged': { zh: '未确认，稍后重发', en: 'not acknowledged; comes again' },
  unreachable: { zh: '送不到，稍后重发', en: 'unreachable; comes again' },
  lost: { zh: '按开关丢失', en: 'lost, as switched' },
};

export function trades(all: readonly Trade[], gateways: readonly PayGateway[]): Html {
  const names = new Map(gateways.map(({ provider, name }) => [provider, name]));
  const rows = all.map((trade) => {
    const { code, provider, tradeNo, title, amount, state } = trade;
    const name = names.get(provider);
    const back = refundedOf(trade);
    return html`<tr><td><a href="/wallet?code=${encodeURIComponent(code)}" class="code">${tradeNo}</a></td><td>${name && both(name)}</td><td>${title}</td><td class="amount">${yuan(trade.paid?.amount ?? amount)}</td><td>${both(STATES[state])}${back > 0 && html` · ${both({ zh: `退 ${yuan(back)}`, en: 'refunded' })}`}</td></tr>`;
  });
  const none = html`<tr><td colspan="5">${both({ zh: '还没有人收款。', en: 'Nobody has asked for money yet.' })}</td></tr>`;
  return section(
    { zh: '交易', en: 'Trades' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '商户单号', en: 'number' })}</th><th>${both({ zh: '方式', en: 'by' })}</th><th>${both({ zh: '内容', en: 'for' })}</th><th class="amount">${both({ zh: '金额（元）', en: 'yuan' })}</th><th>${both({ zh: '状态', en: 'state' })}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : none}</tbody></table></div>`,
  );
}

export function sums(gateways: readonly PayGateway[], books: { books(provider: PayProvider): Books }): Html {
  const rows = gateways.map(({ provider, name }) => {
    const { payments, refunds, paid, refunded, fees } = books.books(provider);
    return html`<tr><td>${both(name)}</td><td class="amount">${payments}</td><td class="amount">${yuan(paid)}</td><td class="amount">${refunds}</td><td class="amount">${yuan(refunded)}</td><td class="amount">${yuan(fees)}</td></tr>`;
  });
  return section(
    { zh: '账目', en: 'Books' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '方式', en: 'by' })}</th><th class="amount">${both({ zh: '笔数', en: 'payments' })}</th><th class="amount">${both({ zh: '收款（元）', en: 'paid' })}</th><th class="amount">${both({ zh: '退款笔数', en: 'refunds' })}</th><th class="amount">${both({ zh: '退款（元）', en: 'refunded' })}</th><th class="amount">${both({ zh: '手续费（元）', en: 'fees' })}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`,
  );
}

export function deliveries(all: readonly (Delivery & { readonly at: Date })[]): Html {
  const rows = all.map(
    ({ at, tradeNo, attempt, end }) =>
      html`<tr><td>${shownTime(at)}</td><td class="code">${tradeNo}</td><td>${attempt === 0 ? both({ zh: '伪造', en: 'forged' }) : attempt}</td><td>${both(ENDS[end])}</td></tr>`,
  );
  const none = html`<tr><td colspan="4">${both({ zh: '还没有发过通知。', en: 'None yet.' })}</td></tr>`;
  return section(
    { zh: '通知', en: 'Notifications' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '时间', en: 'time' })}</th><th>${both({ zh: '商户单号', en: 'number' })}</th><th>${both({ zh: '第几次', en: 'attempt' })}</th><th>${both({ zh: '结果', en: 'result' })}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : none}</tbody></table></div>`,
  );
}
