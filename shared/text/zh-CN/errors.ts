import type { ErrorTexts } from '../language.ts';
import { generalErrorTexts } from './general-errors.ts';
import { keyWorkErrorTexts } from './key-work-errors.ts';
import { orderErrorTexts } from './order-errors.ts';

/** All of them, for readers that are not drawn: the command line, the protocol page. */
export const errorTexts: ErrorTexts = { ...generalErrorTexts, ...keyWorkErrorTexts, ...orderErrorTexts };
