import { BANK_KINDS, type Bank, type BankKind } from './bank.ts';
import { BANKS_BY_KIND } from './bank-data.ts';

const BANKS: readonly Bank[] = BANK_KINDS.flatMap(banksOf);

export function banksOf(kind: BankKind): readonly Bank[] {
  return BANKS_BY_KIND[kind];
}

/** Everybody else's bank is typed by hand: `checkBankName`. */
export function isListedBank(name: string): boolean {
  return BANKS.some((bank) => bank.name === name);
}

/** What fits best comes first; banks that fit alike stay in the order of the list. Nothing asked: the whole list. */
export function searchBanks(query: string): readonly Bank[] {
  const asked = query.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (asked === '') return BANKS;
  return BANKS.map((bank) => ({ bank, fit: fitOf(bank, asked) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ bank }) => bank);
}

/** A name or short form said whole, begun, and contained; likewise its initials. */
function fitOf({ name, initials, aliases = [] }: Bank, asked: string): number {
  const names = [name.normalize('NFKC'), ...aliases].map((each) => each.toLowerCase());
  const letters = initials.split(' ');
  if (names.includes(asked)) return 6;
  if (letters.includes(asked)) return 5;
  if (names.some((each) => each.startsWith(asked))) return 4;
  if (letters.some((each) => each.startsWith(asked))) return 3;
  if (names.some((each) => each.includes(asked))) return 2;
  return letters.some((each) => each.includes(asked)) ? 1 : 0;
}
