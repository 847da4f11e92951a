import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import type { BackgroundClient } from '../platform/background-client.ts';
import { memoryDrafts } from '../ui/gallery/memory-drafts.ts';
import { memoryStore } from '../ui/gallery/memory-store.ts';
import { SAMPLE_CHANNEL } from '../ui/gallery/sample-channel.ts';
import type { LocalDraft } from './order/draft/local-draft.ts';
import { type PanelSurroundings, startPanel } from './panel-controller.ts';
import type { Opening } from './state/opening.ts';

const PORTAL = { origin: 'http://ggzy.example.cn', name: '示例平台', channelId: 'shangqiu-ggzy' };

interface Circumstances {
  readonly portal?: typeof PORTAL;
  readonly opening?: Partial<Opening>;
  readonly remembered?: string;
  readonly context?: Result<unknown>;
  readonly draft?: LocalDraft;
  readonly service?: (name: string, input: object) => Result<unknown> | Promise<Result<unknown>>;
}

async function opened({ portal, opening, remembered, context, service, draft }: Circumstances) {
  const asked: { name: string; input: object }[] = [];
  const told: { name: string; input: object }[] = [];
  const store = memoryStore(remembered ? { channelId: remembered } : {});
  const waiting: (() => void)[] = [];
  const background = {
    call: async (name: string, input: object) => {
      told.push({ name, input });
      if (name !== 'panel.context') return ok({});
      return context ?? ok({ portal: portal ?? null, serviceUrl: 'http://service.example.cn', version: '0.1.0' });
    },
    watch: () => () => undefined,
  } as unknown as Pick<BackgroundClient, 'call' | 'watch'>;
  const online = {
    call: async (name: string, input: object) => {
      asked.push({ name, input });
      if (service) return service(name, input);
      return ok(name === 'channels.list' ? { channels: [{ id: 'shangqiu-ggzy', name: '示例' }] } : SAMPLE_CHANNEL);
    },
  };
  const panel = startPanel({
    background,
    onlineClient: (() => online) as unknown as PanelSurroundings['onlineClient'],
    store,
    clock: {
      now: () => 0,
      after(_, go) {
        waiting.push(go);
        return () => undefined;
      },
    },
    opening: { channelId: undefined, business: undefined, ...opening },
    drafts: async () => memoryDrafts(draft),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  return { panel, asked, told, store, waiting, settled };
}

describe('a panel that opens', () => {
  it('in a portal takes the portal’s channel, whatever its address says', async () => {
    const { panel, asked, store } = await opened({ portal: PORTAL, opening: { channelId: 'other-one' } });
    expect(asked).toEqual([{ name: 'channels.read', input: { id: 'shangqiu-ggzy' } }]);
    expect(panel.state.value.channel.value).toEqual(SAMPLE_CHANNEL);
    expect(await store.read('channelId')).toBeUndefined();
  });

  it('in its own tab takes the channel of its address, and remembers it', async () => {
    const { panel, store } = await opened({ opening: { channelId: 'paperless-unit' }, remembered: 'shangqiu-ggzy' });
    expect(panel.state.value.channelId).toBe('paperless-unit');
    expect(await store.read('channelId')).toBe('paperless-unit');
  });

  it('in its own tab takes the remembered channel, if it is one', async () => {
    expect((await opened({ remembered: 'shangqiu-ggzy' })).panel.state.value.channelId).toBe('shangqiu-ggzy');
    expect((await opened({ remembered: '<script>' })).panel.state.value.screen).toEqual({ name: 'channels' });
  });

  it('lets choose a channel when none is known, and goes on with it', async () => {
    const { panel, store, settled } = await opened({});
    expect(panel.state.value.channels.value).toHaveLength(1);
    panel.chooseChannel('shangqiu-ggzy');
    await settled();
    expect(panel.state.value).toMatchObject({ screen: { name: 'home' }, channelId: 'shangqiu-ggzy' });
    expect(await store.read('channelId')).toBe('shangqiu-ggzy');
  });

  it('goes to the business that it was opened for', async () => {
    const { panel } = await opened({ portal: PORTAL, opening: { business: 'renew' } });
    expect(panel.state.value.screen).toEqual({ name: 'facts', business: 'renew' });
  });

  it('comes by itself to its channel when the service is back', async () => {
    let up = false;
    const service = () => (up ? ok(SAMPLE_CHANNEL) : fail('SERVICE_UNREACHABLE'));
    const { panel, waiting, settled } = await opened({ portal: PORTAL, service });
    expect(panel.state.value.channel).toMatchObject({ value: undefined, error: { code: 'SERVICE_UNREACHABLE' } });
    up = true;
    waiting[0]?.();
    await settled();
    expect(panel.state.value.channel).toMatchObject({ value: SAMPLE_CHANNEL, error: undefined });
  });

  it('shows the last chosen channel, not the one whose answer came last', async () => {
    const answers = new Map<string, (result: Result<unknown>) => void>();
    const { panel, settled } = await opened({
      remembered: 'shangqiu-ggzy',
      service: (_, input) => new Promise((resolve) => answers.set('id' in input ? String(input.id) : '', resolve)),
    });
    panel.chooseChannel('paperless-unit');
    panel.chooseChannel('beijing-district');
    for (const id of ['beijing-district', 'paperless-unit', 'shangqiu-ggzy']) {
      answers.get(id)?.(ok({ ...SAMPLE_CHANNEL, id }));
      await settled();
    }
    expect(panel.state.value.channel.value?.id).toBe('beijing-district');
  });

  it('says that its site is not registered', async () => {
    const { panel, asked } = await opened({ context: fail('ORIGIN_NOT_REGISTERED') });
    expect(panel.state.value.contextError).toEqual({ code: 'ORIGIN_NOT_REGISTERED' });
    expect(asked).toEqual([]);
  });

  it('finds the form that was not finished at this computer', async () => {
    const begun = { begunAt: 0, savedAt: 0, channelId: 'shangqiu-ggzy' };
    const draft = { ...begun, business: 'new-unit', page: 'unit', fields: { 'unit.name': '示例' } } as const;
    const { panel } = await opened({ portal: PORTAL, draft });
    expect(panel.state.value.unfinished).toEqual({ kind: 'draft', draft });
    panel.setUnfinished(undefined);
    expect(panel.state.value.unfinished).toBeUndefined();
  });

  it('opens its tab with the channel that it shows', async () => {
    const { panel, told } = await opened({ portal: PORTAL });
    panel.openTab();
    expect(told).toContainEqual({ name: 'panel.openTab', input: { channelId: 'shangqiu-ggzy' } });
  });
});
