/** What is done from time to time, by one process of the service at a time; done twice it does no harm. */
export interface Job {
  readonly name: string;
  /** Minute, hour, day, month, weekday; in UTC. */
  readonly cron: string;
  /** Answers what it has done, in numbers for the log. Stops between two steps when the signal says so. */
  run(signal: AbortSignal): Promise<JobDone>;
}

export type JobDone = Readonly<Record<string, number>>;
