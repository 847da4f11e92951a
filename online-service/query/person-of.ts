import { checkIdNumber, type IdKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import type { BlindIndex } from '../personal-data/blind-index.ts';

export interface IdPaper {
  readonly kind: IdKind;
  readonly number: string;
}

/** How a person is found again: by the kind and number of the paper, in the spelling in which they are kept. */
export function personOf(index: BlindIndex, { kind, number }: IdPaper, today: string): string {
  const checked = checkIdNumber({ kind, text: number }, today);
  return index.of('id-number', `${kind} ${checked.ok ? checked.value : number}`).toString('base64url');
}
