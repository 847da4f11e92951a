import { type Html, html } from './html.ts';

export interface ArrivalsPage {
  readonly title: string;
  readonly english: string;
  /** What it is, in a line of each language. */
  readonly zh: string;
  readonly en: string;
  /** The address of its events. */
  readonly events: string;
  /** One element, marked `data-live`. */
  readonly list: Html;
}

/** Chinese first, English small beside it. */
export function arrivalsPage({ title, english, zh, en, events, list }: ArrivalsPage): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 证桥沙箱</title>
<link rel="icon" href="/assets/mark.svg">
<link rel="stylesheet" href="/design/tokens.css">
<link rel="stylesheet" href="/assets/arrivals.css">
<script type="module" src="/assets/live-page.ts"></script>
</head>
<body data-events="${events}">
<main>
<header><img src="/assets/mark.svg" width="40" height="40" alt="">
<div><h1>${title} <span lang="en">${english}</span></h1>
<p>${zh}</p>
<p lang="en">${en}</p></div></header>
${list}
</main>
</body>
</html>`;
}

/** 2026-11-23 10:05:09 in China. */
export function shownTime(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
