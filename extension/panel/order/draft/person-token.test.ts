import { describe, expect, it } from 'vitest';
import { UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import type { Unfinished } from '../../state/panel-state.ts';
import type { OrderStart } from '../state/order-start.ts';
import { type OpenCounter, openCounter } from '../testing/open-counter.ts';
import { followDraft } from './follow-draft.ts';

const PERSON_TOKEN = 'P'.repeat(43);

async function putDown(at: OpenCounter, start: OrderStart): Promise<Unfinished | undefined> {
  const session = await at.open(start);
  session.form.fields['unit.department'].edit('市场部');
  let unfinished: Unfinished | undefined;
  const setUnfinished = (put: Unfinished | undefined) => {
    unfinished = put;
  };
  followDraft(session, { setUnfinished }, at.clock.now())();
  return unfinished;
}

describe('an application that was found by the order query, and is put down', () => {
  it('never keeps the token, which opens all of the person’s orders', async () => {
    const at = openCounter();
    const order = at.counter.view(at.counter.begin('new-unit', UNIT_APPLICATION));
    const unfinished = await putDown(at, { kind: 'order', order, token: PERSON_TOKEN, ofPerson: true });
    if (unfinished?.kind !== 'draft') throw new Error('no draft');
    expect(JSON.stringify(unfinished.draft)).not.toContain(PERSON_TOKEN);
    expect(unfinished.draft.fields['unit.department']).toBe('市场部');
    expect(unfinished.personToken).toBe(PERSON_TOKEN);
    const resumed = await at.open(unfinished);
    expect(resumed.token.value, 'in this panel it goes on').toBe(PERSON_TOKEN);
    expect(resumed.form.values.value['unit.department']).toBe('市场部');
    const afterwards = at.open({ kind: 'draft', draft: unfinished.draft });
    await expect(afterwards, 'after it was closed, the person shows a code again').rejects.toThrow('SESSION_MISSING');
  });
});
