/** PostgreSQL, 23505: another row has it already. */
export function violates(fault: unknown, constraint: string): boolean {
  return (
    fault instanceof Error &&
    'code' in fault &&
    fault.code === '23505' &&
    'constraint' in fault &&
    fault.constraint === constraint
  );
}
