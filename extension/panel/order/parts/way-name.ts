import { PERSON_VERIFICATIONS, UNIT_VERIFICATIONS } from '@certbridge/shared/domain/channel.ts';
import { t } from '../../../ui/i18n.ts';

export function wayName(value: string): string {
  const way = [...UNIT_VERIFICATIONS, ...PERSON_VERIFICATIONS].find((one) => one === value);
  return way ? t(`verification.${way}`) : value;
}
