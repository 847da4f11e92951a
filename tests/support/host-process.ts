import { readdir, readFile } from 'node:fs/promises';

/** The host process that this world's browser started: found by the configuration that only this world uses. */
export async function hostProcesses(hostConfigPath: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => ((await isHost(pid, hostConfigPath)) ? [Number(pid)] : [])));
  return found.flat();
}

async function isHost(pid: string, hostConfigPath: string): Promise<boolean> {
  try {
    const [command, environment] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/environ`, 'utf8'),
    ]);
    return (
      command.includes('chrome-extension://') && environment.includes(`CERTBRIDGE_HOST_CONFIG=${hostConfigPath}\0`)
    );
  } catch {
    return false; // It ended while we looked, or belongs to somebody else.
  }
}
