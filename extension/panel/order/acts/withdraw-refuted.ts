import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { effect } from '@preact/signals';
import type { OrderSession } from '../state/order-session.ts';

/** Said of what stood in the form at that moment, and of nothing else. */
const ABOUT_THE_FORM: readonly ErrorCode[] = ['IDENTITY_DIFFERS', 'TRANSFER_REFUSED'];

/** The notice that something does not agree goes as soon as the form is corrected: of what it says now nothing is known. */
export function withdrawRefuted({ failure, form }: Pick<OrderSession, 'failure' | 'form'>): () => void {
  let refuted: object | undefined;
  return effect(() => {
    const told = failure.value;
    const typed = form.values.value;
    if (!told || !ABOUT_THE_FORM.includes(told.error.code)) {
      refuted = undefined;
    } else if (!refuted) {
      refuted = typed;
    } else if (refuted !== typed) {
      failure.value = undefined;
    }
  });
}
