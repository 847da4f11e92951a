export interface Caption {
  readonly zh: string;
  readonly en: string;
}

export interface Picture extends Caption {
  readonly file: string;
}

export interface Chapter {
  readonly title: Caption;
  readonly pictures: Picture[];
}
