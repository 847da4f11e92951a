import { describe, expect, it } from 'vitest';
import { codeIn, createCodeEntry } from './code-entry.ts';

function entry() {
  const sent: string[] = [];
  return { sent, ...createCodeEntry((code) => sent.push(code)) };
}

describe('the entry of a code', () => {
  it('is sent by the sixth digit, without a button', () => {
    const { enter, sent } = entry();
    for (const typed of ['4', '48', '482', '4829', '48291']) enter(typed);
    expect(sent).toEqual([]);
    enter('482913');
    expect(sent).toEqual(['482913']);
  });

  it('is sent once, whatever is typed after it', () => {
    const { enter, sent, code } = entry();
    enter('482913');
    enter('4829137');
    enter('482913x');
    expect(sent).toEqual(['482913']);
    expect(code.value).toBe('482913');
  });

  it('is sent again when it was corrected, the same or another', () => {
    const { enter, sent } = entry();
    enter('482913');
    enter('48291');
    enter('482918');
    enter('48291');
    enter('482918');
    expect(sent).toEqual(['482913', '482918', '482918']);
  });

  it('begins anew after it was cleared', () => {
    const { enter, clear, sent, code } = entry();
    enter('482913');
    clear();
    expect(code.value).toBe('');
    enter('482913');
    expect(sent).toHaveLength(2);
  });
});

describe('what a pasted text holds', () => {
  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['482-913', '482913'],
    ['４８２９１３', '482913'],
    ['【证桥】验证码 482913，5 分钟内有效。', '482913'],
    ['尾号 6688 的手机收到验证码：482913', '482913'],
    ['48a2', '482'],
    ['abc', ''],
  ])('of “%s” is %s', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});
