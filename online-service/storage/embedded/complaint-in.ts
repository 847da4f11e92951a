const COMPLAINT = /\b(error|FATAL|PANIC):|No space left/;

/** The line that tells why a PostgreSQL program failed: what it says last is often only how it cleaned up. */
export function complaintIn(output: string): string {
  const lines = output.trim().split('\n');
  return lines.findLast((line) => COMPLAINT.test(line)) ?? lines.at(-1) ?? '';
}
