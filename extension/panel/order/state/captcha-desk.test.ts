import { fail } from '@certbridge/shared/contract/result.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { language, speak } from '../../../ui/i18n.ts';
import { openCounter } from '../testing/open-counter.ts';
import { createCaptchaDesk } from './captcha-desk.ts';

afterEach(() => speak('zh-CN'));

async function asked() {
  const at = openCounter();
  const session = await at.open({ kind: 'new', business: 'new-unit' });
  const desk = createCaptchaDesk(session);
  await desk.another();
  return { at, desk };
}

describe('the question that keeps machines out', () => {
  it('is a picture that needs no fetching', async () => {
    const { desk } = await asked();
    expect(desk.question.value).toMatchObject({ kind: 'picture', address: expect.stringMatching(/^data:image\/png/) });
  });

  it('comes in words for those who cannot see it, in the language of the page', async () => {
    const { desk } = await asked();
    await desk.inWords();
    expect(desk.question.value).toMatchObject({ kind: 'words', text: expect.stringContaining('七加五') });
    await speak('en');
    expect(language.value).toBe('en');
    expect(desk.question.value).toMatchObject({ text: expect.stringContaining('seven') });
  });

  it('comes in words, too, when they are asked for before the picture is there', async () => {
    const { desk } = await asked();
    const drawn = desk.another();
    await desk.inWords();
    expect(desk.question.value).toEqual({ kind: 'loading' });
    await drawn;
    expect(desk.question.value).toMatchObject({ kind: 'words' });
    await desk.another();
    expect(desk.question.value.kind, 'the next one is a picture again').toBe('picture');
  });

  it('stays the same when its page is left and opened again, until its time is over', async () => {
    const { at, desk } = await asked();
    desk.begin();
    expect(at.asked('captchas.draw')).toHaveLength(1);
    at.hand.advance(601_000);
    desk.begin();
    expect(at.asked('captchas.draw')).toHaveLength(2);
  });

  it('once answered is good for nothing more', async () => {
    const { at, desk } = await asked();
    desk.field.edit('12');
    expect(desk.given()).toMatchObject({ answer: '12' });
    desk.usedUp();
    expect(desk.given()).toBeUndefined();
    desk.begin();
    expect(at.asked('captchas.draw')).toHaveLength(2);
  });

  it('that could not be had says so, and another can be asked for', async () => {
    const { at, desk } = await asked();
    at.counter.instead['captchas.draw'] = () => fail('TRIES_TOO_FAST', { values: { seconds: 9 } });
    await desk.another();
    expect(desk.question.value).toEqual({ kind: 'failed' });
    delete at.counter.instead['captchas.draw'];
    await desk.another();
    expect(desk.question.value.kind).toBe('picture');
  });
});
