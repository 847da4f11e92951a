import type { World } from '../../scripts/world/start-world.ts';
import { openDesk } from '../support/open-desk.ts';
import type { Album } from './album.ts';

/** What a partner's engineer and an administrator see of the service. */
export async function walkService(world: World, album: Album): Promise<void> {
  album.chapter({ zh: '线上服务', en: 'The online service' });
  const desk = await openDesk(world);
  const page = await desk.context.newPage();
  await page.goto(new URL('docs', world.service.url).href);
  await page.getByText('/v1/channels/{id}').first().waitFor();
  await album.picture(page, 'service-docs', {
    zh: '接口说明由契约生成，在 /docs。',
    en: 'The API description, generated from the contract, at /docs.',
  });
  await desk.leave();
  const artefacts = [
    { name: 'health.json', path: 'health', zh: '服务的健康状况', en: 'the health of the service' },
    { name: 'channel-shangqiu.json', path: 'v1/channels/shangqiu-ggzy', zh: '一个渠道的配置', en: 'one channel' },
    { name: 'metrics.txt', path: 'metrics', zh: '监控指标', en: 'metrics for Prometheus' },
  ];
  for (const { name, path, zh, en } of artefacts) {
    const reply = await fetch(new URL(path, world.service.url));
    await album.artefact(name, await reply.text(), { zh, en });
  }
}
