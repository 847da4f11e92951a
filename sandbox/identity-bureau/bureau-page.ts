import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { maskIdNumber } from '@certbridge/shared/domain/masking.ts';
import { idKindNames as english } from '@certbridge/shared/text/en/kind-names.ts';
import { idKindNames as chinese } from '@certbridge/shared/text/zh-CN/kind-names.ts';
import { shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import { both, type Said, section, toolPage } from '../http/tool-page.ts';
import { accountSection } from '../signed-api/account-section.ts';
import { availabilityForm } from '../signed-api/availability-form.ts';
import type { Bureau, Checked } from './bureau.ts';
import { NO_MATCH } from './bureau.ts';

const FAULTS = {
  'person-not-possible': {
    zh: '没有添加：姓名、证件号码、手机号或卡号的格式不对。请改正后再添加。',
    en: 'Nobody was added: name, ID number, mobile or card number cannot be right. Correct it and add again.',
  },
} as const satisfies Record<string, Said>;

export interface BureauPage {
  readonly ownHost: string;
  readonly fault?: keyof typeof FAULTS;
}

export function bureauPage(bureau: Bureau, { ownHost, fault }: BureauPage): Html {
  return toolPage({
    title: { zh: '身份核验机构', en: 'Identity bureau' },
    lead: {
      zh: '扮演运营商与银行卡的核验机构：姓名、证件、手机号（和银行卡）是不是同一个人的。',
      en: 'Plays the bureau that knows whether name, ID, phone (and card) belong to one person.',
    },
    fault: fault && FAULTS[fault],
    content: [
      rules(),
      availabilityForm({ path: '/bureau', availability: bureau.availability }),
      people(bureau),
      checks(bureau.checked),
      accountSection({ account: bureau.account, variable: 'BUREAU', url: `http://${ownHost}/bureau/` }),
    ],
  });
}

function rules(): Html {
  return section(
    { zh: '怎么回答', en: 'What it answers' },
    html`<ul>
<li>${both({ zh: '下面添加过的证件号码：全部一致才算相符。', en: 'An ID number that was added below: everything must be the same.' })}</li>
<li>${both({ zh: `没有添加过的：格式都对就算相符，姓名里带“${NO_MATCH}”的除外。`, en: `Anybody else matches who could exist, unless the name contains ${NO_MATCH}.` })}</li>
</ul>`,
  );
}

function people(bureau: Bureau): Html {
  const rows = bureau.people.map(
    ({ name, idKind, idNumber, mobile, cardNumber }) =>
      html`<tr><td>${name}</td><td>${chinese[idKind]}</td><td>${idNumber}</td><td>${mobile}</td><td>${cardNumber ?? '—'}</td></tr>`,
  );
  const kinds = ID_KINDS.map((kind) => html`<option value="${kind}">${chinese[kind]} · ${english[kind]}</option>`);
  return section(
    { zh: '认识的人', en: 'People it knows' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '姓名', en: 'name' })}</th><th>${both({ zh: '证件', en: 'ID' })}</th><th>${both({ zh: '号码', en: 'number' })}</th><th>${both({ zh: '手机号', en: 'mobile' })}</th><th>${both({ zh: '银行卡', en: 'card' })}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="5">${both({ zh: '还没有添加任何人。', en: 'Nobody was added yet.' })}</td></tr>`}</tbody></table></div>
<h3>${both({ zh: '添加一个人', en: 'Add somebody' })}</h3>
<form method="post" action="/bureau/people">
<label>${both({ zh: '姓名', en: 'name' })}<input name="name" required autocomplete="off"></label>
<label>${both({ zh: '证件类型', en: 'kind of ID' })}<select name="idKind">${kinds}</select></label>
<label>${both({ zh: '证件号码', en: 'ID number' })}<input name="idNumber" required autocomplete="off"></label>
<label>${both({ zh: '手机号', en: 'mobile' })}<input name="mobile" required inputmode="numeric" autocomplete="off"></label>
<label>${both({ zh: '银行卡号（选填）', en: 'card number (optional)' })}<input name="cardNumber" inputmode="numeric" autocomplete="off"></label>
<button>${both({ zh: '添加', en: 'Add' })}</button></form>`,
  );
}

function checks(checked: readonly Checked[]): Html {
  const rows = checked.map(
    ({ at, asked, found }) =>
      html`<tr><td>${shownTime(at)}</td><td>${asked.name}</td><td>${maskIdNumber(asked.idNumber)}</td><td>${asked.cardNumber === undefined ? '三要素' : '四要素'}</td><td>${found === 'match' ? both({ zh: '相符', en: 'match' }) : both({ zh: '不符', en: 'mismatch' })}</td></tr>`,
  );
  return section(
    { zh: '最近的核验', en: 'The last checks' },
    html`<div class="wide"><table><thead><tr><th>${both({ zh: '时间', en: 'time' })}</th><th>${both({ zh: '姓名', en: 'name' })}</th><th>${both({ zh: '证件', en: 'ID' })}</th><th>${both({ zh: '方式', en: 'way' })}</th><th>${both({ zh: '结果', en: 'result' })}</th></tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="5">${both({ zh: '还没有人来核验。', en: 'Nobody has asked yet.' })}</td></tr>`}</tbody></table></div>`,
  );
}
