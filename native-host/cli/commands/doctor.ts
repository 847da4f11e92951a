import type { HostConfig } from '../../config/host-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { resolveModules, thisMachine } from '../../config/resolve-modules.ts';
import { loadProfiles, profilesDirFor } from '../../profiles/load-profiles.ts';
import { configPathIn } from '../../register/register-host.ts';
import { checkDrivers } from '../doctor/check-drivers.ts';
import { checkHost } from '../doctor/check-host.ts';
import { checkPolicies } from '../doctor/check-policies.ts';
import { checkProfiles } from '../doctor/check-profiles.ts';
import { checkRegistration } from '../doctor/check-registration.ts';
import { checkService } from '../doctor/check-service.ts';
import type { Finding } from '../doctor/finding.ts';
import { readPolicies } from '../doctor/read-policies.ts';
import { installationFor } from '../places.ts';
import { type ExaminedPlace, examine, hostCommandFor } from '../registered-host.ts';
import { type CliCommand, say } from '../terminal.ts';

export const doctor: CliCommand = async (given, { host: program, invocation }) => {
  const installation = installationFor(given);
  const examined = await Promise.all(installation.places.map(examine));
  const registered = examined.find(({ state }) => state === 'registered');
  const host = await checkHost(hostCommandFor(registered, { ...installation, host: program }));
  const path = await configPath(registered, installation.configPath);
  const loaded = await loadConfig(path);
  const config: Partial<HostConfig> = loaded.ok ? loaded.value : {};
  const { profiles, refused } = loadProfiles(profilesDirFor(path));
  const modules = loaded.ok ? resolveModules(loaded.value, { ...thisMachine, profiles }) : [];
  const findings: Finding[] = [
    ...checkRegistration(examined, invocation),
    ...checkPolicies(await readPolicies(), examined),
    ...host.findings,
    ...checkProfiles(refused),
    ...(host.list ? checkDrivers(modules, host.list) : []),
    ...(await checkService(given.service ?? config.serviceUrl)),
  ];
  const allWell = findings.every(({ ok }) => ok);
  if (given.json) say(JSON.stringify({ ok: allWell, findings }, null, 2));
  else for (const finding of findings) say(...linesOf(finding));
  return allWell ? 0 : 1;
};

/** Of the host that the browser starts, if there is one. */
async function configPath(registered: ExaminedPlace | undefined, fallback: string): Promise<string> {
  const path = registered?.launcher ? await configPathIn(registered.launcher) : undefined;
  return path ?? process.env['CERTBRIDGE_HOST_CONFIG'] ?? fallback;
}

function linesOf({ ok, skipped, what, fix }: Finding): string[] {
  const mark = ok ? '✓' : '✗';
  return [`${skipped ? '·' : mark} ${what.zh} · ${what.en}`, ...(fix ? [`  → ${fix.zh} · ${fix.en}`] : [])];
}
