import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import type { ExaminedPlace } from '../registered-host.ts';
import type { Words } from '../words-of.ts';
import type { Finding } from './finding.ts';
import type { BrowserPolicies } from './read-policies.ts';

interface Obstacle {
  readonly what: Words;
  readonly policy: string;
  readonly value: string;
}

/** Of the browsers in which the host is registered; a profile folder may be any browser's. */
export function checkPolicies(all: readonly BrowserPolicies[], examined: readonly ExaminedPlace[]): Finding[] {
  const registered = examined.filter(({ state }) => state === 'registered').map(({ place }) => place);
  const concerned = all.filter(({ browser }) =>
    registered.some((place) => place.browser === browser || !all.some((other) => other.browser === place.browser)),
  );
  const findings = concerned.flatMap(({ browser, policies }) => {
    const forMachine = registered.some((place) => place.browser === browser && place.scope === 'machine');
    return obstaclesIn(policies, forMachine).map((obstacle) => findingOf(browser, obstacle));
  });
  if (findings.length > 0 || registered.length === 0) return findings;
  return [
    { check: 'policy', ok: true, what: { zh: '没有浏览器策略阻止本机组件', en: 'no browser policy is in the way' } },
  ];
}

function findingOf(browser: string, { what, policy, value }: Obstacle): Finding {
  return {
    check: 'policy',
    ok: false,
    what: { zh: `${browser}：${what.zh}`, en: `${browser}: ${what.en}` },
    fix: {
      zh: `请管理员修改浏览器策略 ${policy}：${value}`,
      en: `ask the administrator to change the browser policy ${policy}: ${value}`,
    },
  };
}

function obstaclesIn(policies: BrowserPolicies['policies'], forMachine: boolean): Obstacle[] {
  const listed = (name: string) => listOf(policies[name]);
  const obstacles: Obstacle[] = [];
  if (names(listed('NativeMessagingBlocklist'), HOST_NAME) && !listed('NativeMessagingAllowlist').includes(HOST_NAME)) {
    const what = { zh: '策略禁止本机组件', en: 'a policy forbids the host' };
    obstacles.push({ what, policy: 'NativeMessagingAllowlist', value: `+ ${HOST_NAME}` });
  }
  if (isFalse(policies['NativeMessagingUserLevelHosts']) && !forMachine) {
    const what = { zh: '策略只认全机登记', en: 'a policy ignores registrations of one user' };
    obstacles.push({ what, policy: 'NativeMessagingUserLevelHosts', value: 'true' });
  }
  const [extension = ''] = EXTENSION_IDS;
  const blocked = names(listed('ExtensionInstallBlocklist'), extension) || modeOf(policies, extension) === 'blocked';
  const wanted =
    listed('ExtensionInstallAllowlist').includes(extension) ||
    listed('ExtensionInstallForcelist').some((entry) => entry.startsWith(extension)) ||
    ['allowed', 'force_installed', 'normal_installed'].includes(modeOf(policies, extension) ?? '');
  if ((blocked && !wanted) || modeOf(policies, extension) === 'removed') {
    const what = { zh: '策略禁止证桥扩展', en: 'a policy forbids the extension' };
    obstacles.push({ what, policy: 'ExtensionInstallAllowlist', value: `+ ${extension}` });
  }
  return obstacles;
}

function names(list: readonly string[], one: string): boolean {
  return list.includes('*') || list.includes(one);
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The registry has no truth values. */
function isFalse(value: unknown): boolean {
  return value === false || value === 0;
}

/** ExtensionSettings is JSON in the registry's text; what it says of one extension goes before what it says of all. */
function modeOf({ ExtensionSettings: settings }: BrowserPolicies['policies'], extension: string): string | undefined {
  try {
    const all = typeof settings === 'string' ? JSON.parse(settings) : settings;
    const mode = (all?.[extension] ?? all?.['*'])?.installation_mode;
    return typeof mode === 'string' ? mode : undefined;
  } catch {
    return undefined;
  }
}
