import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { ServiceConfig } from '../config/service-config.ts';

export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_IDS[0]}`;

export function testConfig(dataDir: string, more: Partial<ServiceConfig> = {}): ServiceConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    messages: {},
    masterKeys: {},
    providers: {},
    invoices: { taxPercent: 6 },
    paymentFiles: {},
    trustedProxies: [],
    extensionIds: EXTENSION_IDS,
    logLevel: 'info',
    finishWithinMs: 10_000,
    ...more,
  };
}
