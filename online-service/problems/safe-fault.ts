/** What the log may keep of a fault: messages of databases and parsers quote values, so only names and places stay. */
export interface SafeFault {
  readonly type: string;
  readonly code?: string;
  readonly frames?: readonly string[];
  readonly cause?: SafeFault;
}

const FRAMES = 12;
const CAUSES = 3;

export function safeFault(fault: unknown, depth = 0): SafeFault {
  if (!(fault instanceof Error)) return { type: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code.slice(0, 60) } : {};
  const cause = fault.cause !== undefined && depth < CAUSES ? { cause: safeFault(fault.cause, depth + 1) } : {};
  return { type: fault.name, ...code, frames: framesOf(fault), ...cause };
}

function framesOf(fault: Error): string[] {
  const lines = (fault.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, FRAMES);
}
