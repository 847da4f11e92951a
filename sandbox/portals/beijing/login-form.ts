import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import { LOGIN_WAYS, type LoginReading, type LoginWay } from '../login-request.ts';
import type { View } from './layout.ts';

/** Drawn twice, in the page and in the modal dialog; `place` keeps the ids apart. */
export function loginWindow(view: View, login: LoginReading, place: 'page' | 'dialog'): Html {
  const { texts, language } = view;
  const tabs = LOGIN_WAYS.map(
    (way) =>
      html`<button class="bj-button bj-tab" type="button" data-way="${way}" aria-pressed="${String(way === login.way)}">${texts.ways[way]}</button>`,
  );
  return html`<div class="bj-login" id="${place}-login">
<h2 class="bj-login-title">${texts.loginTitle}</h2>
<div class="bj-tabs" role="group">${tabs}</div>
<form class="bj-form" method="post" action="${withLanguage('/login', language)}" autocomplete="off">
<input class="bj-way" type="hidden" name="way" value="${login.way}">
${login.fault ? html`<p class="bj-fault" role="alert">${texts.faults[login.fault]}</p>` : false}
${LOGIN_WAYS.map((way) => html`<div class="bj-fields" data-fields="${way}"${way === login.way ? false : html` hidden`}>${fields(view, way, place)}</div>`)}
<button class="bj-button bj-submit" type="submit">${texts.submit}</button>
<p class="bj-under"><a class="bj-more" href="#">${texts.register}</a><a class="bj-more" href="#">${texts.trouble}</a></p>
</form></div>`;
}

function fields({ texts }: View, way: LoginWay, place: string): Html {
  if (way === 'certificate') {
    return html`<label class="bj-label" for="${place}-certificate">${texts.certificate}</label>
<select class="bj-control" id="${place}-certificate" name="certificate"><option class="bj-option" value="">${texts.certificateEmpty}</option><option class="bj-option" value="demo">${texts.certificateDemo}</option></select>`;
  }
  return html`<label class="bj-label" for="${place}-account">${texts.account}</label>
<input class="bj-control" id="${place}-account" name="account" type="text" maxlength="60">
<label class="bj-label" for="${place}-password">${texts.password}</label>
<input class="bj-control" id="${place}-password" name="password" type="password" maxlength="60">`;
}
