import { join } from 'node:path';
import { serviceReady } from '../../../online-service/config/ready-message.ts';
import { ROOT } from '../../../scripts/tools/root.ts';
import { type ServedProcess, startServedProcess } from '../../../scripts/world/served-process.ts';

export interface ServiceSettings {
  readonly dir: string;
  readonly databaseUrl: string;
  readonly masterKeys: string;
}

/** So many service processes over one database, as behind a balancer. */
export async function startServices(
  count: number,
  { dir, databaseUrl, masterKeys }: ServiceSettings,
): Promise<readonly ServedProcess<{ url: string }>[]> {
  const started: ServedProcess<{ url: string }>[] = [];
  for (let at = 0; at < count; at += 1) {
    started.push(
      await startServedProcess({
        name: '线上服务 online service',
        entry: join(ROOT, 'online-service/main.ts'),
        ready: serviceReady,
        env: {
          CERTBRIDGE_DATA_DIR: join(dir, `service-${at}`),
          CERTBRIDGE_SERVICE_PORT: '0',
          CERTBRIDGE_MASTER_KEYS: masterKeys,
          CERTBRIDGE_TRUSTED_PROXIES: '127.0.0.1',
          CERTBRIDGE_LOG_LEVEL: 'warn',
          DATABASE_URL: databaseUrl,
        },
        onLog: () => undefined,
        signal: undefined,
        endNow: undefined,
      }),
    );
  }
  return started;
}
