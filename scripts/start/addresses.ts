import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { PANEL_PATH } from '../../extension/platform/page-paths.ts';
import { table } from '../tools/table.ts';
import type { World } from '../world/start-world.ts';

/** The panel in a tab of its own. */
export const PANEL_URL = `chrome-extension://${EXTENSION_IDS[0]}${PANEL_PATH}`;

export function addressTable({ sandbox, service }: World): string {
  const rows = [
    ...sandbox.portals.map(({ name, url }) => [name, 'demo platform', url]),
    ['USB 口：插拔虚拟 UKey', 'USB port: plug and pull keys', new URL('usb', sandbox.url).href],
    ['手机短信', 'text messages', new URL('phones', sandbox.url).href],
    ['邮箱', 'mailbox', new URL('mailbox', sandbox.url).href],
    ['身份核验机构', 'identity bureau', new URL('bureau', sandbox.url).href],
    ['银行：1 分钱与附言', 'bank: the fen and its remark', new URL('bank', sandbox.url).href],
    ['钱包：用支付宝、微信付款', 'wallet: pays by Alipay, WeChat Pay', new URL('wallet', sandbox.url).href],
    ['电子发票平台', 'e-invoice platform', new URL('invoices', sandbox.url).href],
    ['沙箱首页', 'sandbox', sandbox.url],
    ['证桥面板（独立标签页）', 'panel in its own tab', PANEL_URL],
    ['线上服务接口文档', 'service API', new URL('/docs', service.url).href],
    ['线上服务健康状况', 'service health', new URL('/health', service.url).href],
    ['线上服务指标', 'service metrics', new URL('/metrics', service.url).href],
  ];
  return table(['打开', 'open', '地址 address'], rows);
}
