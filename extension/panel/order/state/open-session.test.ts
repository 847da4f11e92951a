import { fail } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { TOKEN } from '../../../testing/fake-counter/fake-counter.ts';
import { PERSON_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { openCounter } from '../testing/open-counter.ts';
import { openSession } from './open-session.ts';

function stood(fields = UNIT_APPLICATION) {
  const at = openCounter();
  const order = at.counter.begin('new-unit', fields);
  const draft = {
    begunAt: 0,
    savedAt: 0,
    channelId: SAMPLE_CHANNEL.id,
    business: 'new-unit',
    page: 'product',
    fields: { 'unit.name': '示例建设集团有限公司' },
    order: { id: order.id, number: order.number, token: TOKEN },
  } as const;
  return { at, order, draft, counter: { service: at.service, clock: at.clock, channel: SAMPLE_CHANNEL } };
}

describe('an order that is continued', () => {
  it('opens on the first page on which something is missing', async () => {
    const { at, order } = stood({ ...UNIT_APPLICATION, 'operator.email': '' });
    order.checks = ['unit', 'operator'].map((party) => passed(party as 'unit' | 'operator'));
    const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
    expect(session.page.value).toBe('operator');
  });

  it('opens where its unit is still to be checked', async () => {
    const { at, order } = stood();
    const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
    expect(session.page.value).toBe('unit');
  });

  it('opens on its last page when nothing is missing', async () => {
    const { at, order } = stood();
    order.checks = ['unit', 'operator'].map((party) => passed(party as 'unit' | 'operator'));
    const session = await at.open({ kind: 'order', order: at.counter.view(order), token: TOKEN });
    expect(session.page.value).toBe('send');
  });

  it('of another channel brings that channel', async () => {
    const { at, counter, order } = stood(PERSON_APPLICATION);
    const other = { ...counter, channel: { ...SAMPLE_CHANNEL, id: 'beijing-district' } };
    const opened = await openSession(other, { kind: 'order', order: at.counter.view(order), token: TOKEN });
    expect(opened.ok && opened.value.applied.channel.id).toBe(SAMPLE_CHANNEL.id);
    expect(at.asked('channels.read')).toEqual([{ id: SAMPLE_CHANNEL.id }]);
  });
});

describe('a draft that is taken up', () => {
  it('lies on top of what the service has', async () => {
    const { at, draft } = stood();
    const session = await at.open({ kind: 'draft', draft });
    expect(session.form.values.value).toMatchObject({ 'unit.name': '示例建设集团有限公司', 'legal.name': '赵示例' });
    expect(session.page.value).toBe('product');
  });

  it('changes nothing of an order that has been filled in meanwhile', async () => {
    const { at, order, draft } = stood();
    order.state = 'filled';
    const session = await at.open({ kind: 'draft', draft });
    expect(session.page.value).toBe('confirm');
    expect(session.form.values.value['unit.name']).toBe(UNIT_APPLICATION['unit.name']);
  });

  it('whose order cannot be opened any more says so, and is not lost', async () => {
    const { at, counter, draft } = stood();
    at.counter.instead['orders.read'] = () => fail('SESSION_OVER');
    expect(await openSession(counter, { kind: 'draft', draft })).toEqual(fail('SESSION_OVER'));
    const { order: _, ...typed } = draft;
    const anew = await at.open({ kind: 'draft', draft: typed });
    expect(anew.form.values.value['unit.name']).toBe('示例建设集团有限公司');
    expect(anew.order.value).toBeUndefined();
  });
});

function passed(party: 'unit' | 'operator') {
  const found = { way: 'phone', standing: 'passed', at: '2025-11-21T02:00:00Z' } as const;
  return { party, ...found, about: '138****8001', triesLeft: 4 };
}
