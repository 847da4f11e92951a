import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { BackgroundClient } from '../../platform/background-client.ts';
import type { Scene } from './scenes.ts';

type Background = Pick<BackgroundClient, 'call' | 'watch'>;

/** A background that says what the scene wants. */
export function sceneBackground(scene: Scene): Background {
  const { keys = [], troubles = [], reading } = scene;
  const portal = scene.ownTab
    ? null
    : { origin: 'http://ggzy.example.cn', name: '示例市公共资源交易中心', channelId: 'shangqiu-ggzy' };

  async function answer(name: string, input: object): Promise<unknown> {
    if (name === 'panel.context') return ok({ portal, serviceUrl: 'http://service.example.cn', version: '0.1.0' });
    if (name !== 'key.read') return ok({});
    if (reading === 'never-ends') return new Promise(() => undefined);
    if (reading) return { ok: false, error: reading };
    const key = keys.find(({ keyId }) => 'keyId' in input && input.keyId === keyId);
    return key ? ok(key) : fail('KEY_NOT_FOUND');
  }

  const list = { keys: keys.map(({ certificates: _, ...summary }) => summary), troubles: [...troubles] };
  return {
    call: answer as Background['call'],
    watch: ((name: string, _input: object, onEvent: (event: unknown) => void) => {
      queueMicrotask(() => {
        if (name === 'host.watch') onEvent(scene.host);
        else if (scene.keys) onEvent({ type: 'list', list });
      });
      return () => undefined;
    }) as Background['watch'],
  };
}
