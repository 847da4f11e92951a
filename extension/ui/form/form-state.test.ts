import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { speak, t } from '../i18n.ts';
import { createForm } from './form-state.ts';

interface Values {
  readonly way: string;
  readonly idKind: string;
  readonly idNumber: string;
  readonly account: string;
  readonly consent: boolean;
}
type Problem = 'missing' | 'bad-number';

/** The account is asked for only when the unit is verified by a transfer. */
function applicationForm() {
  return createForm<Values, Problem>({
    initial: { way: 'phone', idKind: 'id-card', idNumber: '', account: '', consent: false },
    inUse: ({ way }) => ['way', 'idKind', 'idNumber', ...(way === 'transfer' ? (['account'] as const) : []), 'consent'],
    check(name, values) {
      if (!values[name]) return 'missing';
      if (name === 'idNumber' && values.idKind === 'id-card' && values.idNumber.length !== 18) return 'bad-number';
      return undefined;
    },
  });
}

describe('a form', () => {
  it('is right only when every field in use is', () => {
    const form = applicationForm();
    expect(form.checkAll()).toBe(false);
    expect(form.fields.idNumber.error.value).toBe('missing');
    expect(form.fields.account.error.value, 'out of use').toBeUndefined();
    form.fields.idNumber.edit('110101199001011234');
    form.fields.consent.edit(true);
    expect(form.checkAll()).toBe(true);
  });

  it('asks for more when a choice brings more fields into use', () => {
    const form = applicationForm();
    form.fields.idNumber.edit('110101199001011234');
    form.fields.consent.edit(true);
    form.fields.way.edit('transfer');
    expect(form.checkAll()).toBe(false);
    expect(form.fields.account.error.value).toBe('missing');
  });

  it('sends the focus to the first wrong field in the order in which they are drawn', () => {
    const form = applicationForm();
    const focused: string[] = [];
    for (const name of ['consent', 'idNumber'] as const) form.fields[name].attach({ focus: () => focused.push(name) });
    form.checkAll();
    expect(form.focusFirstInvalid()).toBe(true);
    expect(focused).toEqual(['idNumber']);
  });

  it('has nothing to focus when all is right', () => {
    const form = applicationForm();
    form.fill({ idNumber: '110101199001011234', consent: true });
    form.checkAll();
    expect(form.focusFirstInvalid()).toBe(false);
  });

  it('judges a number anew when its kind changes, but not one that is being typed', () => {
    const form = applicationForm();
    form.fields.idNumber.edit('E12345678');
    form.fields.idKind.edit('passport');
    expect(form.fields.idNumber.error.value).toBeUndefined();
    form.fields.idNumber.leave();
    expect(form.fields.idNumber.error.value).toBeUndefined();
    form.fields.idKind.edit('id-card');
    expect(form.fields.idNumber.error.value).toBe('bad-number');
  });

  it('says an error in the language of the page, and in the next one when that changes', async () => {
    const form = applicationForm();
    form.checkAll();
    const shown: string[] = [];
    const stop = effect(() => {
      if (form.fields.idNumber.error.value === 'missing') shown.push(t('part.choose'));
    });
    await speak('en');
    stop();
    await speak('zh-CN');
    expect(shown).toEqual(['请选择', 'Please choose']);
  });

  it('shows at its field what the service refused, and stands until that is edited', () => {
    const form = applicationForm();
    form.fields.idNumber.edit('110101199001011234');
    form.refuse({ idNumber: 'bad-number' });
    form.fields.way.edit('transfer');
    expect(form.fields.idNumber.error.value).toBe('bad-number');
    form.fields.idNumber.edit('110101199001011235');
    expect(form.fields.idNumber.error.value).toBeUndefined();
  });
});

describe('a draft', () => {
  it('is what is in the fields in use', () => {
    const form = applicationForm();
    form.fields.account.edit('6222');
    expect(form.toObject()).toEqual({ way: 'phone', idKind: 'id-card', idNumber: '', consent: false });
    form.fields.way.edit('transfer');
    expect(form.toObject()).toEqual({
      way: 'transfer',
      idKind: 'id-card',
      idNumber: '',
      account: '6222',
      consent: false,
    });
  });

  it('comes back without errors and without being dirty', () => {
    const form = applicationForm();
    form.checkAll();
    form.fill({ idNumber: '110101199001011234' });
    expect(form.fields.idNumber.value.value).toBe('110101199001011234');
    expect(form.fields.way.value.value).toBe('phone');
    expect(form.fields.idNumber.error.value).toBeUndefined();
    expect(form.fields.idNumber.touched.value).toBe(false);
    expect(form.dirty.value).toBe(false);
  });

  it('is dirty from the first letter until that letter is saved', () => {
    const form = applicationForm();
    form.fields.idNumber.edit('1');
    expect(form.dirty.value).toBe(true);
    const sent = form.toObject();
    form.fields.idNumber.edit('11');
    form.saved(sent);
    expect(form.dirty.value, 'typed while the first letter travelled').toBe(true);
    form.saved(form.toObject());
    expect(form.dirty.value).toBe(false);
  });
});
