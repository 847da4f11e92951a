/** A text that applicants agree to, as it is read. Its version is that of `AGREEMENTS` in the domain. */
export interface AgreementText {
  readonly version: string;
  readonly lead: string;
  readonly sections: readonly AgreementSection[];
}

export interface AgreementSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
}
