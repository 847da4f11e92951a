import { describe, expect, it } from 'vitest';
import { matchingOptions, namedOption } from './matching-options.ts';

const BANKS = [
  { id: 'icbc', name: '中国工商银行', also: ['ICBC', 'gsyh'] },
  { id: 'ccb', name: '中国建设银行', also: ['CCB', 'jsyh'] },
  { id: 'cmb', name: '招商银行', also: ['CMB', 'zsyh'] },
  { id: 'czb', name: '浙商银行', also: ['CZB', 'zsyh'] },
];
const found = (search: string) => matchingOptions(BANKS, search).map(({ id }) => id);

describe('searching a list', () => {
  it('shows everything before anything is typed', () => {
    expect(found('')).toEqual(['icbc', 'ccb', 'cmb', 'czb']);
    expect(found('  ')).toHaveLength(4);
  });

  it('finds a bank by a part of its name', () => {
    expect(found('建设')).toEqual(['ccb']);
  });

  it('finds it by the name that everybody uses', () => {
    expect(found('工行')).toEqual(['icbc']);
  });

  it('finds it by its initials, in whichever width and case they are typed', () => {
    expect(found('gs')).toEqual(['icbc']);
    expect(found('ＩＣ ＢＣ')).toEqual(['icbc']);
  });

  it('puts names that begin with it before those that have it inside', () => {
    expect(found('商')).toEqual(['icbc', 'cmb', 'czb']);
    expect(found('招商')).toEqual(['cmb']);
    expect(
      matchingOptions(
        [
          { id: 'b', name: '华夏银行' },
          { id: 'a', name: '夏门银行' },
        ],
        '夏',
      ).map(({ id }) => id),
    ).toEqual(['a', 'b']);
  });

  it('finds nothing where there is nothing', () => {
    expect(found('信用社')).toEqual([]);
  });

  it('takes a name that was typed in full for a choice, and no other', () => {
    expect(namedOption(BANKS, ' 招商银行 ')?.id).toBe('cmb');
    expect(namedOption(BANKS, '招商')).toBeUndefined();
    expect(namedOption(BANKS, '')).toBeUndefined();
  });
});
