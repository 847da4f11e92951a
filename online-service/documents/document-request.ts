import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { type FormSection, sectionsOf } from '@certbridge/shared/domain/form/form-sections.ts';
import { maskMobile } from '@certbridge/shared/domain/masking.ts';
import { nounOf } from '@certbridge/shared/text/field-text.ts';
import { agreementTitles } from '@certbridge/shared/text/zh-CN/agreement-titles.ts';
import { fieldTexts } from '@certbridge/shared/text/zh-CN/fields.ts';
import { orderTexts } from '@certbridge/shared/text/zh-CN/order.ts';
import { uiTexts } from '@certbridge/shared/text/zh-CN/ui.ts';
import { operatorMobile } from '../orders/checked-data.ts';
import { subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { ApplicationForm, DocumentHead, DocumentSection, PrintedPerson, PrintedUnit } from './document-data.ts';
import { idKindName, printedValue, SAID_ELSEWHERE } from './order-values.ts';
import type { DocumentRequest } from './printing/printed.ts';

export type PaperName = 'application-form' | 'authorisation-letter-template' | 'seal-sheet-template';

/** An order as the data of one of its papers. */
export function documentRequest(order: Order, name: PaperName): DocumentRequest {
  const head = headOf(order);
  switch (name) {
    case 'application-form':
      return { kind: 'application-form', data: formOf(order, head) };
    case 'authorisation-letter-template':
      return { kind: 'authorisation-letter', data: { head, unit: unitOf(order), operator: personOf(order) } };
    case 'seal-sheet-template':
      return order.holder === 'unit'
        ? { kind: 'seal-sheet', data: { head, unit: unitOf(order), seals: unitSealsOf(order) } }
        : {
            kind: 'personal-seal-sheet',
            data: { head, person: personOf(order), unitName: order.fields['operator.unit'] ?? '' },
          };
  }
}

function headOf({ channel, business, number, times, createdAt }: Order): DocumentHead {
  const madeAt = times.filled === undefined ? createdAt : new Date(times.filled);
  return { channel: channel.name, business: uiTexts[`business.${business}`], orderNumber: number, madeAt };
}

function formOf(order: Order, head: DocumentHead): ApplicationForm {
  const { price, times, digest = '' } = order;
  const agreedAt = new Date(order.consentedAt ?? head.madeAt);
  return {
    head,
    sections: sectionsOf(subjectOf(order)).map((section) => printedSection(order, section)),
    prices: (price?.lines ?? []).map(({ what, count, each, amount }) => ({
      name: what === 'service' ? orderTexts['price.service'] : uiTexts[`price.${what}`],
      count,
      each,
      amount,
    })),
    total: price?.total ?? 0,
    consents: order.agreements.map(({ id, version }) => ({ title: agreementTitles[id], version, agreedAt })),
    digest,
    ...(times.signed === undefined
      ? {}
      : {
          signing: {
            by: order.fields['operator.name'] ?? '',
            way: `短信验证码（${maskMobile(operatorMobile(order.fields) ?? '')}）`,
            at: new Date(times.signed),
          },
        }),
  };
}

function printedSection(order: Order, { id, fields }: FormSection): DocumentSection {
  const names = fields.map(({ name }) => name).filter((name) => !SAID_ELSEWHERE.includes(name));
  return { title: titleOf(order, id), rows: names.map((name) => rowOf(order, name)) };
}

function titleOf(order: Order, id: FormSection['id']): string {
  const who = order.holder === 'person' ? 'applicant' : (order.channel.operatorRole ?? 'operator');
  switch (id) {
    case 'operator':
      return orderTexts[`section.${who}`];
    case 'operator-check':
      return orderTexts[`section.operator-check.${who}`];
    default:
      return orderTexts[`section.${id}`];
  }
}

function rowOf(order: Order, name: FieldName) {
  return { label: nounOf(fieldTexts[name]), value: printedValue(order, name) };
}

function unitOf({ fields }: Order): PrintedUnit {
  return {
    name: fields['unit.name'] ?? '',
    creditCode: fields['unit.creditCode'] ?? '',
    legalRepresentative: fields['legal.name'] ?? '',
  };
}

function personOf({ fields }: Order): PrintedPerson {
  return {
    name: fields['operator.name'] ?? '',
    idKind: idKindName(fields['operator.idKind']),
    idNumber: fields['operator.idNumber'] ?? '',
  };
}

function unitSealsOf({ fields }: Order): 'company' | 'company-and-legal-representative' {
  return fields['product.seal'] === 'company-and-legal-representative' ? 'company-and-legal-representative' : 'company';
}
