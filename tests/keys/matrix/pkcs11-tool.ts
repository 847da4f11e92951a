import type { ModuleConfig } from '../../../native-host/config/host-config.ts';
import { listObjects } from '../read-by-others/pkcs11-tool.ts';

/** What another program sees on the key: `Certificate cb:…`, `Private Key cb:…`. */
export async function listedLabels(module: ModuleConfig, pin: string): Promise<Set<string>> {
  return new Set((await listObjects({ module, pin })).map(({ type, label }) => `${type} ${label}`));
}
