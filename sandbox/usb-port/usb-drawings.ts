import { type Html, html } from '../http/html.ts';

const ICONS = {
  plugged: html`<path d="M7 2.8v4M13 2.8v4M4.8 6.8h10.4V10a5.2 5.2 0 0 1-10.4 0ZM10 15.2v2.4"/>`,
  pulled: html`<path d="M7 2.8v4M13 2.8v4M4.8 6.8h10.4V10a5.2 5.2 0 0 1-2 4.1M10 15.2a5.2 5.2 0 0 1-5.2-5.2V6.8M3 17 17 3"/>`,
  clock: html`<circle cx="10" cy="10" r="7.2"/><path d="M10 5.8V10l2.8 1.8"/>`,
  tick: html`<circle cx="10" cy="10" r="7.2"/><path d="m6.8 10.2 2.2 2.2 4.3-4.6"/>`,
  lock: html`<rect x="4.2" y="9" width="11.6" height="8" rx="2"/><path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9M10 12.2v1.8"/>`,
} as const;

export function icon(name: keyof typeof ICONS): Html {
  return html`<svg class="i" viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg>`;
}

/** The edge of a computer with a type A socket, its tongue and a lamp. */
export const SOCKET_DRAWING: Html = html`<svg class="socket" viewBox="0 0 76 96">
<path class="case" d="M0 0h58a10 10 0 0 1 10 10v76a10 10 0 0 1-10 10H0Z"/>
<rect class="hole" x="30" y="28" width="38" height="40" rx="3"/>
<rect class="tongue" x="30" y="34" width="32" height="10" rx="1"/>
<path class="pins" d="M36 47h20M36 52h20M36 57h20"/>
<circle class="lamp" cx="16" cy="48" r="4"/></svg>`;

/** A key: metal plug to the left, printed body, a hole for the string. */
export const KEY_DRAWING: Html = html`<svg viewBox="0 0 216 64">
<rect class="metal" x="0" y="15" width="46" height="34" rx="2"/>
<path class="windows" d="M13 23h11v7H13zM13 35h11v7H13z"/>
<path class="body" d="M44 6h132a26 26 0 0 1 0 52H44a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4Z"/>
<g class="print">${waves()}</g>
<circle class="eye" cx="186" cy="32" r="8"/></svg>`;

/** The certificate's security printing, here on the key's case. */
function waves(): Html[] {
  return Array.from({ length: 7 }, (_, line) => {
    const y = 14 + line * 6;
    const swing = 12 + line * 2;
    return html`<path d="M48 ${y}q16-${swing} 32 0t32 0 32 0 32 0"/>`;
  });
}
