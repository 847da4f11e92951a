import { createHash } from 'node:crypto';
import { Availability } from '../signed-api/availability.ts';
import { newAccount } from '../signed-api/provider-account.ts';
import type { IssuedInvoice, WantedInvoice } from './invoice.ts';

/** In a title: nothing is issued to it. */
export const REFUSED_TITLE = '拒开';
const TAXPAYER_NUMBER = /^[0-9A-Z]{15,20}$/;
/** The page shows the last ones. */
const MOST_SHOWN = 50;
/** Beijing, and a platform's own counter: what a number of the national kind begins with, after the year. */
const PLACE = '112';

/** Issues e-invoices, each request once; forgotten when the sandbox stops. */
export class InvoicePlatform {
  readonly account = newAccount();
  readonly availability = new Availability();
  readonly #byRequest = new Map<string, IssuedInvoice>();
  readonly #byNumber = new Map<string, IssuedInvoice>();
  /** Begun with the time: a service that lives longer than the sandbox never gets a number twice. */
  #serial = Date.now() * 100;

  /** Newest first. */
  get newest(): IssuedInvoice[] {
    return [...this.#byRequest.values()].reverse().slice(0, MOST_SHOWN);
  }

  find(requestId: string): IssuedInvoice | undefined {
    return this.#byRequest.get(requestId);
  }

  findByNumber(number: string): IssuedInvoice | undefined {
    return this.#byNumber.get(number);
  }

  issue(requestId: string, wanted: WantedInvoice): IssuedInvoice | undefined {
    const { title, taxpayerNumber } = wanted.buyer;
    const sum = wanted.lines.reduce((total, { amountFen }) => total + amountFen, 0);
    const isWrong = taxpayerNumber !== undefined && !TAXPAYER_NUMBER.test(taxpayerNumber);
    if (sum !== wanted.totalFen || isWrong || title.includes(REFUSED_TITLE)) return undefined;
    return this.#keep({ requestId, wanted, reverses: undefined });
  }

  /** The whole of a blue one, once. */
  reverse(requestId: string, number: string): IssuedInvoice | undefined {
    const blue = this.#byNumber.get(number);
    if (!blue || blue.reverses !== undefined || this.reversalOf(number)) return undefined;
    return this.#keep({ requestId, wanted: blue.wanted, reverses: number });
  }

  reversalOf(number: string): IssuedInvoice | undefined {
    return [...this.#byRequest.values()].find(({ reverses }) => reverses === number);
  }

  #keep(asked: Pick<IssuedInvoice, 'requestId' | 'wanted' | 'reverses'>): IssuedInvoice {
    this.#serial += 1;
    const issuedAt = new Date();
    const number = `${String(issuedAt.getFullYear()).slice(2)}${PLACE}${String(this.#serial).padStart(15, '0')}`;
    const issued = { ...asked, number, checkCode: checkCodeOf(number), issuedAt };
    this.#byRequest.set(asked.requestId, issued);
    this.#byNumber.set(number, issued);
    return issued;
  }
}

function checkCodeOf(number: string): string {
  const digest = createHash('sha256').update(number).digest();
  return BigInt(`0x${digest.toString('hex')}`)
    .toString()
    .slice(0, 20);
}
