import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import { dayFromToday } from '../day-from-today.ts';
import type { LoginReading } from '../login-request.ts';
import { layout, type View } from './layout.ts';
import { LISTINGS } from './listings.ts';
import { loginForm } from './login-form.ts';

export function loginPage(view: View, login: LoginReading): Html {
  return layout(
    view,
    html`<div class="columns">${notices(view)}${loginForm(view, login)}${services(view)}</div>${projects(view)}`,
  );
}

export function receiptPage(view: View, login: LoginReading): Html {
  const { texts, language } = view;
  return layout(
    view,
    html`<div class="box receipt"><h2>${texts.receipt}</h2>
<table><tr><th>${texts.receiptWay}</th><td>${texts.ways[login.way]}</td></tr></table>
<p>${texts.receiptWhat}</p><p>${texts.receiptNext}</p>
<p><a class="submit" href="${withLanguage('/', language)}">${texts.back}</a></p></div>`,
  );
}

function notices({ texts, language }: View): Html {
  return html`<div class="box notices"><h2>${texts.notices}<a href="#">${texts.more}</a></h2>
<ul>${LISTINGS[language].notices.map(([title, day]) => html`<li><a href="#" title="${title}">${title}</a><span>${dayFromToday(day).slice(5)}</span></li>`)}</ul></div>`;
}

function services({ texts }: View): Html {
  return html`<div class="side"><div class="box"><h2>${texts.services}</h2>
<ul class="quick">${texts.serviceList.map((name) => html`<li><a href="#">${name}</a></li>`)}</ul></div>
<div class="box"><h2>${texts.contact}</h2><div class="lines">${texts.contactLines.map((line) => html`<p>${line}</p>`)}</div></div></div>`;
}

function projects({ texts, language }: View): Html {
  return html`<div class="box projects"><h2>${texts.projects}<a href="#">${texts.more}</a></h2>
<table><tr>${texts.columns.map((name) => html`<th>${name}</th>`)}</tr>
${LISTINGS[language].projects.map(([id, name, kind, day, time]) => html`<tr><td>${id}</td><td>${name}</td><td>${kind}</td><td>${dayFromToday(day)} ${time}</td></tr>`)}</table></div>`;
}
