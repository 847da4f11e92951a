import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontCoverage } from './font-coverage.ts';
import { fonts } from './fonts.ts';
import { hasNumberedCharacter, visibleText } from './visible-text.ts';

const { canDraw, files } = fonts();
const shown = (text: string) => visibleText(text, canDraw);

describe('the font', () => {
  it('has what people in China are called: common characters, and the rare ones of the table of 2013', () => {
    for (const name of [
      '张三',
      '䶮',
      '𬭎',
      '喆',
      '珺',
      '祎',
      '镕',
      '𬬻',
      '𫖯',
      '㛃',
      '欧阳·买买提',
      '〇',
      'Müller-Åsa',
    ]) {
      expect(shown(name)).toBe(name);
    }
  });

  it('both weights have the same characters', () => {
    const strong = fontCoverage(files.strong);
    const apart = Array.from({ length: 0x31350 }, (_, point) => point).filter((each) => strong(each) !== canDraw(each));
    expect(apart).toEqual([]);
  });

  it('has the marks that documents are made of', () => {
    for (const mark of '〔〕（）“”：，。、　—×…￥%') expect(canDraw(mark.codePointAt(0) ?? 0)).toBe(true);
  });
});

describe('what the font does not have', () => {
  it.each([
    ['𠮷', '〔U+20BB7〕'],
    ['张𪚥', '张〔U+2A6A5〕'],
    ['Ł', '〔U+0141〕'],
    ['👍', '〔U+1F44D〕'],
    ['\ue000', '〔U+E000〕'],
    ['\ud842', '〔U+D842〕'],
  ])('%s is printed as %s', (text, words) => {
    expect(shown(text)).toBe(words);
    expect(hasNumberedCharacter(shown(text))).toBe(true);
  });

  it('marks that turn or hide text are left out', () => {
    expect(shown('张\u202e三\u200b\u0000\u2066李\ufeff四\u{e0100}')).toBe('张三李四');
    expect(shown('一\t二\u00a0三\u3000四\n五')).toBe('一 二 三\u3000四\n五');
  });

  it('nothing is lost without a trace, and nothing is left that the font cannot draw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const characters = [...shown(text)].filter((each) => each !== '\n');
        expect(characters.every((each) => canDraw(each.codePointAt(0) ?? 0))).toBe(true);
      }),
    );
  });
});
