import { SIGNATURE_FORMS, type SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { type SoftwareSigner, softwareSigner } from './software-signer.ts';

/** One key for each form of signature; made once, because RSA takes its time. */
export const SIGNERS = Object.fromEntries(SIGNATURE_FORMS.map((form) => [form, softwareSigner(form)])) as Readonly<
  Record<SignatureForm, SoftwareSigner>
>;
