import { uiTexts } from '@certbridge/shared/text/zh-CN/ui.ts';

export type StampedPaper = 'authorisation-letter' | 'seal-sheet' | 'personal-seal-sheet';

/** As the slot is called into which it is uploaded, without what must be done with it. */
export function paperName(paper: StampedPaper): string {
  return slotName(paper).replace(/，.*$/, '');
}

export function slotName(paper: StampedPaper): string {
  return uiTexts[`material.${paper}`];
}
