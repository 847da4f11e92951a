import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { IconName } from '../ui/icon-shapes.ts';

export const BUSINESS_ICONS: { readonly [Name in BusinessName]: IconName } = {
  'new-unit': 'unit',
  'new-person': 'person',
  renew: 'renew',
  unlock: 'unlock',
  change: 'edit',
  reissue: 'lost',
  revoke: 'revoke',
};
