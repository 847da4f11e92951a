import type { Failed } from '@certbridge/shared/contract/result.ts';
import { documentRequest } from '../documents/document-request.ts';
import { type DocumentName, isThere } from '../documents/order-documents.ts';
import type { Printer } from '../documents/printer.ts';
import { issuedInvoice, readInvoicePdf } from '../invoices/read-invoice-pdf.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { MaterialTools } from '../materials/material-tools.ts';
import type { Order } from '../orders/order.ts';
import { openLink } from './open-link.ts';

export interface ReadDocument {
  readonly type: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function readDocument(tools: MaterialTools, printer: Printer) {
  return async (token: string): Promise<ReadDocument | Failed<'TRIES_TOO_FAST'> | undefined> => {
    const opened = await openLink(tools.transact, { leadsTo: 'document', token, now: tools.now() });
    if (!opened) return undefined;
    const { order, link } = opened;
    const name = link.target as DocumentName;
    if (!(await tools.transact((stores) => isThere(stores, order, name)))) return undefined;
    switch (name) {
      case 'application-form':
      case 'authorisation-letter-template':
      case 'seal-sheet-template': {
        const limited = await tools.transact((stores) =>
          withinLimits(stores.limits, [[LIMITS_OF.printsOfOrder, order.id]], tools),
        );
        if (limited) return limited;
        const bytes = await printer.print(documentRequest(order, name));
        return { type: 'application/pdf', name: `${order.number}-${name}.pdf`, bytes };
      }
      case 'invoice':
      case 'red-invoice':
        return invoiceOf(tools, order, name === 'invoice' ? 'blue' : 'red');
      default:
        return materialOf(tools, order, name);
    }
  };
}

async function invoiceOf(tools: MaterialTools, order: Order, kind: 'blue' | 'red'): Promise<ReadDocument | undefined> {
  const pdf = await readInvoicePdf(tools, (stores) => issuedInvoice(stores, order.id, kind));
  return pdf && { type: 'application/pdf', ...pdf };
}

async function materialOf(tools: MaterialTools, order: Order, slot: string): Promise<ReadDocument | undefined> {
  const stored = order.materials.find((material) => material.slot === slot);
  const bytes = stored && (await tools.materials.get(stored.storeKey));
  if (!bytes) return undefined;
  const type = stored.kind === 'png' ? 'image/png' : 'image/jpeg';
  return { type, name: `${order.number}-${slot}.${stored.kind === 'png' ? 'png' : 'jpg'}`, bytes };
}
