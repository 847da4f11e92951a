import { parseArgs } from 'node:util';
import { type IdKind, idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';

export interface PersonCommand {
  readonly act: 'export' | 'erase';
  readonly idKind: IdKind;
}

/** `person export|erase --id-kind KIND`; undefined for anything else. The number comes by standard input. */
export function readPersonArguments(given: readonly string[]): PersonCommand | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { 'id-kind': { type: 'string' } },
      allowPositionals: true,
    });
    const kind = idKind.safeParse(values['id-kind']);
    const [subject, act, ...more] = positionals;
    if (subject !== 'person' || (act !== 'export' && act !== 'erase') || more.length > 0 || !kind.success) {
      return undefined;
    }
    return { act, idKind: kind.data };
  } catch {
    return undefined;
  }
}
