const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 11-19 15:20, as clocks in China show it. */
export function momentText(moment: string): string {
  const inChina = new Date(Date.parse(moment) + CHINA_OFFSET_MS).toISOString();
  return `${inChina.slice(5, 10)} ${inChina.slice(11, 16)}`;
}

/** 10:42, on the clock of this computer, by which somebody remembers what he did. */
export function clockText(moment: number): string {
  const at = new Date(moment);
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
