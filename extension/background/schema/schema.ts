/** Where and by which rule a value broke its schema. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** One reading of one value: where we are in it, and what was found wrong so far. */
export class Reading {
  readonly issues: Issue[];
  readonly path: readonly PropertyKey[];

  constructor(issues: Issue[] = [], path: readonly PropertyKey[] = []) {
    this.issues = issues;
    this.path = path;
  }

  refuse(code: string): void {
    this.issues.push({ code, path: this.path });
  }

  /** The same reading, one step deeper. */
  at(key: PropertyKey): Reading {
    return new Reading(this.issues, [...this.path, key]);
  }
}

export type Read = (value: unknown, reading: Reading) => unknown;
export type Check = (value: never, reading: Reading) => void;
export type Shape = { readonly [key: string]: Schema };

export class Schema {
  readonly read: Read;
  /** Of an object, for those who build upon it and for those who choose by a tag. */
  readonly shape: Shape | undefined;
  /** Of a literal. */
  readonly value: unknown;
  readonly optional: boolean;

  constructor(read: Read, more: { shape?: Shape; value?: unknown; optional?: boolean } = {}) {
    this.read = read;
    this.shape = more.shape;
    this.value = more.value;
    this.optional = more.optional ?? false;
  }

  /** The same schema and more rules, which only see a value of the right type. */
  check(...checks: readonly Check[]): Schema {
    return new Schema((value, reading) => {
      const before = reading.issues.length;
      const read = this.read(value, reading);
      if (reading.issues.length === before) for (const check of checks) check(read as never, reading);
      return read;
    });
  }

  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } } {
    const reading = new Reading();
    const data = this.read(value, reading);
    const { issues } = reading;
    return issues.length === 0 ? { success: true, data } : { success: false, error: { issues } };
  }
}
