import { shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import { both, section, toolPage } from '../http/tool-page.ts';
import { accountSection } from '../signed-api/account-section.ts';
import { availabilityForm } from '../signed-api/availability-form.ts';
import type { IssuedInvoice } from './invoice.ts';
import { type InvoicePlatform, REFUSED_TITLE } from './invoice-platform.ts';

export function invoicePage(platform: InvoicePlatform, ownHost: string): Html {
  return toolPage({
    title: { zh: '电子发票平台', en: 'E-invoice platform' },
    lead: {
      zh: '扮演开票的平台：开具蓝字发票，退款后开具红字发票。停止沙箱后清空。',
      en: 'Plays the platform that issues e-invoices, and red-letter ones after refunds. Forgotten when the sandbox stops.',
    },
    content: [
      issued(platform),
      rules(),
      availabilityForm({ path: '/invoices', availability: platform.availability }),
      accountSection({ account: platform.account, variable: 'INVOICE', url: `http://${ownHost}/invoices/` }),
    ],
  });
}

function issued(platform: InvoicePlatform): Html {
  const rows = platform.newest.map((invoice) => row(invoice, platform.reversalOf(invoice.number) !== undefined));
  return section(
    { zh: '开具的发票', en: 'Invoices issued' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '时间', en: 'time' })}</th><th>${both({ zh: '号码', en: 'number' })}</th><th>${both({ zh: '抬头', en: 'title' })}</th><th class="amount">${both({ zh: '金额（元）', en: 'yuan' })}</th><th>${both({ zh: '种类', en: 'kind' })}</th><th>PDF</th></tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="6">${both({ zh: '还没有开过发票。', en: 'None was issued yet.' })}</td></tr>`}</tbody></table></div>`,
  );
}

function row({ number, issuedAt, wanted, reverses }: IssuedInvoice, isReversed: boolean): Html {
  const amount = `${reverses === undefined ? '' : '-'}${(wanted.totalFen / 100).toFixed(2)}`;
  const blue = isReversed ? { zh: '蓝字，已冲红', en: 'blue, reversed' } : { zh: '蓝字', en: 'blue' };
  const kind = reverses === undefined ? both(blue) : both({ zh: `红字，冲 ${reverses}`, en: `red, of ${reverses}` });
  return html`<tr><td>${shownTime(issuedAt)}</td><td class="code">${number}</td><td>${wanted.buyer.title}</td><td class="amount">${amount}</td><td>${kind}</td><td><a href="/invoices/${number}/pdf">PDF</a></td></tr>`;
}

function rules(): Html {
  return section(
    { zh: '怎么处理', en: 'What it does' },
    html`<ul>
<li>${both({ zh: `抬头里带“${REFUSED_TITLE}”、税号不是 15 到 20 位、各行之和与合计不等：拒绝开具。`, en: `A title with ${REFUSED_TITLE}, a taxpayer number of another length than 15 to 20, or lines that do not add up: refused.` })}</li>
<li>${both({ zh: '一张蓝字发票只能冲红一次。', en: 'A blue invoice is reversed once.' })}</li>
<li>${both({ zh: '其他请求：马上开具。同一请求编号永远是同一张。', en: 'Anything else is issued at once; one request id is one invoice for ever.' })}</li>
</ul>`,
  );
}
