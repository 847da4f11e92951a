import { checkIdNumber, ID_KINDS, type IdKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { createForm, type Form } from '../../../ui/form/form-state.ts';
import type { FieldProblem } from '../../order/state/application-form.ts';

export interface IdValues {
  readonly idKind: string;
  readonly idNumber: string;
}

export interface IdPaper {
  readonly idKind: IdKind;
  /** In the spelling in which it is kept. */
  readonly idNumber: string;
}

export type IdForm = Form<{ readonly [Name in keyof IdValues]: string }, FieldProblem>;

/** Whose orders are looked for. `today` is the date in China. */
export function createIdForm(today: () => string): IdForm {
  return createForm<{ readonly [Name in keyof IdValues]: string }, FieldProblem>({
    initial: { idKind: 'resident-id', idNumber: '' },
    check: (name, values) => (name === 'idNumber' ? problemOf(values, today()) : undefined),
  });
}

/** Undefined while the number cannot be one of this kind. */
export function paperOf(values: IdValues, today: string): IdPaper | undefined {
  const kind = kindOf(values);
  const checked = checkIdNumber({ kind, text: values.idNumber }, today);
  return checked.ok ? { idKind: kind, idNumber: checked.value } : undefined;
}

function problemOf(values: IdValues, today: string): FieldProblem | undefined {
  const checked = checkIdNumber({ kind: kindOf(values), text: values.idNumber }, today);
  if (checked.ok) return undefined;
  return { reason: checked.reason, ...(checked.repair === undefined ? {} : { repair: checked.repair }) };
}

function kindOf({ idKind }: IdValues): IdKind {
  return ID_KINDS.find((kind) => kind === idKind) ?? 'resident-id';
}
