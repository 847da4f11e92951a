import { describe, expect, it } from 'vitest';
import { checkIdNumber, ID_KINDS, type IdKind } from './id-kind.ts';

const TODAY = '2026-11-21';
const check = (kind: IdKind, text: string) => checkIdNumber({ kind, text }, TODAY);

const TAKEN: { readonly [Kind in IdKind]: readonly (readonly [typed: string, kept: string])[] } = {
  'resident-id': [['11010519491231002x', '11010519491231002X']],
  passport: [
    ['E12345678', 'E12345678'],
    ['ej1234567', 'EJ1234567'],
    ['G 1234 5678', 'G12345678'],
    ['123456789', '123456789'],
  ],
  officer: [
    ['军字第2001988号', '军字第2001988号'],
    ['军字 2001988', '军字第2001988号'],
    ['南字第０１２３４５６７号', '南字第01234567号'],
    ['2001988', '2001988'],
  ],
  'hk-macao-permit': [
    ['H12345678', 'H12345678'],
    ['m12345678', 'M12345678'],
    ['H1234567801', 'H1234567801'],
  ],
  'taiwan-permit': [
    ['12345678', '12345678'],
    ['1234567801', '1234567801'],
    ['1234567801（B）', '1234567801(B)'],
  ],
  police: [
    ['武字第1234567号', '武字第1234567号'],
    ['1234567', '1234567'],
  ],
  soldier: [
    ['士字第P011816X号', '士字第P011816X号'],
    ['士字第p011816x', '士字第P011816X号'],
  ],
};

const REFUSED: { readonly [Kind in IdKind]: readonly string[] } = {
  'resident-id': ['11010519491231002'],
  passport: ['E123', 'EABCDEFGH', 'E1234567890', '护照12345678'],
  officer: ['军字第号', '军官证', '12', '军字第12345678901号'],
  'hk-macao-permit': ['12345678', 'A12345678', 'H1234567', 'H123456789'],
  'taiwan-permit': ['1234567', '123456789', 'T12345678'],
  police: ['警', '1234'],
  soldier: ['士字', 'PXPXPX'],
};

describe.each(ID_KINDS)('the number of a %s', (kind) => {
  it.each(TAKEN[kind])('%s is taken, and kept as %s', (typed, kept) => {
    expect(check(kind, typed)).toEqual({ ok: true, value: kept });
    expect(check(kind, kept)).toEqual({ ok: true, value: kept });
  });

  it.each(REFUSED[kind])('%s is refused, with a reason of its own', (typed) => {
    const checked = check(kind, typed);
    expect(!checked.ok && checked.reason.startsWith(kind)).toBe(true);
  });

  it('is missing when nothing was typed', () => {
    expect(check(kind, ' ')).toEqual({ ok: false, reason: 'missing' });
  });
});
