import type { Page } from 'playwright';
import type { Desk } from '../open-desk.ts';
import { expect } from '../patient-expect.ts';

/** The panel in a tab of its own, which asks for the channel first. */
export async function openChannel(desk: Desk, channel: string): Promise<Page> {
  const panel = await desk.openPanelTab();
  await panel.getByRole('button', { name: channel }).click();
  await expect(panel.getByRole('button', { name: /^订单查询/ })).toBeVisible();
  return panel;
}
