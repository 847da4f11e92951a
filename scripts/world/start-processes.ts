import { join } from 'node:path';
import type { WorkOrderKeys } from '../../native-host/config/work-order-keys.ts';
import { type ServiceReady, serviceReady } from '../../online-service/config/ready-message.ts';
import { stopLeftServer } from '../../online-service/storage/embedded/stop-left-server.ts';
import { type SandboxReady, sandboxKeys, sandboxReady } from '../../sandbox/config/ready-message.ts';
import { ROOT } from '../tools/root.ts';
import { writePaymentFiles } from './payment-files.ts';
import { sandboxSettings } from './sandbox-settings.ts';
import { type ServedProcess, startServedProcess } from './served-process.ts';
import { ensureWorkOrderKey } from './work-order-key.ts';

export interface ProcessOptions {
  readonly dataDir: string;
  /** 0 chooses a free one. */
  readonly sandboxPort: number;
  readonly servicePort: number;
  readonly onLog: (line: string) => void;
  /** Aborted: a start is called off. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted: everything ends at once, whatever it is doing. */
  readonly endNow?: AbortSignal | undefined;
}

export interface Processes {
  readonly sandbox: SandboxReady;
  readonly service: Pick<ServiceReady, 'url'>;
  /** What the service's work orders are checked by. */
  readonly workOrderKeys: WorkOrderKeys;
  /** Settles with the name of the first that ended without being asked. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

/** The service after the sandbox, which tells it where its messages go. When one does not start, neither runs. */
export async function startProcesses(options: ProcessOptions): Promise<Processes> {
  const common = { onLog: options.onLog, signal: options.signal, endNow: options.endNow };
  const serviceDir = join(options.dataDir, 'service');
  const paymentsDir = join(options.dataDir, 'payments');
  const workOrderKeyFile = join(serviceDir, 'work-order-key.json');
  const workOrderKeys = await ensureWorkOrderKey(workOrderKeyFile);
  const sandbox = await startServedProcess({
    ...common,
    name: '沙箱 sandbox',
    entry: join(ROOT, 'sandbox/main.ts'),
    ready: sandboxReady,
    env: {
      CERTBRIDGE_DATA_DIR: join(options.dataDir, 'sandbox'),
      CERTBRIDGE_SANDBOX_PORT: String(options.sandboxPort),
    },
    onMessage: (message) => {
      const keys = sandboxKeys.safeParse(message);
      if (!keys.success) return;
      writePaymentFiles(paymentsDir, keys.data.payments).catch((fault: unknown) => options.onLog(String(fault)));
    },
  });
  try {
    const service = await startServedProcess({
      ...common,
      name: '线上服务 online service',
      entry: join(ROOT, 'online-service/main.ts'),
      ready: serviceReady,
      env: {
        CERTBRIDGE_DATA_DIR: serviceDir,
        CERTBRIDGE_SERVICE_PORT: String(options.servicePort),
        CERTBRIDGE_WORK_ORDER_KEY: workOrderKeyFile,
        ...sandboxSettings(sandbox.ready),
        ...(await writePaymentFiles(paymentsDir, sandbox.ready.payments)),
      },
      afterKill: () => stopLeftServer(serviceDir),
    });
    return { ...together(sandbox, service), workOrderKeys };
  } catch (problem) {
    await sandbox.stop();
    throw problem;
  }
}

function together(
  sandbox: ServedProcess<SandboxReady>,
  service: ServedProcess<ServiceReady>,
): Omit<Processes, 'workOrderKeys'> {
  return {
    sandbox: sandbox.ready,
    service: { url: service.ready.url },
    lost: Promise.race([sandbox.ended.then(() => '沙箱 sandbox'), service.ended.then(() => '线上服务 online service')]),
    stop: async () => {
      await Promise.all([sandbox.stop(), service.stop()]);
    },
  };
}
