import { SAMPLE_CHANNEL } from './sample-channel.ts';
import type { Scene } from './scenes.ts';

const CHANNELS = [
  { id: 'shangqiu-ggzy', name: '示例市公共资源交易中心' },
  { id: 'paperless-unit', name: '示例通用无纸化平台' },
  { id: 'beijing-district', name: '示例市公共资源交易服务区级分平台' },
  { id: 'sgca-mobile', name: '示例单位移动证书' },
  { id: 'beijing-chengguan', name: '示例市城市管理综合行政执法局' },
];

/** A service that says what the scene wants. */
export function sceneFetch({ service }: Scene): typeof globalThis.fetch {
  return async (url) => {
    if (service === 'silent') return new Promise(() => undefined);
    if (service === 'down') throw new TypeError('Failed to fetch');
    const list = new URL(String(url)).pathname === '/v1/channels';
    return Response.json({ ok: true, value: list ? { channels: CHANNELS } : SAMPLE_CHANNEL });
  };
}
