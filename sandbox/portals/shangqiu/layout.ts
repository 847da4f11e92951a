import type { Language } from '@certbridge/shared/text/language.ts';
import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import type { ShangqiuTexts } from './texts.ts';

export interface View {
  readonly language: Language;
  readonly texts: ShangqiuTexts;
}

const SIGN_IN = 4;

export function layout({ language, texts }: View, content: Html): Html {
  const other = withLanguage('/', language === 'en' ? 'zh-CN' : 'en');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}（${texts.demo}）</title>
<link rel="icon" href="/assets/emblem.svg">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body>
<div class="topbar"><div class="wrap"><span>${today(language)}</span><span class="links"><a href="${other}" hreflang="${language === 'en' ? 'zh-CN' : 'en'}">${texts.otherLanguage}</a> | <a href="#">${texts.favourite}</a> | <a href="#">${texts.help}</a></span></div></div>
<div class="banner"><div class="wrap"><img src="/assets/emblem.svg" width="72" height="72" alt=""><div><h1>${texts.title}<em>${texts.demo}</em></h1><p>${texts.subtitle}</p></div></div></div>
<div class="nav"><div class="wrap">${texts.nav.map((name, at) => html`<a href="${withLanguage('/', language)}"${at === SIGN_IN ? html` class="on" aria-current="page"` : false}>${name}</a>`)}</div></div>
<div class="wrap body">
<div class="ticker"><b>${texts.tickerLabel}</b><span>${texts.ticker}</span></div>
${content}
</div>
<div class="footer"><div class="wrap"><p>${texts.owner}　${texts.record}</p><p>${texts.contactLines[0] ?? ''}　${texts.browser}</p></div></div>
</body>
</html>`;
}

function today(language: Language): string {
  const day = new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', dateStyle: 'full' });
  return day.format(new Date());
}
