import type { KeyAlgorithm, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import type { TokenSession } from '../../pkcs11/token-session.ts';
import { refuse } from '../refused.ts';
import { usualForm } from './token-signer.ts';

interface Needed {
  readonly generates?: readonly KeyAlgorithm[];
  readonly signs?: readonly SignatureForm[];
}

/** Asked before anything is touched, so that what a module can't do never shows half-way. */
export function needCapabilities({ capabilities }: TokenSession, { generates = [], signs = [] }: Needed): void {
  const forms = [...signs, ...generates.map(usualForm)];
  const missing =
    generates
      .filter((algorithm) => !capabilities.generates(algorithm))
      .map((algorithm) => `generate ${algorithm}`)[0] ??
    forms.filter((form) => !capabilities.signs(form)).map((form) => `sign ${form}`)[0];
  if (missing !== undefined) refuse('CAPABILITY_MISSING', { values: { capability: missing }, support: missing });
}
