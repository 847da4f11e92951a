import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { FIELD_NAMES } from '@certbridge/shared/domain/form/field-names.ts';
import { nounOf } from '@certbridge/shared/text/field-text.ts';
import { formWords } from '../../../ui/form-words.ts';
import { t } from '../../../ui/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { qt } from '../query-words.ts';

/** Why an order came back, in the reviewer's own words, which are Chinese. */
export function ReturnedNotice({ order: { state, returned, materials } }: { readonly order: OrderView }) {
  if (state !== 'returned' || returned.length === 0) return null;
  return (
    <Notice tone="warn" title={qt('returned.title', { count: returned.length })}>
      <ul class="query-dots">
        {returned.map(({ about, reason }) => (
          <li key={about}>
            <b>{nameOf(about, materials)}</b>
            <span lang="zh-CN">{reason}</span>
          </li>
        ))}
      </ul>
      <p>{qt('returned.next')}</p>
    </Notice>
  );
}

/** A material, a field, or what the reviewer has called it. */
function nameOf(about: string, materials: OrderView['materials']): string {
  const material = materials.find(({ slot }) => slot === about);
  if (material) return t(`material.${material.slot}`);
  const field = FIELD_NAMES.find((name) => name === about);
  return field ? nounOf(formWords().fields[field]) : about;
}
