import type { PAGE_PROTOCOL } from '@certbridge/shared/contract/page.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Answer } from './page-door.ts';
import { readStatus } from './read-reply.ts';

/** Held to the contract by type, as MARK is in read-page-message.ts. */
const PROTOCOL: typeof PAGE_PROTOCOL = 1;

/** What a page's requests may set in motion. */
export interface PagePowers {
  readonly extensionVersion: string;
  /** How the background answered who this page is. */
  readonly described: Promise<Result<unknown>>;
  /** False when it was updated or removed under this page, which only a reload of the page can mend. */
  extensionIsHere(): boolean;
  status(): Promise<Result<unknown>>;
  openPanel(business: BusinessName | undefined): void;
  closePanel(): void;
}

/** Answers what the page asked. Except for closing, the page must be a portal that the background knows. */
export function answerPage(powers: PagePowers): Answer {
  const { extensionVersion, described, extensionIsHere, status, openPanel, closePanel } = powers;
  return async ({ operation, business }) => {
    if (operation === 'panel.close') {
      closePanel();
      return { ok: true, value: {} };
    }
    const portal = await described;
    if (!portal.ok) return portal;
    if (!extensionIsHere()) return { ok: false, error: { code: 'CONNECTION_LOST' } };
    switch (operation) {
      case 'hello':
        return { ok: true, value: { extensionVersion, protocol: PROTOCOL } };
      case 'panel.open':
        openPanel(business);
        return { ok: true, value: {} };
      case 'status':
        return checkedStatus(await status());
    }
  };
}

function checkedStatus(result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result;
  const value = readStatus(result.value);
  return value ? { ok: true, value } : { ok: false, error: { code: 'REPLY_INVALID' } };
}
