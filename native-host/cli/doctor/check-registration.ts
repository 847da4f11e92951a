import type { ExaminedPlace, PlaceState } from '../registered-host.ts';
import type { Words } from '../words-of.ts';
import type { Finding } from './finding.ts';

const WORDS: { readonly [State in Exclude<PlaceState, 'not-registered'>]: Words } = {
  registered: { zh: '已登记', en: 'registered' },
  unreadable: { zh: '登记文件读不懂', en: 'the registration can’t be read' },
  'launcher-missing': { zh: '登记的程序不在了', en: 'the registered program is gone' },
  'extension-not-allowed': { zh: '登记里没有本扩展', en: 'the registration does not name our extension' },
};

/** A browser without a registration is no fault as long as one has it: nobody uses them all. */
export function checkRegistration(examined: readonly ExaminedPlace[], invocation: string): Finding[] {
  const registerAgain = { zh: `重新登记：${invocation} register`, en: `register again: ${invocation} register` };
  const findings = examined.flatMap(({ place, state }): Finding[] => {
    if (state === 'not-registered') return [];
    const words = WORDS[state];
    const where = `${place.browser} (${place.manifestDir})`;
    const what = { zh: `${where}：${words.zh}`, en: words.en };
    const ok = state === 'registered';
    return [{ check: 'registration', ok, what, ...(ok ? {} : { fix: registerAgain }) }];
  });
  if (findings.length > 0) return findings;
  const what = { zh: '没有浏览器登记了本机组件', en: 'the host is not registered with any browser' };
  return [{ check: 'registration', ok: false, what, fix: registerAgain }];
}
