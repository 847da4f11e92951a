const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 2025-12-14 15:30:12（北京时间）, whatever the time zone of the machine. */
export function chinaMoment(instant: Date): string {
  const local = new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}（北京时间）`;
}
