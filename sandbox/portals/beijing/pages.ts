import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import type { LoginReading } from '../login-request.ts';
import { layout, type View } from './layout.ts';
import { loginWindow } from './login-form.ts';

const TILE_PICTURES = ['works', 'purchase', 'land', 'assets'];

export function loginPage(view: View, login: LoginReading): Html {
  const { texts } = view;
  return layout(
    view,
    html`<main class="bj-main"><section class="bj-hero"><div class="bj-wrap bj-columns">
<div class="bj-story"><p class="bj-slogan">${texts.slogan}</p><p class="bj-lead">${texts.lead}</p>
<ol class="bj-steps">${texts.steps.map(([name, what], at) => html`<li class="bj-step"><b class="bj-number">${at + 1}</b><b class="bj-what">${name}</b><span class="bj-how">${what}</span></li>`)}</ol></div>
${loginWindow(view, login, 'page')}
</div></section>
<section class="bj-wrap bj-tiles">${texts.tiles.map(([name, what], at) => html`<a class="bj-tile" href="#"><img class="bj-picture" src="/assets/${TILE_PICTURES[at]}.svg" width="40" height="40" alt=""><b class="bj-what">${name}</b><span class="bj-how">${what}</span></a>`)}</section></main>
<dialog class="bj-dialog" aria-label="${texts.loginTitle}"><button class="bj-button bj-close" type="button" data-act="close-dialog" aria-label="${texts.close}">×</button>${loginWindow(view, { way: 'certificate' }, 'dialog')}</dialog>`,
  );
}

export function receiptPage(view: View, login: LoginReading): Html {
  const { texts, language } = view;
  return layout(
    view,
    html`<main class="bj-main bj-receipt"><h2 class="bj-slogan">${texts.receipt}</h2><p class="bj-lead">${texts.ways[login.way]}</p><p class="bj-lead">${texts.receiptWhat}</p><p class="bj-lead">${texts.receiptNext}</p><a class="bj-button bj-submit" href="${withLanguage('/', language)}">${texts.back}</a></main>`,
  );
}
