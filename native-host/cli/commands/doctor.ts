import type { ModuleConfig } from '../../config/host-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { resolveModules } from '../../config/resolve-modules.ts';
import { configPathIn } from '../../register/register-host.ts';
import { checkDrivers } from '../doctor/check-drivers.ts';
import { checkHost } from '../doctor/check-host.ts';
import { checkRegistration } from '../doctor/check-registration.ts';
import { checkService } from '../doctor/check-service.ts';
import type { Finding } from '../doctor/finding.ts';
import { installationFor } from '../places.ts';
import { type ExaminedPlace, examine, hostCommandFor } from '../registered-host.ts';
import { type CliCommand, say } from '../terminal.ts';

export const doctor: CliCommand = async (given) => {
  const installation = installationFor(given);
  const examined = await Promise.all(installation.places.map(examine));
  const registered = examined.find(({ state }) => state === 'registered');
  const host = await checkHost(hostCommandFor(registered, installation));
  const findings: Finding[] = [
    ...checkRegistration(examined),
    ...host.findings,
    ...(host.list ? checkDrivers(await modulesOf(registered, installation.configPath), host.list) : []),
    ...(given.service === undefined ? [] : await checkService(given.service)),
  ];
  const allWell = findings.every(({ ok }) => ok);
  if (given.json) say(JSON.stringify({ ok: allWell, findings }, null, 2));
  else for (const finding of findings) say(...linesOf(finding));
  return allWell ? 0 : 1;
};

async function modulesOf(registered: ExaminedPlace | undefined, fallback: string): Promise<ModuleConfig[]> {
  const path = registered?.launcher ? await configPathIn(registered.launcher) : undefined;
  const config = await loadConfig(path ?? process.env['CERTBRIDGE_HOST_CONFIG'] ?? fallback);
  return config.ok ? resolveModules(config.value) : [];
}

function linesOf({ ok, what, fix }: Finding): string[] {
  return [`${ok ? '✓' : '✗'} ${what.zh} · ${what.en}`, ...(fix ? [`  → ${fix.zh} · ${fix.en}`] : [])];
}
