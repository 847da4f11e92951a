import { afterAll, describe, expect, it } from 'vitest';
import type { ApplicationForm } from './document-data.ts';
import { createPrinter } from './printer.ts';
import { printed } from './printing/printed.ts';
import { FORM, HEAD, OPERATOR, UNIT } from './testing/sample-documents.ts';

const printer = createPrinter();
afterAll(() => printer.close());

const REQUEST = { kind: 'application-form', data: FORM } as const;
const LETTER = { kind: 'authorisation-letter', data: { head: HEAD, unit: UNIT, operator: OPERATOR } } as const;

describe('documents from the printing thread', () => {
  it('are those that are made without it', async () => {
    const [form, letter] = await Promise.all([printer.print(REQUEST), printer.print(LETTER)]);
    expect((await printed(REQUEST)).equals(form)).toBe(true);
    expect((await printed(LETTER)).equals(letter)).toBe(true);
  });

  it('one that cannot be made fails alone, and repeats nothing of its content', async () => {
    const broken = { ...FORM, total: 1, prices: [null] } as unknown as ApplicationForm;
    const failed = printer.print({ kind: 'application-form', data: broken });
    const made = printer.print(LETTER);
    await expect(failed).rejects.toThrow(/^the document was not made: TypeError$/);
    expect((await made).length).toBeGreaterThan(10_000);
  });

  it('a thread that was stopped fails what it was asked, and the next request gets a new one', async () => {
    const own = createPrinter();
    const cutOff = own.print(LETTER);
    const ended = expect(cutOff).rejects.toThrow('the printing thread ended');
    await own.close();
    await ended;
    expect((await own.print(LETTER)).length).toBeGreaterThan(10_000);
    await own.close();
  });
});
