import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this user's host keeps what it must remember from one start to the next. The configuration may be read-only. */
export function dataDirFor(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const named = env['CERTBRIDGE_HOST_DATA'];
  if (named) return named;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'CertBridge');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'CertBridge');
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'certbridge');
}
