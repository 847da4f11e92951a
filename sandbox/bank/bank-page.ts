import type { Arrived } from '../http/arrivals.ts';
import { shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import { both, section, toolPage } from '../http/tool-page.ts';
import { accountSection } from '../signed-api/account-section.ts';
import { availabilityForm } from '../signed-api/availability-form.ts';
import { type Bank, RETURNS, SHORTEST_ACCOUNT, type Statement } from './bank.ts';
import type { Transfer } from './transfer.ts';

export function bankPage(bank: Bank, ownHost: string): Html {
  return toolPage({
    title: { zh: '银行', en: 'Bank' },
    lead: {
      zh: '扮演各单位的开户行：对公账户收到的 1 分钱和附言都在这里。停止沙箱后清空。',
      en: 'Plays the units’ banks: each fen with its remark, by account. Forgotten when the sandbox stops.',
    },
    events: '/bank/events',
    content: [
      html`<div class="live" data-live>${[statements(bank.statements()), returned(bank.transfers.newestFirst())]}</div>`,
      rules(),
      availabilityForm({ path: '/bank', availability: bank.availability }),
      accountSection({ account: bank.account, variable: 'BANK', url: `http://${ownHost}/bank/` }),
    ],
  });
}

function statements(all: readonly Statement[]): Html {
  const title = { zh: '账户明细', en: 'Statements' };
  if (all.length === 0) {
    return section(
      title,
      html`<p class="note">${both({ zh: '还没有任何入账。', en: 'Nothing has come in yet.' })}</p>`,
    );
  }
  return section(title, html`${all.map(statement)}`);
}

function statement({ account, name, bank, entries }: Statement): Html {
  const rows = entries.map(
    ({ at, item: { amountFen, remark } }) =>
      html`<tr><td>${shownTime(at)}</td><td class="amount">+${(amountFen / 100).toFixed(2)}</td><td class="code">${remark}</td></tr>`,
  );
  return html`<div class="wide"><table><caption><h3>${name}</h3><span class="code">${account}</span> · ${bank}</caption>
<thead><tr><th>${both({ zh: '时间', en: 'time' })}</th><th class="amount">${both({ zh: '金额（元）', en: 'yuan' })}</th><th>${both({ zh: '附言', en: 'remark' })}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function rules(): Html {
  return section(
    { zh: '怎么处理', en: 'What it does' },
    html`<ul>
<li>${both({ zh: `账号少于 ${SHORTEST_ACCOUNT} 位数字：当场拒绝。`, en: `An account of fewer than ${SHORTEST_ACCOUNT} digits is refused at once.` })}</li>
<li>${both({ zh: `账号以 ${RETURNS} 结尾：先受理，随后退回。`, en: `One that ends with ${RETURNS} is accepted, and the fen comes back.` })}</li>
<li>${both({ zh: '其他账号：马上入账。', en: 'Any other is credited at once.' })}</li>
</ul>`,
  );
}

function returned(transfers: readonly Arrived<Transfer>[]): Html {
  const rows = transfers
    .filter(({ item }) => item.standing === 'returned')
    .map(
      ({ at, item: { payee } }) =>
        html`<tr><td>${shownTime(at)}</td><td>${payee.name}</td><td class="code">${payee.account}</td></tr>`,
    );
  const none = html`<tr><td colspan="3">${both({ zh: '没有退回的。', en: 'None.' })}</td></tr>`;
  return section(
    { zh: '退回的', en: 'Returned' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '时间', en: 'time' })}</th><th>${both({ zh: '户名', en: 'name' })}</th><th>${both({ zh: '账号', en: 'account' })}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : none}</tbody></table></div>`,
  );
}
