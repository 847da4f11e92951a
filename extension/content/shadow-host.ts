import { tokens } from './tokens.ts';

/**
 * An element of ours in a partner's page. The shadow root is closed, and of two `!important` rules the one inside it
 * wins over the page's, so no global style gets in. A constructed sheet needs no `style-src`.
 */
export function shadowHost(hostStyle: string, style: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  const important = hostStyle.replaceAll(';', ' !important;');
  sheet.replaceSync(`:host{all:initial !important;${important}}${tokens('.cb')}${style}`);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
