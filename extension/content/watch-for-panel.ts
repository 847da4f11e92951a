import { ask } from './background-port.ts';
import { extensionIsHere } from './extension-is-here.ts';
import { retry } from './retry.ts';

export interface PanelWatch {
  readonly stop: AbortSignal;
  /** The panel was folded away from inside. */
  readonly onClose: () => void;
  /** The extension was updated or removed: its panel is dead, and cannot say so. */
  readonly onGone: () => void;
}

/** While a panel is open: what the extension wants of the page around it, however often the background sleeps. */
export async function watchForPanel({ stop, onClose, onGone }: PanelWatch): Promise<void> {
  await retry(() => ask('page.watch', { stop, onEvent: onClose }), Number.POSITIVE_INFINITY);
  if (!extensionIsHere()) onGone();
}
