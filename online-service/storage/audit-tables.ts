import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

interface ContentColumns {
  readonly what: string;
  readonly about: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly details: string;
}

export interface AuditTables {
  /** Waits to be chained. */
  readonly audit_entry: ContentColumns & {
    readonly id: GeneratedAlways<string>;
    readonly at: Generated<Date>;
  };
  readonly audit_record: ContentColumns & {
    readonly sequence: ColumnType<string, number, never>;
    readonly at: Date;
    readonly previous: string;
    readonly hash: string;
  };
  readonly audit_signature: {
    readonly sequence: ColumnType<string, number, never>;
    readonly hash: string;
    readonly at: ColumnType<Date, string, never>;
    readonly key_id: string;
    readonly signature: string;
  };
}
