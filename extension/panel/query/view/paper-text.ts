import { maskIdNumber } from '@certbridge/shared/domain/masking.ts';
import { formWords } from '../../../ui/form-words.ts';
import type { IdPaper } from '../state/id-form.ts';

/** 居民身份证 4101**********1234: enough to see whether it was typed right. */
export function paperText({ idKind, idNumber }: IdPaper): string {
  return `${formWords().idKinds[idKind]} ${maskIdNumber(idNumber)}`;
}
