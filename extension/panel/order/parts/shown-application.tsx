import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { SectionId } from '@certbridge/shared/domain/form/form-sections.ts';
import { nounOf } from '@certbridge/shared/text/field-text.ts';
import { type Definition, Definitions } from '../../../ui/definitions.tsx';
import { formWords, ot } from '../../../ui/form-words.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { fieldLook } from '../fields/field-looks.ts';
import { type Applied, type FormPage, pageOfSection } from '../state/order-pages.ts';
import { type ShownSection, shownSections } from '../state/shown-application.ts';
import { PageSection } from './page-section.tsx';
import { shownValue } from './shown-value.ts';
import { whoActs } from './step-title.ts';

export interface ShownApplicationProps {
  readonly applied: Applied;
  readonly order: OrderView;
  /** Absent where nothing can be changed any more. */
  readonly onEdit?: (page: FormPage) => void;
}

/** The whole application, unmasked: who reads it here has typed it. */
export function ShownApplication({ applied, order, onEdit }: ShownApplicationProps) {
  return (
    <>
      {shownSections(applied, order).map((section) => {
        const title = sectionTitle(section.id, applied);
        return (
          <PageSection
            key={section.id}
            title={title}
            aside={
              onEdit && (
                <IconButton
                  icon="edit"
                  label={ot('confirm.edit', { title })}
                  onClick={() => onEdit(pageOfSection(section.id))}
                />
              )
            }
          >
            <Definitions items={itemsOf(section, applied, order)} />
          </PageSection>
        );
      })}
    </>
  );
}

function itemsOf(section: ShownSection, applied: Applied, order: OrderView): Definition[] {
  const { fields } = order;
  const items = section.fields.map(({ name }) => {
    const value = shownValue(name, { applied, fields });
    return {
      name: nounOf(formWords().fields[name]),
      value: (
        <span class={fieldLook(name).mono ? 'mono' : ''} lang="zh-CN">
          {value}
        </span>
      ),
    };
  });
  const unitName = <span lang="zh-CN">{fields['unit.name']}</span>;
  if (section.id === 'invoice' && applied.holder === 'unit') {
    return [{ name: ot('invoice.title'), value: unitName }, ...items];
  }
  const byAccount = section.id === 'unit-check' && fields['unitCheck.way'] === 'account-transfer';
  return byAccount ? [...items, { name: ot('account.name'), value: unitName }] : items;
}

function sectionTitle(id: SectionId, applied: Applied): string {
  switch (id) {
    case 'operator':
      return ot(`section.${whoActs(applied)}`);
    case 'operator-check':
      return ot(`section.operator-check.${whoActs(applied)}`);
    default:
      return ot(`section.${id}`);
  }
}
