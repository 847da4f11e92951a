import { orderChoiceTexts } from './order-choices.ts';
import { orderFormTexts } from './order-form.ts';
import { orderStatusTexts } from './order-status.ts';
import { orderStepTexts } from './order-steps.ts';

/** 办理新证书的各个画面。 */
export const orderTexts = {
  ...orderFormTexts,
  ...orderChoiceTexts,
  ...orderStepTexts,
  ...orderStatusTexts,
} as const;
