/** A province or a city. The code is that of GB/T 2260, six digits; the name is the full official one. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

export interface Province extends Region {
  /** Names by code. A municipality, Hong Kong and Macao have one city, themselves: there is nothing to choose below them. */
  readonly cities: Readonly<Record<string, string>>;
}
