import { yuan } from '@certbridge/shared/domain/money.ts';
import { t } from '../../ui/i18n.ts';
import type { TileFact } from '../state/tiles-of.ts';

export function tileText(fact: TileFact): string {
  switch (fact.kind) {
    case 'from':
      return fact.price === 0 ? t('tile.free') : t('tile.from', { price: yuan(fact.price) });
    case 'renew':
      return t('tile.renew', { days: fact.days });
    case 'on-paper':
      return t('tile.onPaper');
    case 'change-no-materials':
      return t('tile.changeNoMaterials');
    case 'revoke-free':
      return t('tile.revokeFree');
    case 'none':
      return '';
    default:
      return t(`tile.${fact.kind}`);
  }
}
