import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import {
  type FormSubject,
  type Holder,
  type SectionId,
  sectionsOf,
} from '@certbridge/shared/domain/form/form-sections.ts';
import { needsAuthorisation, stepsOfOrder } from '@certbridge/shared/domain/order/steps-of-order.ts';

/** The pages of the form. A person who applies for himself comes first; a unit is checked before its operator. */
const FORM_PAGES = {
  unit: ['unit', 'product', 'operator', 'send'],
  person: ['operator', 'product', 'send'],
} as const satisfies { [H in Holder]: readonly string[] };

export type FormPage = (typeof FORM_PAGES)[Holder][number];
export type Page = FormPage | 'confirm' | 'authorise' | 'materials' | 'sign' | 'pay' | 'paid' | 'status';
/** What the step header counts: the payment is the last thing that the applicant does. */
export type Step = Exclude<Page, 'paid' | 'status'>;

const SECTIONS: { readonly [P in FormPage]: readonly SectionId[] } = {
  unit: ['unit-check', 'unit', 'legal-representative'],
  product: ['product', 'invoice'],
  operator: ['operator-check', 'operator'],
  send: ['posting'],
};

/** What an application is made for: by the channel, before an order exists, and by the order afterwards. */
export interface Applied {
  readonly channel: Channel;
  readonly offer: Channel['offers'][number];
  readonly business: OrderView['business'];
  readonly holder: Holder;
}

export function formPagesOf(holder: Holder): readonly FormPage[] {
  return FORM_PAGES[holder];
}

export function firstPageOf(holder: Holder): FormPage {
  return FORM_PAGES[holder][0];
}

/** The page of the form on which a section stands. */
export function pageOfSection(section: SectionId): FormPage {
  const page = FORM_PAGES.unit.find((one) => SECTIONS[one].includes(section));
  if (!page) throw new Error(`no page shows ${section}`);
  return page;
}

export function sectionsOnPage(page: FormPage, subject: FormSubject) {
  return sectionsOf(subject).filter(({ id }) => SECTIONS[page].includes(id));
}

/** Where an order stands; while it is drafted, the page of the form that is open. */
export function pageOf(order: OrderView | undefined, formPage: FormPage, { channel, offer }: Applied): Page {
  if (!order) return formPage;
  switch (order.state) {
    case 'drafting':
      return formPage;
    case 'filled':
      return 'confirm';
    case 'confirmed':
      return needsAuthorisation(offer, { ...order, channel }) && !order.authorised ? 'authorise' : 'materials';
    case 'submitted':
      return 'sign';
    default:
      if (order.payment === 'awaiting') return 'pay';
      return order.state === 'accepted' && order.payment === 'paid' ? 'paid' : 'status';
  }
}

/** Every step of this application, as far as its choices tell. */
export function stepsOf({ channel, offer, holder }: Applied, fields: FormFields): Step[] {
  const steps = stepsOfOrder(offer, { channel, holder, fields });
  return [
    ...FORM_PAGES[holder],
    ...(['confirm', 'authorise', 'materials', 'sign', 'pay'] as const).filter((step) => steps.includes(step)),
  ];
}
