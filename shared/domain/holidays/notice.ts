/** One year's notice of the State Council: its breaks, and the weekends that are worked for them. */
export type Notice = readonly {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly workingWeekends: readonly string[];
}[];
