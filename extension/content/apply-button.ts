import type { PageText } from './page-text.ts';
import { shadowHost } from './shadow-host.ts';
import { chevron, mark } from './svg.ts';

export interface ApplyButton {
  readonly host: HTMLElement;
  focus(): void;
  /** To be told each time the host was put into a login window. */
  settleIn(home: Element): void;
  setExpanded(expanded: boolean): void;
  /** This script outlived its extension: only a reload of the page helps. */
  askForReload(): void;
}

const HOST_STYLE =
  'display:block;box-sizing:border-box;inline-size:auto;min-inline-size:0;max-inline-size:100%;flex:1 0 100%;grid-column:1/-1;clear:both;padding:16px 0 0;';
const STYLE = `
*{box-sizing:border-box}
.cb{padding-block-start:16px;border-block-start:1px dashed var(--cb-text-2);border-color:color-mix(in srgb,var(--cb-text-2) 32%,transparent);font-family:"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;text-align:start;-webkit-font-smoothing:antialiased}
.cb.flush{padding-inline:12px;padding-block-end:12px}
button{all:unset;box-sizing:border-box;display:flex;align-items:center;gap:12px;inline-size:100%;padding:9px 12px;border:1px solid var(--cb-primary);border-radius:8px;background:var(--cb-surface);color:var(--cb-text);font-size:14px;line-height:22px;cursor:pointer;transition:background 120ms}
button:hover{background:var(--cb-primary-soft)}
button:focus-visible{outline:var(--cb-ring);outline-offset:2px}
.words{flex:1;min-inline-size:0}
b,small{display:block}
b{font-weight:600;font-size:14px;line-height:20px;color:var(--cb-on-primary-soft)}
small{text-wrap:pretty;font-weight:400;font-size:12px;line-height:17px;color:var(--cb-text-2)}
svg{display:block;flex:none}
.mark{inline-size:30px;block-size:30px}
.mark rect{fill:var(--cb-primary)}.mark path{fill:var(--cb-on-solid)}
.chevron{inline-size:20px;block-size:20px;fill:none;stroke:var(--cb-link);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
@media (prefers-reduced-motion:reduce){button{transition:none}}
`;

export function createApplyButton(text: PageText, onClick: () => void): ApplyButton {
  const { host, root } = shadowHost(HOST_STYLE, STYLE);
  const title = document.createElement('b');
  const detail = document.createElement('small');
  const words = document.createElement('span');
  words.className = 'words';
  words.append(title, detail);
  const button = document.createElement('button');
  button.type = 'button';
  button.append(mark(), words, chevron());
  const slot = document.createElement('div');
  slot.className = 'cb';
  slot.append(button);
  root.append(slot);

  const say = (what: string, more: string) => {
    title.textContent = what;
    detail.textContent = more;
  };
  say(text.title, text.detail);
  button.setAttribute('aria-expanded', 'false');
  return {
    host,
    settleIn(home) {
      // A page that writes itself anew (document.open) takes every listener, ours too. None is ever added twice.
      button.addEventListener('click', onClick);
      // A login window that has edges but no padding of its own would let our button touch them.
      const { paddingInlineStart, borderInlineStartWidth, backgroundColor } = getComputedStyle(home);
      const drawsEdge = borderInlineStartWidth !== '0px' || !/^rgba\(.*, 0\)$/.test(backgroundColor);
      slot.classList.toggle('flush', drawsEdge && !(Number.parseFloat(paddingInlineStart) >= 8));
    },
    focus: () => button.focus(),
    setExpanded: (expanded) => button.setAttribute('aria-expanded', String(expanded)),
    askForReload: () => say(text.reload, text.reloadDetail),
  };
}
