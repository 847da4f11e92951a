import { stripVTControlCharacters } from 'node:util';

/** Chromium's own error lines, as the launcher quotes them: `[pid:tid:time:ERROR:file(line)] words`. */
const CHROMIUM_ERROR = /:ERROR:[^\]]*\]\s*([^\r\n]+)/;

/** In one line: why the browser did not open a window. */
export function reasonOf(fault: unknown): string {
  const text = stripVTControlCharacters(fault instanceof Error ? fault.message : String(fault));
  return (CHROMIUM_ERROR.exec(text)?.[1] ?? text.split('\n')[0] ?? '').trim();
}

/** What to tell whoever has no display, or one that does not work. */
export function withoutDisplay(why: string): string {
  return [
    `· 没有可用的显示器（${why}），不打开浏览器；其余照常运行。怎样看到它：`,
    '  No display that works, so no browser is opened; the rest runs as usual. How to see it:',
    '    ssh -X <this computer>, npm start     通过 SSH 把窗口显示在您的电脑上 / the window on your own computer',
    '    xvfb-run npm start                    虚拟显示器 / a virtual display',
    '    npm run tour                          走一遍并留下图片 tour/index.html / walk through it, leaving pictures',
  ].join('\n');
}
