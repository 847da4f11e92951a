import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { isPosted } from '@certbridge/shared/domain/form/form-sections.ts';
import { ot } from '../../../ui/form-words.ts';
import type { Applied, Step } from '../state/order-pages.ts';

/** Who acts is called differently by channel and holder; and what is not posted is only handed in. */
export function stepTitle(step: Step, applied: Applied, fields: FormFields): string {
  if (step === 'operator') return ot(`step.operator.${whoActs(applied)}`);
  if (step === 'send') return isPosted({ ...applied, fields }) ? ot('step.send') : ot('step.send.only');
  return ot(`step.${step}`);
}

export type WhoActs = 'operator' | 'seal-administrator' | 'applicant';

export function whoActs({ channel, holder }: Pick<Applied, 'channel' | 'holder'>): WhoActs {
  return holder === 'person' ? 'applicant' : (channel.operatorRole ?? 'operator');
}
