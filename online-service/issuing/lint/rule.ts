/** The name of a rule that does not hold. */
export function rule(name: string, holds: boolean): string[] {
  return holds ? [] : [name];
}
