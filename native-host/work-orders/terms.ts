import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { WorkOrderClaims, WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';

type Terms = WorkOrderClaims['terms'];
type Term = keyof Terms;

interface TermsRule {
  readonly needs: readonly Term[];
  readonly may?: readonly Term[];
  /** What holds between terms that are there. The word is for the hotline. */
  readonly also?: (terms: Terms) => string | undefined;
}

/** Complete by type: a verb without a line here does not compile. A term that a verb does not know is refused too. */
const RULES: Record<WorkOrderVerb, TermsRule> = {
  'pin.change': { needs: [] },
  'application.sign': { needs: ['digest', 'signature', 'certificates'], also: signsOneDigest },
  'renewal.prepare': { needs: ['pairs', 'certificates'], also: onePairForEachUse },
  'renewal.install': { needs: [], may: ['pairs', 'certificates'], also: onePairForEachUse },
  'renewal.retire': { needs: ['retire', 'certificates'] },
  'unlock.begin': { needs: [] },
  'unlock.complete': { needs: [] },
  'making.initialise': { needs: ['label', 'custodyKey'], may: ['wipeInitialised'] },
  'making.prepare': { needs: ['pairs'], may: ['label'], also: onePairForEachUse },
  'making.install': { needs: [], may: ['pairs', 'label'], also: onePairForEachUse },
  'decrypt.check': { needs: [], may: ['certificates'] },
};

/** What the order says must be what its verb needs, no less and no more. */
export function checkTerms({ verb, terms }: WorkOrderClaims): Result<undefined, 'WORK_ORDER_TERMS'> {
  const { needs, may = [], also } = RULES[verb];
  const missing = needs.find((term) => isEmpty(terms[term]));
  if (missing) return fail('WORK_ORDER_TERMS', { support: `${missing} missing` });
  const known: readonly string[] = [...needs, ...may];
  const stray = Object.keys(terms).find((term) => !known.includes(term));
  if (stray) return fail('WORK_ORDER_TERMS', { support: `${stray} not for ${verb}` });
  const wrong = also?.(terms);
  return wrong ? fail('WORK_ORDER_TERMS', { support: wrong }) : ok(undefined);
}

function isEmpty(term: Terms[Term]): boolean {
  return term === undefined || (Array.isArray(term) && term.length === 0);
}

/** GM/T 0009 signs SM3 digests; every other form here signs SHA-256. */
function signsOneDigest({ digest, signature, certificates = [] }: Terms): string | undefined {
  if (certificates.length !== 1) return 'certificates: exactly one signs';
  return (digest?.algorithm === 'sm3') === (signature === 'sm2-sm3') ? undefined : 'digest and signature differ';
}

function onePairForEachUse({ pairs = [] }: Terms): string | undefined {
  return new Set(pairs.map(({ use }) => use)).size === pairs.length ? undefined : 'pairs: one for each use';
}
