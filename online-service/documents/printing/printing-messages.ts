import type { DocumentRequest } from './printed.ts';

export interface PrintingOrder {
  readonly id: number;
  readonly request: DocumentRequest;
}

export type PrintingAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failed: string };
