const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The server's clock as people in China read it. */
export function formatTime(instant: string): string {
  return clock.format(new Date(instant));
}

const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** 2025-12-14 09:30, so many days from today: an invented deadline that never looks stale. */
export function soon(days: number, time: string): string {
  return `${date.format(Date.now() + days * 86_400_000)} ${time}`;
}
