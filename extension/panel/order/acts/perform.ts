import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { FIELD_REASONS } from '@certbridge/shared/domain/field-reasons.ts';
import { FIELD_NAMES, type FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import type { Act, Work } from '../state/acts-in-turn.ts';
import type { FieldProblem } from '../state/application-form.ts';
import type { OrderSession } from '../state/order-session.ts';
import { pointAtFirst } from './point-at-field.ts';
import { mergeOrder } from './refresh-order.ts';

/** An act, and what its failure asks for besides being told. */
export function perform(session: OrderSession, act: Act, work: Work): Promise<void> {
  return session.act(act, () => seen(session, work));
}

/** The same for something that nobody pressed a button for. */
export function performBeside(session: OrderSession, act: Act, work: Work): Promise<void> {
  return session.actBeside(act, () => seen(session, work));
}

async function seen(session: OrderSession, work: Work): Promise<Result<unknown>> {
  const result = await work();
  if (result.ok) return result;
  if (result.error.code === 'ORDER_CHANGED') await mergeOrder(session);
  if (result.error.code === 'FORM_INVALID') refuseFields(session, result.error);
  return result;
}

/** What the service found wrong stands at the fields, and the first of them is shown. */
function refuseFields(session: OrderSession, { issues = [] }: PublicError): void {
  const refused = issues.flatMap(({ path, rule }): [FieldName, FieldProblem][] => {
    const name = FIELD_NAMES.find((one) => one === path);
    return name ? [[name, { reason: FIELD_REASONS.find((one) => one === rule) ?? 'not-offered' }]] : [];
  });
  session.form.refuse(Object.fromEntries(refused));
  pointAtFirst(
    session,
    refused.map(([name]) => name),
  );
}
