import type { Fen } from '@certbridge/shared/domain/money.ts';

/** What the documents are made of: words ready to be printed. Who has an order maps it to these. */

export interface LabelledRow {
  readonly label: string;
  readonly value: string;
}

export interface DocumentSection {
  readonly title: string;
  readonly rows: readonly LabelledRow[];
}

export interface DocumentHead {
  readonly channel: string;
  readonly business: string;
  readonly orderNumber: string;
  /** Of the data, not of the printing: the same data gives the same file, byte by byte. */
  readonly madeAt: Date;
}

export interface PrintedPrice {
  readonly name: string;
  readonly count: number;
  readonly each: Fen;
  readonly amount: Fen;
}

export interface AgreedText {
  readonly title: string;
  readonly version: string;
  readonly agreedAt: Date;
}

export interface Signing {
  readonly by: string;
  /** By a code sent to a phone, or by a key. */
  readonly way: string;
  readonly at: Date;
}

export interface ApplicationForm {
  readonly head: DocumentHead;
  readonly sections: readonly DocumentSection[];
  readonly prices: readonly PrintedPrice[];
  readonly total: Fen;
  readonly consents: readonly AgreedText[];
  /** SHA-256 of the canonical application, in hexadecimal: at the foot of every page. */
  readonly digest: string;
  /** Absent until it is signed. */
  readonly signing?: Signing;
}

export interface PrintedUnit {
  readonly name: string;
  readonly creditCode: string;
  readonly legalRepresentative: string;
}

export interface PrintedPerson {
  readonly name: string;
  readonly idKind: string;
  readonly idNumber: string;
}

export interface AuthorisationLetter {
  readonly head: DocumentHead;
  readonly unit: PrintedUnit;
  readonly operator: PrintedPerson;
}

export interface SealSheet {
  readonly head: DocumentHead;
  readonly unit: PrintedUnit;
  readonly seals: 'company' | 'company-and-legal-representative';
}

export interface PersonalSealSheet {
  readonly head: DocumentHead;
  readonly person: PrintedPerson;
  readonly unitName: string;
}
