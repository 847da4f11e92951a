import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { ot } from '../../../ui/form-words.ts';
import { errorMessage } from '../../../ui/i18n.ts';
import { fileSize } from '../../../ui/upload/file-size.ts';
import type { UploadStanding } from '../../../ui/upload/upload-standing.ts';
import type { SlotStanding } from '../materials/slot-standing.ts';

/** How a slot stands, in the words of the language that is spoken. */
export function saidOfSlot(standing: SlotStanding): UploadStanding {
  switch (standing.kind) {
    case 'empty':
    case 'too-large':
    case 'shrinking':
    case 'sending':
      return standing;
    case 'done':
      return { kind: 'done', note: ot('materials.done', { size: fileSize(standing.bytes) }) };
    case 'stopped':
      return { ...standing, reason: errorMessage(standing.error).what };
    case 'rejected':
      return { kind: 'rejected', reason: said(standing.error) };
    case 'not-shrinkable':
      return { kind: 'rejected', reason: ot('materials.notShrinkable') };
  }
}

function said(error: PublicError): string {
  const { what, next } = errorMessage(error);
  return ot('sentence.two', { first: what, second: next });
}
