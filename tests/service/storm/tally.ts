/** What became of what was sent. */
export interface Tally {
  sent: number;
  acknowledged: number;
  unreachable: number;
  /** Genuine ones that were answered, but not with thanks: by status. */
  readonly notThanked: Map<number, number>;
  forgedAccepted: number;
  alteredAccepted: number;
  refundNews: number;
  /** In the calm, because nobody had thanked for it in the storm. */
  toldAfterwards: number;
}

export function newTally(): Tally {
  return {
    sent: 0,
    acknowledged: 0,
    unreachable: 0,
    notThanked: new Map(),
    forgedAccepted: 0,
    alteredAccepted: 0,
    refundNews: 0,
    toldAfterwards: 0,
  };
}
