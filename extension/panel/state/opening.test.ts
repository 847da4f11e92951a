import { describe, expect, it } from 'vitest';
import { openingOf, validChannelId } from './opening.ts';

describe('what the panel’s address asks for', () => {
  it('a channel and a business', () => {
    expect(openingOf('?channelId=shangqiu-ggzy&business=renew')).toEqual({
      channelId: 'shangqiu-ggzy',
      business: 'renew',
    });
  });

  it('is nothing when it is nothing that we know', () => {
    expect(openingOf('')).toEqual({ channelId: undefined, business: undefined });
    expect(openingOf('?channelId=../health&business=steal')).toEqual({ channelId: undefined, business: undefined });
  });

  it('a remembered channel is checked as well', () => {
    expect(validChannelId('beijing-district')).toBe('beijing-district');
    expect(validChannelId({ id: 'x' })).toBeUndefined();
    expect(validChannelId(undefined)).toBeUndefined();
  });
});
