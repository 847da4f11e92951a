import type { OrderTexts } from '../order-text.ts';
import { orderChoiceTexts } from './order-choices.ts';
import { orderFormTexts } from './order-form.ts';
import { orderStatusTexts } from './order-status.ts';
import { orderStepTexts } from './order-steps.ts';

export const orderTexts: OrderTexts = {
  ...orderFormTexts,
  ...orderChoiceTexts,
  ...orderStepTexts,
  ...orderStatusTexts,
};
