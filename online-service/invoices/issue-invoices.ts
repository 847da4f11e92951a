import type { InvoiceState } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import type { DueDone } from '../jobs/due-work.ts';
import { safeFault } from '../problems/safe-fault.ts';
import type { Invoice } from './invoice.ts';
import type { InvoicePlatform, IssuedInvoice } from './invoice-platform.ts';
import type { InvoiceTools } from './invoice-tools.ts';
import { keepIssued } from './keep-issued.ts';

const AT_ONCE = 10;
/** Longer than the platform may take to answer, and its PDF to come. */
const LEASE_MS = 90_000;
const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** About two days; an invoice is promised within one, so somebody has been looking by then. */
const MOST_TRIES = 55;

/**
 * Asks the platform for what is due. Every try of an invoice sends the same id, so whoever died between the platform's
 * answer and our commit finds the invoice that was issued then.
 */
export async function issueInvoices(tools: InvoiceTools): Promise<DueDone> {
  const { platform } = tools;
  if (!platform) return { done: 0, more: false };
  const due = await tools.transact((stores) =>
    stores.invoices.takeDue({ now: tools.now(), leaseMs: LEASE_MS, most: AT_ONCE }),
  );
  const done = await Promise.all(due.map((id) => carryOut(tools, platform, id)));
  return { done: done.filter(Boolean).length, more: due.length === AT_ONCE };
}

/** One that cannot even be opened has its next turn after the lease, and holds up no other. */
async function carryOut(tools: InvoiceTools, platform: InvoicePlatform, id: Invoice['id']): Promise<boolean> {
  try {
    const invoice = await tools.transact((stores) => stores.invoices.find(id));
    if (!invoice) return false;
    return await issueOne(tools, platform, invoice).catch((fault: unknown) => notYet(tools, invoice, fault));
  } catch (fault) {
    tools.log.error({ invoice: id, fault: safeFault(fault) }, 'an invoice met a fault and is tried again');
    return false;
  }
}

async function issueOne(tools: InvoiceTools, platform: InvoicePlatform, invoice: Invoice): Promise<boolean> {
  const asked = await withRate(tools, invoice);
  if (!asked) return false;
  const answer = await answerOf(tools, platform, asked);
  if (answer === 'refused') return setAside(tools, asked);
  if (answer === 'never-issued') return change(tools, asked, 'not-needed');
  return keepIssued(tools, asked, { ...answer, pdf: await platform.pdf(asked.id) });
}

/** The rate of the first try holds for all. */
async function withRate(tools: InvoiceTools, invoice: Invoice): Promise<Invoice | undefined> {
  if (invoice.taxPercent !== undefined) return invoice;
  const { taxPercent } = tools;
  return tools.transact((stores) => stores.invoices.change(invoice, { taxPercent }));
}

async function answerOf(
  tools: InvoiceTools,
  platform: InvoicePlatform,
  invoice: Invoice,
): Promise<IssuedInvoice | 'refused' | 'never-issued'> {
  const { id, blueId, content, taxPercent = tools.taxPercent } = invoice;
  if (invoice.state === 'withdrawing') return (await platform.find(id)) ?? 'never-issued';
  if (blueId === undefined) return platform.issue(id, { content, taxPercent });
  const blue = await tools.transact((stores) => stores.invoices.find(blueId));
  if (blue?.number === undefined) throw new Error('a red invoice whose blue one has no number');
  return platform.reverse(id, blue.number);
}

async function change(tools: InvoiceTools, invoice: Invoice, state: InvoiceState): Promise<boolean> {
  const changed = await tools.transact((stores) => stores.invoices.change(invoice, { state, nextAt: undefined }));
  return changed !== undefined;
}

async function setAside(tools: InvoiceTools, invoice: Invoice): Promise<false> {
  await change(tools, invoice, 'stuck');
  tools.log.error({ invoice: invoice.id, kind: invoice.kind }, 'an invoice cannot be issued and waits for finance');
  return false;
}

/** Tried again in a while that doubles. The version may be another by now; then somebody else decides. */
async function notYet(tools: InvoiceTools, { id }: Invoice, fault: unknown): Promise<false> {
  const invoice = await tools.transact((stores) => stores.invoices.find(id));
  if (!invoice || (invoice.state !== 'asked' && invoice.state !== 'withdrawing')) return false;
  const { tries, kind } = invoice;
  tools.log.warn({ invoice: id, kind, tries, fault: safeFault(fault) }, 'an invoice could not be issued yet');
  if (tries >= MOST_TRIES && invoice.state === 'asked') return setAside(tools, invoice);
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20), LONGEST_WAIT_MS);
  const nextAt = new Date(tools.now().getTime() + wait);
  await tools.transact((stores) => stores.invoices.change(invoice, { nextAt }));
  return false;
}
