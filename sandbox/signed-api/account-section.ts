import { type Html, html } from '../http/html.ts';
import { section } from '../http/tool-page.ts';
import type { ProviderAccount } from './provider-account.ts';

export interface AccountPlace {
  readonly account: ProviderAccount;
  /** The middle of the service's settings: CERTBRIDGE_…_URL. */
  readonly variable: 'BUREAU' | 'BANK' | 'INVOICE';
  /** Its own address, as the browser has it. */
  readonly url: string;
}

/** How a service that was started by hand finds this provider. The key is a new one with every start. */
export function accountSection({ account, variable, url }: AccountPlace): Html {
  const rows = [
    ['URL', url],
    ['APP_ID', account.appId],
    ['KEY', account.key],
  ];
  return section(
    { zh: '接入设置', en: 'Settings of a service' },
    html`<dl>${rows.map(([name, value]) => html`<dt class="code">CERTBRIDGE_${variable}_${name}</dt><dd class="code">${value}</dd>`)}</dl>
<p class="note">npm start 已自动设置。密钥每次启动都不同。 <span lang="en">npm start has set them. The key is a new one with every start.</span></p>`,
  );
}
