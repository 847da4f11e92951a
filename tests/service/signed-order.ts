import { createHash } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { grain } from '../../online-service/materials/pictures/testing/make-picture.ts';
import type { PhoneReader } from '../support/read-code.ts';
import type { WholeService } from './whole-service.ts';

export interface Applicant {
  readonly fields: FormFields;
  readonly phones: PhoneReader;
}

export interface SignedOrder {
  readonly order: OrderView;
  readonly token: string;
  /** What the operator read on his phone. */
  readonly code: string;
}

/** From the first field to the signature, as a panel asks for it. */
export async function signedOrder(service: WholeService, { fields, phones }: Applicant): Promise<SignedOrder> {
  const { call } = service;
  const begun = await call('orders.begin', { channelId: 'shangqiu-ggzy', business: 'new-unit', fields: {} });
  const { token } = begun;
  const { id } = begun.order;
  let order = await call('orders.save', { id, version: begun.order.version, fields }, token);
  for (const party of ['unit', 'operator'] as const) {
    order = await call('identity.check', { id, version: order.version, party }, token);
  }
  const captcha = await service.captcha();
  order = await call('orders.fillIn', { id, version: order.version, captcha, agreements: [...AGREEMENTS] }, token);
  const digest = order.digest ?? '';
  order = await call('orders.confirm', { id, version: order.version, digest }, token);
  for (const { slot } of order.materials.filter(({ required }) => required)) {
    order = await upload(service, { order, slot, token });
  }
  order = await call('orders.submit', { id, version: order.version }, token);
  await call('codes.send', { id }, token);
  // The bank has vouched for the phone of the card.
  const code = await phones.readCode(fields['operatorCheck.cardMobile'] ?? fields['operator.mobile'] ?? '');
  return { order: await call('orders.sign', { id, version: order.version, digest, code }, token), token, code };
}

interface Upload {
  readonly order: OrderView;
  readonly slot: OrderView['materials'][number]['slot'];
  readonly token: string;
}

async function upload({ call }: WholeService, { order: { id }, slot, token }: Upload): Promise<OrderView> {
  const picture = await grain({ width: 640, height: 480 }).jpeg({ quality: 40 }).toBuffer();
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const { uploadId } = await call('materials.begin', { id, slot, bytes: picture.length, sha256 }, token);
  await call('materials.piece', { id, uploadId, offset: 0, data: picture.toString('base64') }, token);
  return call('materials.finish', { id, uploadId }, token);
}
