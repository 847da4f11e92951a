import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './jws-form.ts';

const read = (text: string) => readJson(Buffer.from(text));

describe('JSON that a signature covers', () => {
  it('is read as every program reads it, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(read(JSON.stringify(value, null, indent))).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('may have quotes, colons and backslashes in its strings', () => {
    for (const value of [{ 'a":"b': '":' }, ['"a":', ':', '\\"x":'], { '\\': { '\\"': '\\\\' } }, [':x', ':']]) {
      expect(read(JSON.stringify(value))).toEqual(value);
    }
  });

  it.each([
    '{"serial":"A1","serial":"B2"}',
    '{"serial":"A1","serial":"A1"}',
    '{"serial":"A1","seri\\u0061l":"B2"}',
    '{"terms":{"retire":"keep","retire":"delete-both-on-holders-word"}}',
    '[{"a":1,"b":[{"c":1,"c" : 2}]}]',
    '{"__proto__":1,"__proto__":2}',
  ])('is not read where a name stands twice: %s (RFC 7515 and RFC 7519, section 4)', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
