import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { ID_KINDS } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import type { Panel } from '../panel-controller.ts';
import { openQuery } from '../query/open-query.ts';

/** The way from an application to the order query, where the operator finds the order of that number. */
export function goToQuery(panel: Pick<Panel, 'go'>, orderNumber: string | undefined, fields: FormFields): void {
  openQuery(panel, {
    orderNumber: orderNumber || undefined,
    idKind: ID_KINDS.find((kind) => kind === fields['operator.idKind']),
    idNumber: fields['operator.idNumber'] || undefined,
  });
}
