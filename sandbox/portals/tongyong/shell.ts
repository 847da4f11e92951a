import type { Language } from '@certbridge/shared/text/language.ts';
import { type Html, html } from '../../http/html.ts';

/** Nothing but a skeleton: the application draws the rest. */
export function shell(language: Language): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${language === 'en' ? 'Paperless Bidding (Demo)' : '通用无纸化投标平台（示例）'}</title>
<link rel="icon" href="/app/logo.svg">
<link rel="stylesheet" href="/app/app.css">
<script type="module" src="/app/main.ts"></script>
</head>
<body>
<div id="app"><div class="split skeleton" aria-hidden="true"><div class="story"></div><div class="stage"><div class="skeleton-card"><i></i><i></i><i></i><i></i></div></div></div></div>
</body>
</html>`;
}
