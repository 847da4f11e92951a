/** How the material of a slot stands. */
export type UploadStanding =
  | { readonly kind: 'empty' }
  /** Not sent: larger than allowed. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'shrinking' }
  | { readonly kind: 'sending'; readonly sentBytes: number; readonly totalBytes: number }
  /** The line broke; what has arrived is kept. The reason is the beginning of a sentence: 网络断开. */
  | { readonly kind: 'stopped'; readonly sentBytes: number; readonly totalBytes: number; readonly reason: string }
  | { readonly kind: 'done'; readonly note?: string }
  /** By our own check at once, or by a reviewer later. */
  | { readonly kind: 'rejected'; readonly reason: string };
