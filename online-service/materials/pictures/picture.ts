/** The kinds that a slot takes, whatever the file is called. */
export type UploadKind = 'jpeg' | 'png' | 'gif';

export interface PictureLimits {
  /** Of the upload, and of what becomes of it: the channel's `materialLimitBytes`. */
  readonly maxBytes: number;
  readonly maxPixels: number;
  /** The shorter side, in pixels: below it nobody can read a document. */
  readonly minSide: number;
}

/** Phones take 12 to 50 million pixels; in memory 50 million are 150 MB for as long as one picture is checked. */
export const PIXEL_LIMITS = { maxPixels: 50_000_000, minSide: 300 } as const;

/** Drawn again from its pixels: nothing of the uploaded file is left but what one sees. */
export interface CheckedPicture {
  readonly bytes: Buffer;
  readonly kind: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** Documents and pictures of other kinds that people upload by mistake, so that they can be told what it is. */
export const OTHER_KINDS = ['pdf', 'svg', 'webp', 'heic', 'avif', 'tiff', 'bmp', 'jp2', 'psd'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

export type PictureRefusal =
  | { readonly code: 'KIND_NOT_ALLOWED'; readonly found: OtherKind }
  | {
      readonly code:
        | 'NOT_A_PICTURE'
        | 'TOO_LARGE'
        | 'TOO_MANY_PIXELS'
        | 'TOO_SMALL'
        /** Moves, or has several pages: one page for each slot. */
        | 'ANIMATED'
        /** Cut off, or broken inside. */
        | 'DAMAGED'
        /** Also reads as something else: a web page, an archive, a document. */
        | 'CARRIES_OTHER_DATA'
        | 'TOO_SLOW';
    };

export type PictureCheck =
  | { readonly ok: true; readonly picture: CheckedPicture }
  | { readonly ok: false; readonly refusal: PictureRefusal };
