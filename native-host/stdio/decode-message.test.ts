import { describe, expect, it } from 'vitest';
import { decodeMessage } from './decode-message.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a frame’s content', () => {
  it('is JSON in UTF-8', () => {
    expect(decodeMessage(bytes('{"a":"证书"}'))).toEqual({ ok: true, value: { a: '证书' } });
  });

  it.each([
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'FRAME_NOT_UTF8'],
    ['an overlong form', new Uint8Array([0x22, 0xc0, 0x80, 0x22]), 'FRAME_NOT_UTF8'],
    ['a surrogate in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'FRAME_NOT_UTF8'],
    ['nothing', new Uint8Array(0), 'FRAME_NOT_JSON'],
    ['half a message', bytes('{"type":"requ'), 'FRAME_NOT_JSON'],
    ['a byte order mark', bytes('\uFEFF{}'), 'FRAME_NOT_JSON'],
    ['a nest of a hundred thousand', bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'MESSAGE_MALFORMED'],
  ])('that is %s is named', (_what, payload, code) => {
    expect(decodeMessage(payload)).toMatchObject({ ok: false, error: { code } });
  });
});
