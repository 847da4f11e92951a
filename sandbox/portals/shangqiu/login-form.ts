import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import { LOGIN_WAYS, type LoginReading } from '../login-request.ts';
import type { View } from './layout.ts';

/** A table, as forms were laid out when this kind of platform was built. The tabs are links: each way is a page. */
export function loginForm(view: View, login: LoginReading): Html {
  const { language, texts } = view;
  return html`<div class="box login" id="login-box">
<h2>${texts.loginTitle}</h2>
<ul class="tabs">${LOGIN_WAYS.map((way) => html`<li${way === login.way ? html` class="on"` : false}><a href="${withLanguage(`/?way=${way}`, language)}"${way === login.way ? html` aria-current="true"` : false}>${texts.ways[way]}</a></li>`)}</ul>
<form id="login-form" name="loginForm" method="post" action="${withLanguage('/login', language)}" autocomplete="off">
<input type="hidden" name="way" value="${login.way}">
${login.fault ? html`<p class="fault" role="alert">${texts.faults[login.fault]}</p>` : false}
<table>
${login.way === 'account' ? accountRows(view) : certificateRows(view)}
<tr><td></td><td><button type="submit" class="submit">${texts.submit}</button></td></tr>
<tr><td></td><td class="under"><a href="#">${texts.register}</a>　<a href="#">${login.way === 'account' ? texts.forgot : texts.trouble}</a></td></tr>
</table>
</form>
${login.way === 'certificate' ? html`<p class="tip">${texts.tip}</p>` : false}
</div>`;
}

function certificateRows({ texts }: View): Html {
  return html`<tr><th><label for="certificate">${texts.certificate}</label></th><td><select id="certificate" name="certificate"><option value="">${texts.certificateEmpty}</option><option value="demo">${texts.certificateDemo}</option></select></td></tr>
<tr><th>${texts.role}</th><td class="roles">${texts.roles.map((role, at) => html`<label><input type="radio" name="role" value="${at}"${at === 0 ? html` checked` : false}>${role}</label>`)}</td></tr>`;
}

function accountRows({ texts }: View): Html {
  return html`<tr><th><label for="account">${texts.account}</label></th><td><input id="account" name="account" type="text" maxlength="60"></td></tr>
<tr><th><label for="password">${texts.password}</label></th><td><input id="password" name="password" type="password" maxlength="60"></td></tr>`;
}
