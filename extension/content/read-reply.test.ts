import { describe, expect, it } from 'vitest';
import { readLoginSelectors, readReply, readStatus } from './read-reply.ts';

describe('what the background says', () => {
  it('is a reply, an event or nothing', () => {
    expect(readReply({ type: 'reply', id: '1', result: { ok: true, value: 1 } })).toEqual({ ok: true, value: 1 });
    expect(readReply({ type: 'event', id: '1', value: {} })).toBe('event');
    for (const nothing of [undefined, null, 'x', 1, {}, { type: 'notice' }]) expect(readReply(nothing)).toBeUndefined();
  });

  it('carries only the code of an error on to the page', () => {
    const result = { ok: false, error: { code: 'ORIGIN_NOT_REGISTERED', support: '/home/somebody' } };
    expect(readReply({ type: 'reply', id: '1', result })).toEqual({
      ok: false,
      error: { code: 'ORIGIN_NOT_REGISTERED' },
    });
  });

  it.each([undefined, null, {}, { ok: false }, { ok: 1 }, { ok: false, error: { code: '<b>' } }])(
    'is named invalid when it is none of ours: %j',
    (result) => {
      expect(readReply({ type: 'reply', id: '1', result })).toEqual({ ok: false, error: { code: 'REPLY_INVALID' } });
    },
  );

  it('names login selectors, which are texts', () => {
    expect(readLoginSelectors({ loginSelectors: ['#a', '.b'] })).toEqual(['#a', '.b']);
    for (const wrong of [{}, null, { loginSelectors: '#a' }, { loginSelectors: [1] }]) {
      expect(readLoginSelectors(wrong)).toBeUndefined();
    }
  });

  it('names the status, and passes nothing else on', () => {
    const status = { extensionVersion: '1', host: 'ready' };
    expect(readStatus({ ...status, keys: ['secret'] })).toEqual(status);
    for (const wrong of [{}, null, { ...status, host: 'perhaps' }, { host: 'ready' }]) {
      expect(readStatus(wrong)).toBeUndefined();
    }
  });
});
