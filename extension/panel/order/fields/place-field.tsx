import { citiesOf, provinces } from '@certbridge/shared/domain/regions/regions.ts';
import { RegionField } from '../../../ui/form/region-field.tsx';
import { ot } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { askedFor } from './fields-of-page.ts';
import { sayProblem } from './say-problem.ts';

const PROVINCES = provinces().map((province) => ({ ...province, cities: citiesOf(province.code) }));

export interface PlaceFieldProps {
  readonly session: OrderSession;
  readonly of: 'unitCheck' | 'posting';
}

/** Province and city: of the unit's bank, or of the parcel. */
export function PlaceField({ session: { form }, session, of }: PlaceFieldProps) {
  if (askedFor(session, `${of}.province`) === 'no') return null;
  return (
    <RegionField
      label={ot(`place.${of}`)}
      province={form.fields[`${of}.province`]}
      city={form.fields[`${of}.city`]}
      provinces={PROVINCES}
      say={sayProblem}
    />
  );
}
