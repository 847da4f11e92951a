import { describe, expect, it } from 'vitest';
import { createField } from './field-state.ts';

interface WrongLetter {
  readonly id: 'letter-o' | 'unknown-to-bureau';
}

function creditCode() {
  return createField<string, WrongLetter>({
    initial: '',
    check: (value) => (value.includes('O') ? { id: 'letter-o' } : undefined),
  });
}

function control() {
  return {
    focused: 0,
    focus() {
      this.focused += 1;
    },
  };
}

describe('a field', () => {
  it('says nothing while somebody types, and checks when he leaves', () => {
    const field = creditCode();
    field.edit('9100O');
    expect(field.error.value).toBeUndefined();
    expect(field.touched.value).toBe(false);
    field.leave();
    expect(field.error.value).toEqual({ id: 'letter-o' });
    expect(field.touched.value).toBe(true);
  });

  it('clears its error with the next letter', () => {
    const field = creditCode();
    field.edit('9100O');
    field.leave();
    field.edit('9100OX');
    expect(field.error.value).toBeUndefined();
  });

  it('repaired, it holds the proposed value, has been checked, and has the focus', () => {
    const field = creditCode();
    const input = control();
    field.attach(input);
    field.edit('9100O');
    field.leave();
    field.repair('91000');
    expect(field.value.value).toBe('91000');
    expect(field.error.value).toBeUndefined();
    expect(input.focused).toBe(1);
  });

  it('a repair that is not enough says what is still wrong', () => {
    const field = creditCode();
    field.edit('9O0O');
    field.leave();
    field.repair('900O');
    expect(field.error.value).toEqual({ id: 'letter-o' });
  });

  it('keeps what the service said of it when it is left again, until it is edited', () => {
    const field = creditCode();
    field.edit('91000');
    field.leave();
    field.refuse({ id: 'unknown-to-bureau' });
    field.leave();
    expect(field.error.value).toEqual({ id: 'unknown-to-bureau' });
    field.edit('91001');
    field.leave();
    expect(field.error.value).toBeUndefined();
  });
});

describe('a field that somebody else is asked about', () => {
  it('is being checked until the answer comes', async () => {
    const field = creditCode();
    field.edit('91000');
    const asked = field.ask(Promise.resolve({ id: 'unknown-to-bureau' } as const));
    expect(field.checking.value).toBe(true);
    await asked;
    expect(field.checking.value).toBe(false);
    expect(field.error.value).toEqual({ id: 'unknown-to-bureau' });
  });

  it('takes no notice of an answer about what it no longer holds', async () => {
    const field = creditCode();
    field.edit('91000');
    const asked = field.ask(Promise.resolve({ id: 'unknown-to-bureau' } as const));
    field.edit('91001');
    expect(field.checking.value).toBe(false);
    await asked;
    expect(field.error.value).toBeUndefined();
  });

  it('waits no longer when the question itself fails', async () => {
    const field = creditCode();
    await expect(field.ask(Promise.reject(new Error('no service')))).rejects.toThrow('no service');
    expect(field.checking.value).toBe(false);
    expect(field.error.value).toBeUndefined();
  });
});
