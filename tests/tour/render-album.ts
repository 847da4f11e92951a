import type { Chapter, Picture } from './chapter.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a2226; --soft: #465057; --paper: #f5f4f0; --line: #dddbd3; --teal: #0d5c6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9edef; --soft: #b7c1c7; --paper: #11171a; --line: #303b41; --teal: #74c5d6; } }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1100px; background: var(--paper); color: var(--ink);
  font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
h1 { font-size: 28px; margin: 0; } h2 { margin: 48px 0 8px; font-size: 20px; color: var(--teal); }
h2 small, figcaption small, li small { display: block; font-weight: 400; font-size: 13px; color: var(--soft); }
figure { margin: 24px 0; } img { display: block; max-width: 100%; border: 1px solid var(--line); border-radius: 8px; }
figcaption { margin-bottom: 8px; } figcaption b { color: var(--teal); margin-inline-end: 6px; font-variant-numeric: tabular-nums; }
a { color: var(--teal); }
`;

export function renderAlbum(chapters: readonly Chapter[], artefacts: readonly Picture[]): string {
  let step = 0;
  const figure = (picture: Picture) => {
    step += 1;
    return `<figure><figcaption><b>${step}</b>${escapeHtml(picture.zh)}<small lang="en">${escapeHtml(picture.en)}</small></figcaption>
<img src="${picture.file}" alt="${escapeHtml(picture.zh)}" loading="lazy"></figure>`;
  };
  const sections = chapters.map(
    ({ title, pictures }) =>
      `<section><h2>${escapeHtml(title.zh)}<small lang="en">${escapeHtml(title.en)}</small></h2>${pictures.map(figure).join('\n')}</section>`,
  );
  const files = artefacts.map(
    ({ file, zh, en }) =>
      `<li><a href="${file}">${file.replace('artefacts/', '')}</a> ${escapeHtml(zh)}<small lang="en">${escapeHtml(en)}</small></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>证桥：走一遍 · CertBridge: the tour</title><style>${STYLE}</style></head>
<body><h1>证桥：走一遍</h1><p lang="en">CertBridge: the tour. Everything in these pictures is invented.</p>
${sections.join('\n')}
<section><h2>留下的文件<small lang="en">Files that the walk produced</small></h2><ul>${files.join('\n')}</ul></section>
</body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
