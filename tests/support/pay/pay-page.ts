import type { Locator } from 'playwright';
import type { Panel } from '../apply/fill-fields.ts';
import { expect } from '../patient-expect.ts';

const NAMES = { alipay: '支付宝', wechat: '微信支付' } as const;

/** The card with one way's code. */
export function codeCard(panel: Panel, way: keyof typeof NAMES): Locator {
  return panel.getByRole('region', { name: new RegExp(`^${NAMES[way]}付款码`) });
}

/** Both codes are there, and can be paid. */
export async function bothCodesShown(panel: Panel): Promise<void> {
  for (const way of ['alipay', 'wechat'] as const) {
    await expect(codeCard(panel, way).getByText('等待付款')).toBeVisible();
    await expect(codeCard(panel, way).getByRole('img')).toBeVisible();
  }
}

/** The page turned over by itself, and whoever does not see it heard of it. */
export async function isPaid(panel: Panel): Promise<void> {
  await expect(panel.getByRole('heading', { level: 1, name: '付款成功' })).toBeVisible();
  await expect(panel.getByText('已收到付款，申请进入审核。')).toBeAttached();
}
