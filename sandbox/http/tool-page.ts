import { type Html, html } from './html.ts';

export interface ToolPage {
  readonly title: Said;
  readonly lead: Said;
  /** What became of what was just done here. */
  readonly fault?: Said | undefined;
  readonly content: readonly Html[];
  /** The address of its events: what is marked `data-live` stays true by itself. */
  readonly events?: string;
}

/** Chinese first, English small beside it, as on every page of the sandbox. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** A page that plays somebody of the outside world: forms and lists. */
export function toolPage({ title, lead, fault, content, events }: ToolPage): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} · 证桥沙箱</title>
<link rel="icon" href="/assets/mark.svg">
<link rel="stylesheet" href="/design/tokens.css">
<link rel="stylesheet" href="/assets/tool.css">
${events !== undefined && html`<script type="module" src="/assets/live-page.ts"></script>`}
</head>
<body${events !== undefined && html` data-events="${events}"`}>
<main>
<header><img src="/assets/mark.svg" width="40" height="40" alt="">
<div><h1>${title.zh} <span lang="en">${title.en}</span></h1>
<p>${lead.zh}</p><p lang="en">${lead.en}</p></div></header>
${fault && html`<p class="fault" role="alert">${both(fault)}</p>`}
${content}
</main>
</body>
</html>`;
}

export function section(title: Said, content: Html): Html {
  return html`<section><h2>${both(title)}</h2>${content}</section>`;
}

export function both({ zh, en }: Said): Html {
  return html`${zh} <span lang="en">${en}</span>`;
}
