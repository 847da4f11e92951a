import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { type HostConfig, hostConfig } from './host-config.ts';

/** The launcher names the file; an installed host finds it beside itself. */
export function configPathFor(env: NodeJS.ProcessEnv, entry: string): string {
  return env['CERTBRIDGE_HOST_CONFIG'] ?? join(dirname(entry), 'host-config.json');
}

export async function loadConfig(path: string): Promise<Result<HostConfig, 'HOST_NOT_STARTING'>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    return fail('HOST_NOT_STARTING', { support: missing ? 'config: missing' : 'config: not readable as JSON' });
  }
  const config = hostConfig.safeParse(json);
  if (config.success) return ok(config.data);
  const issues = issuesOf(config.error);
  return fail('HOST_NOT_STARTING', { support: `config: ${issues[0]?.path ?? ''} ${issues[0]?.rule ?? ''}`.trim() });
}
