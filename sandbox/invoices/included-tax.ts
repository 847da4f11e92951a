/** The tax in a price that includes it, to the fen, half a fen up. */
export function includedTax(amountFen: number, percent: number): number {
  return Math.round((amountFen * percent) / (100 + percent));
}
