import * as z from 'zod/mini';
import { ORDER_ERRORS, online } from './online-operation.ts';
import { materialSlot, orderId, orderView, sha256Hex } from './order-view.ts';
import { PIECE_WRITE, SMALL_READ, SMALL_WRITE } from './sizes.ts';

const ofUpload = { id: orderId, uploadId: z.uuid() };
const offset = z.int().check(z.nonnegative(), z.lte(4 * 1024 * 1024));
const REFUSALS = [
  'MATERIAL_NOT_A_PICTURE',
  'MATERIAL_KIND_NOT_ALLOWED',
  'MATERIAL_TOO_LARGE',
  'MATERIAL_TOO_MANY_PIXELS',
  'MATERIAL_TOO_SMALL',
  'MATERIAL_SEVERAL_PAGES',
  'MATERIAL_DAMAGED',
] as const;

/** Pieces of a picture, so that a bad line loses one piece and not the whole. */
export const materialOperations = {
  'materials.begin': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/uploads' }, access: 'order', effect: 'once' },
    {
      summary: 'Begins an upload into a slot; begun before with the same content, it goes on where it stopped.',
      input: z.strictObject({ id: orderId, slot: materialSlot, bytes: z.int().check(z.positive()), sha256: sha256Hex }),
      output: z.strictObject({ uploadId: z.uuid(), offset }),
      errors: ['MATERIAL_TOO_LARGE', 'TRIES_TOO_FAST', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'materials.piece': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/uploads/{uploadId}/pieces' }, access: 'order', effect: 'none' },
    {
      summary:
        'The next piece. Its offset makes a repetition harmless; a gap is refused with the offset that is wanted.',
      input: z.strictObject({
        ...ofUpload,
        offset,
        data: z.string().check(z.minLength(4), z.maxLength(256 * 1024), z.regex(/^[\w+/]+={0,2}$/)),
      }),
      output: z.strictObject({ offset }),
      errors: ['UPLOAD_UNKNOWN', 'UPLOAD_OFFSET', 'MATERIAL_TOO_LARGE', ...ORDER_ERRORS],
      timeLimitMs: 20_000,
      sizeLimitBytes: PIECE_WRITE,
    },
  ),
  'materials.finish': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/uploads/{uploadId}/finish' }, access: 'order', effect: 'once' },
    {
      summary: 'Checks the whole picture by its content and puts it into its slot, in the place of an earlier one.',
      input: z.strictObject(ofUpload),
      output: orderView,
      errors: ['UPLOAD_UNKNOWN', 'UPLOAD_OFFSET', 'UPLOAD_DIFFERS', 'TRIES_TOO_FAST', ...REFUSALS, ...ORDER_ERRORS],
      timeLimitMs: 20_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'materials.remove': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/materials/{slot}/remove' }, access: 'order', effect: 'once' },
    {
      summary: 'Empties a slot.',
      input: z.strictObject({ id: orderId, slot: materialSlot }),
      output: orderView,
      errors: [...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'materials.phone': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/materials/{slot}/phone' }, access: 'order', effect: 'once' },
    {
      summary: 'A page for the phone’s camera: one use, a few minutes, this slot only.',
      input: z.strictObject({ id: orderId, slot: materialSlot }),
      output: z.strictObject({ url: z.url().check(z.maxLength(300)), until: z.iso.datetime() }),
      errors: ['TRIES_TOO_FAST', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_WRITE,
    },
  ),
  'documents.link': online(
    { route: { method: 'POST', path: '/v1/orders/{id}/links' }, access: 'order', effect: 'none' },
    {
      summary: 'A short-lived address for one document or material of the order.',
      input: z.strictObject({
        id: orderId,
        of: z.union([
          materialSlot,
          z.enum([
            'application-form',
            'authorisation-letter-template',
            'seal-sheet-template',
            'invoice',
            'red-invoice',
          ]),
        ]),
      }),
      output: z.strictObject({ url: z.url().check(z.maxLength(300)), until: z.iso.datetime() }),
      errors: ['DOCUMENT_NOT_THERE', 'TRIES_TOO_FAST', ...ORDER_ERRORS],
      timeLimitMs: 10_000,
      sizeLimitBytes: SMALL_READ,
    },
  ),
} as const;
