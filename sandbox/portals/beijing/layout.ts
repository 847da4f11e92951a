import type { Language } from '@certbridge/shared/text/language.ts';
import { type Html, html } from '../../http/html.ts';
import { withLanguage } from '../../http/language.ts';
import type { BeijingTexts } from './texts.ts';

export interface View {
  readonly language: Language;
  readonly texts: BeijingTexts;
}

/** Every element carries a class of ours: the hostile rules fall on whatever does not. */
export function layout({ language, texts }: View, content: Html): Html {
  const other = language === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}（${texts.demo}）</title>
<link rel="icon" href="/assets/roof.svg">
<link rel="stylesheet" href="/assets/hostile.css">
<link rel="stylesheet" href="/assets/site.css">
<script type="module" src="/assets/main.ts"></script>
</head>
<body class="bj-page">
<header class="bj-head"><div class="bj-wrap bj-bar"><img class="bj-logo" src="/assets/roof.svg" width="52" height="52" alt=""><div class="bj-name"><h1 class="bj-title">${texts.title}<small class="bj-demo">${texts.demo}</small></h1><p class="bj-sub">${texts.subtitle}</p></div><a class="bj-lang" href="${withLanguage('/', other)}" hreflang="${other}">${texts.otherLanguage}</a><button class="bj-button bj-ghost" type="button" data-act="open-dialog">${texts.quickLogin}</button></div></header>
<nav class="bj-nav"><div class="bj-wrap bj-links">${texts.nav.map((name, at) => html`<a class="bj-link${at === 0 ? ' bj-on' : ''}" href="${withLanguage('/', language)}">${name}</a>`)}</div></nav>
${content}
<footer class="bj-foot"><p class="bj-wrap bj-owner">${texts.owner}</p></footer>
<div class="bj-banner" role="note"><p class="bj-said">${texts.banner}</p><button class="bj-button bj-dismiss" type="button" data-act="dismiss">${texts.dismiss}</button></div>
</body>
</html>`;
}
