import type { InvoicePlatform, IssuedInvoice, ToIssue } from '../invoices/invoice-platform.ts';
import { ProviderAway } from '../signed-wire/provider-away.ts';

/** An invoice platform in the test's hand: issues each id once, and fails when told to. The real wire is the sandbox's. */
export function platformInHand() {
  const issued = new Map<string, IssuedInvoice & { readonly wanted?: ToIssue; readonly reverses?: string }>();
  const calls: string[] = [];
  const state = {
    answers: 'issued' as 'issued' | 'refused' | 'away',
    /** Called after the platform has done its part, before anybody hears of it. */
    beforeReply: undefined as (() => Promise<void> | void) | undefined,
  };
  const answer = async (id: string, of: { readonly wanted?: ToIssue; readonly reverses?: string }) => {
    if (state.answers === 'away') throw new ProviderAway('unreachable');
    if (state.answers === 'refused') return 'refused' as const;
    const there = issued.get(id) ?? {
      number: `2611200000000000${String(issued.size + 1).padStart(4, '0')}`,
      issuedAt: new Date('2026-11-23T03:00:00Z'),
      ...of,
    };
    issued.set(id, there);
    await state.beforeReply?.();
    return { number: there.number, issuedAt: there.issuedAt };
  };
  const platform: InvoicePlatform = {
    issue(id, wanted) {
      calls.push(`issue ${id}`);
      return answer(id, { wanted });
    },
    reverse(id, blueNumber) {
      calls.push(`reverse ${id}`);
      return answer(id, { reverses: blueNumber });
    },
    async find(id) {
      calls.push(`find ${id}`);
      if (state.answers === 'away') throw new ProviderAway('unreachable');
      return issued.get(id);
    },
    async pdf(id) {
      calls.push(`pdf ${id}`);
      return Buffer.from(`%PDF-1.7 ${issued.get(id)?.number}`);
    },
  };
  return { platform, issued, calls, state };
}

export type PlatformInHand = ReturnType<typeof platformInHand>;
