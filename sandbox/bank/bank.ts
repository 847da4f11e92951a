import { Arrivals, type Arrived } from '../http/arrivals.ts';
import { Availability } from '../signed-api/availability.ts';
import { newAccount } from '../signed-api/provider-account.ts';
import type { Transfer, TransferOrder } from './transfer.ts';

/** Digits of the shortest account that this bank takes. */
export const SHORTEST_ACCOUNT = 8;
/** An account that ends so is nobody's: the fen comes back. */
export const RETURNS = '0000';

/** What came into one account, newest first. */
export interface Statement {
  readonly account: string;
  readonly name: string;
  readonly bank: string;
  readonly entries: readonly Arrived<Transfer>[];
}

/** Carries out transfers at once, and shows every account what came in. */
export class Bank {
  readonly account = newAccount();
  readonly availability = new Availability();
  readonly transfers = new Arrivals<Transfer>();
  readonly #byRequest = new Map<string, Transfer>();

  /** Whoever calls this has seen to it that the same request id comes here once. */
  send(requestId: string, order: TransferOrder): 'accepted' | 'refused' {
    const { account } = order.payee;
    if (account.replace(/\D/g, '').length < SHORTEST_ACCOUNT) return 'refused';
    const transfer: Transfer = { ...order, standing: account.endsWith(RETURNS) ? 'returned' : 'credited' };
    this.#byRequest.set(requestId, transfer);
    this.transfers.add(transfer);
    return 'accepted';
  }

  find(requestId: string): Transfer | undefined {
    return this.#byRequest.get(requestId);
  }

  /** Of every account into which something came, the one that changed last first. */
  statements(): Statement[] {
    const credited = this.transfers.newestFirst().filter(({ item }) => item.standing === 'credited');
    return [...Map.groupBy(credited, ({ item }) => item.payee.account)].map(([account, entries]) => ({
      account,
      name: entries[0]?.item.payee.name ?? '',
      bank: entries[0]?.item.payee.bank ?? '',
      entries,
    }));
  }
}
