import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import { PANEL_PATH } from './page-paths.ts';

/** What the one who opens the panel may ask of it; the panel reads it from its own address and checks it. */
export interface PanelWish {
  readonly business?: BusinessName | undefined;
  readonly channelId?: string | undefined;
}

/** The panel's path with the wish: `/extension/panel/index.html?business=renew`. */
export function panelAddress({ business, channelId }: PanelWish): string {
  const wish = new URLSearchParams();
  if (channelId) wish.set('channelId', channelId);
  if (business) wish.set('business', business);
  return wish.size === 0 ? PANEL_PATH : `${PANEL_PATH}?${wish}`;
}
