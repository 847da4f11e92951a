import type { InputIssue } from '../contract/result.ts';

interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
}

/** Where and by which rule an input broke the contract. Neither values nor unknown keys are repeated: they may be personal. */
export function issuesOf(error: { readonly issues: readonly SchemaIssue[] }): InputIssue[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.').slice(0, 200),
    rule: issue.code ?? 'invalid',
  }));
}
