import { expect } from '../patient-expect.ts';
import { fieldOf, type Panel } from './fill-fields.ts';

const QUESTION = /(?<first>[零一二三四五六七八九十]+)(?<sign>[加减])(?<second>[零一二三四五六七八九十]+)等于几/;
const DIGITS = '零一二三四五六七八九';

/** As somebody does who cannot see the picture: asks for the sum in words, and works it out. */
export async function answerCaptcha(panel: Panel): Promise<void> {
  await panel.getByRole('button', { name: '看不清，用文字题' }).click();
  const words = panel.getByText(QUESTION);
  await expect(words).toBeVisible();
  await fieldOf(panel, '算一道题').fill(answerOf(await words.innerText()));
}

export function answerOf(words: string): string {
  const { first = '', sign, second = '' } = QUESTION.exec(words)?.groups ?? {};
  if (first === '' || second === '') throw new Error(`no sum in “${words}”`);
  return String(sign === '加' ? numberOf(first) + numberOf(second) : numberOf(first) - numberOf(second));
}

/** Up to nineteen: 七, 十, 十七. */
function numberOf(word: string): number {
  const teens = word.startsWith('十');
  const digit = teens ? word.slice(1) : word;
  return (teens ? 10 : 0) + Math.max(0, DIGITS.indexOf(digit || '零'));
}
