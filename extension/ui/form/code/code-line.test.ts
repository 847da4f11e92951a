import { describe, expect, it } from 'vitest';
import { lineOf } from './code-line.tsx';

describe('the line below a code', () => {
  it('says how long the code is valid, and that it no longer is', () => {
    expect(lineOf({ standing: { kind: 'open' }, secondsValid: 276, typed: true })).toEqual({
      kind: 'valid',
      seconds: 276,
    });
    expect(lineOf({ standing: { kind: 'open' }, secondsValid: 0, typed: true })).toEqual({ kind: 'expired' });
  });

  it('says that a code was wrong until the next one is begun', () => {
    const wrong = { kind: 'wrong', triesLeft: 4 } as const;
    expect(lineOf({ standing: wrong, secondsValid: 200, typed: false })).toEqual(wrong);
    expect(lineOf({ standing: wrong, secondsValid: 200, typed: true })).toEqual({ kind: 'valid', seconds: 200 });
  });

  it('goes on saying that no try is left', () => {
    const used = { kind: 'wrong', triesLeft: 0 } as const;
    expect(lineOf({ standing: used, secondsValid: 200, typed: true })).toEqual(used);
  });

  it('lets a code that is being checked be checked, though its time runs out meanwhile', () => {
    expect(lineOf({ standing: { kind: 'checking' }, secondsValid: 0, typed: true })).toEqual({ kind: 'checking' });
  });
});
