const CHINA_MS = 8 * 3_600_000;

/** 2026-11-21 10:00:00: Alipay speaks of times as people in China read them, without saying so. */
export function alipayTime(at: Date): string {
  return new Date(at.getTime() + CHINA_MS).toISOString().slice(0, 19).replace('T', ' ');
}

export function readAlipayTime(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) || alipayTime(at) !== text ? undefined : at;
}
