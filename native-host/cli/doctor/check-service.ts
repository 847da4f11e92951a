import { CLOCK_SKEW_S } from '../../work-orders/order-time.ts';
import type { Finding } from './finding.ts';

const LONGEST_MS = 5_000;

const UNKNOWN: Finding = {
  check: 'service',
  ok: true,
  skipped: true,
  what: {
    zh: '没有检查线上服务和电脑的时间：配置里没有服务的地址',
    en: 'the online service and the clock were not checked: the configuration names no service',
  },
  fix: { zh: '用 --service URL 指明', en: 'name it with --service URL' },
};

/** Is the online service there, and does this computer's clock agree with it? Work orders are checked by the clock. */
export async function checkService(address: string | undefined): Promise<Finding[]> {
  if (address === undefined) return [UNKNOWN];
  const asked = Date.now();
  try {
    const answer = await fetch(new URL('/health', address), { signal: AbortSignal.timeout(LONGEST_MS) });
    await answer.body?.cancel();
    const well: Finding = {
      check: 'service',
      ok: answer.ok,
      what: { zh: `线上服务应答 ${answer.status}`, en: `the online service answers ${answer.status}` },
    };
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    // Date has whole seconds, and was written somewhere between our question and now.
    return Number.isNaN(theirs) ? [well] : [well, clockFinding(theirs - (asked + Date.now()) / 2)];
  } catch {
    const what = { zh: `连不上线上服务 ${address}`, en: 'the online service can’t be reached' };
    const fix = { zh: '检查网络、代理和防火墙', en: 'check the network, the proxy and the firewall' };
    return [{ check: 'service', ok: false, what, fix }];
  }
}

function clockFinding(aheadMs: number): Finding {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (Math.abs(aheadMs) <= CLOCK_SKEW_S * 1000) {
    return { check: 'clock', ok: true, what: { zh: '电脑的时间准确', en: 'the clock is right' } };
  }
  const [zh, en] = aheadMs > 0 ? ['慢', 'slow'] : ['快', 'fast'];
  return {
    check: 'clock',
    ok: false,
    what: { zh: `电脑的时间${zh}了 ${minutes} 分钟`, en: `the clock is ${minutes} minutes ${en}` },
    fix: { zh: '打开系统设置里的自动校时', en: 'let the system set the time by itself' },
  };
}
