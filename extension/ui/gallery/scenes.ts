import type { HostState } from '@certbridge/shared/contract/host-state.ts';
import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { KeyDetails } from '@certbridge/shared/domain/key.ts';
import { DUE, EMPTY, EXPIRED, EXPIRED_LONG_AGO, FOREIGN, LOCKED, VALID } from './sample-keys.ts';
import type { OrderScene } from './scene-order.ts';
import type { QueryScene } from './scene-query.ts';

/** One whole screen with invented data. */
export interface Scene {
  readonly page: 'panel' | 'popup';
  readonly host: HostState;
  /** Undefined: nothing has been heard of keys. */
  readonly keys?: readonly KeyDetails[];
  readonly troubles?: readonly ModuleTrouble[];
  readonly reading?: 'never-ends' | PublicError;
  readonly service?: 'down' | 'silent';
  readonly ownTab?: boolean;
  readonly search?: string;
  /** An application that is open. */
  readonly order?: OrderScene;
  /** Somebody who looks for an order. */
  readonly query?: QueryScene;
}

const connected: HostState = { state: 'connected', version: '0.1.0', capabilities: ['keys.watch', 'key.read'] };
const exited: PublicError = { code: 'HOST_EXITED' };
const away: HostState = { state: 'reconnecting', error: exited, attempt: 2 };
const missing: HostState = { state: 'unavailable', error: { code: 'HOST_NOT_REGISTERED' } };
const module = { id: 'opensc', name: 'OpenSC' };
const crashed: ModuleTrouble = { module, error: { code: 'MODULE_CRASHED', support: 'SIGSEGV' } };
const noDrivers: ModuleTrouble = { module, error: { code: 'NO_MODULES' } };

const DIFFERS: PublicError = { code: 'IDENTITY_DIFFERS', values: { triesLeft: 3 } };
const SECOND: PublicError = { code: 'ORDER_UNFINISHED', values: { number: '251119-00017' } };
const counter = { page: 'panel', host: connected, keys: [] } as const;

export const SCENES: { readonly [name: string]: Scene } = {
  connecting: { page: 'panel', host: { state: 'connecting' }, service: 'silent' },
  'no-key': { page: 'panel', host: connected, keys: [] },
  due: { page: 'panel', host: connected, keys: [DUE] },
  valid: { page: 'panel', host: connected, keys: [VALID] },
  several: { page: 'panel', host: connected, keys: [VALID, LOCKED] },
  locked: { page: 'panel', host: connected, keys: [LOCKED] },
  expired: { page: 'panel', host: connected, keys: [EXPIRED] },
  'expired-long-ago': { page: 'panel', host: connected, keys: [EXPIRED_LONG_AGO] },
  foreign: { page: 'panel', host: connected, keys: [FOREIGN, EMPTY] },
  reading: { page: 'panel', host: connected, keys: [DUE], reading: 'never-ends' },
  unreadable: { page: 'panel', host: connected, keys: [DUE], reading: { code: 'DRIVER_FAULT', support: '0x30' } },
  reconnecting: { page: 'panel', host: away, keys: [DUE] },
  'reconnecting-no-key': { page: 'panel', host: away, keys: [] },
  'host-missing': { page: 'panel', host: missing },
  'driver-trouble': { page: 'panel', host: connected, keys: [VALID], troubles: [crashed] },
  'no-drivers': { page: 'panel', host: connected, keys: [], troubles: [noDrivers] },
  'service-down': { page: 'panel', host: connected, keys: [DUE], service: 'down' },
  'facts-new-unit': { page: 'panel', host: connected, keys: [], search: '?business=new-unit' },
  'facts-renew': { page: 'panel', host: connected, keys: [DUE], search: '?business=renew' },
  'facts-revoke': { page: 'panel', host: connected, keys: [], search: '?business=revoke' },
  'order-new': { ...counter, order: { business: 'new-unit', at: 'new' } },
  'order-unit': { ...counter, order: { business: 'new-unit', at: 'unit' } },
  'order-transfer': { ...counter, order: { business: 'new-unit', by: 'transfer', at: 'unit' } },
  'order-differs': { ...counter, order: { business: 'new-unit', at: 'unit', refused: { 'identity.check': DIFFERS } } },
  'order-second': {
    ...counter,
    order: { business: 'new-unit', at: 'operator', refused: { 'identity.check': SECOND } },
  },
  'order-product': { ...counter, order: { business: 'new-unit', at: 'product' } },
  'order-operator': { ...counter, order: { business: 'new-unit', at: 'operator' } },
  'order-send': { ...counter, order: { business: 'new-unit', at: 'send' } },
  'order-confirm': { ...counter, order: { business: 'new-unit', at: 'confirm' } },
  'order-authorise': { ...counter, order: { business: 'new-unit', by: 'transfer', at: 'authorise' } },
  'order-materials': { ...counter, order: { business: 'new-unit', at: 'materials' } },
  'order-sign': { ...counter, order: { business: 'new-unit', at: 'sign' } },
  'order-to-pay': { ...counter, order: { business: 'new-unit', at: 'to-pay' } },
  'pay-over': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'over' } },
  'pay-away': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'away' } },
  'pay-no-way': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'no-way' } },
  'pay-wrong-amount': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'wrong-amount' } },
  'pay-two-ways': { ...counter, order: { business: 'new-person', at: 'to-pay' } },
  'pay-handed-in': { ...counter, order: { business: 'new-person', at: 'to-pay', money: 'handed-in' } },
  'pay-not-found': { ...counter, order: { business: 'new-person', at: 'to-pay', money: 'not-found' } },
  'pay-paid': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'paid' } },
  'pay-invoiced': { ...counter, order: { business: 'new-unit', at: 'to-pay', money: 'invoiced' } },
  'order-cancelled': { ...counter, order: { business: 'new-unit', at: 'cancelled' } },
  'order-person': { ...counter, order: { business: 'new-person', at: 'operator' } },
  'order-person-product': { ...counter, order: { business: 'new-person', at: 'product' } },
  'order-person-confirm': { ...counter, order: { business: 'new-person', at: 'confirm' } },
  'query-ask': { ...counter, query: 'ask' },
  'query-code': { ...counter, query: 'code' },
  'query-wrong-code': { ...counter, query: 'wrong-code' },
  'query-again': { ...counter, query: 'again' },
  'query-over': { ...counter, query: 'over' },
  'query-orders': { ...counter, query: 'orders' },
  'query-none': { ...counter, query: 'none' },
  'query-trouble': { ...counter, query: 'trouble' },
  'query-in-review': { ...counter, query: 'in-review' },
  'query-returned': { ...counter, query: 'returned' },
  'query-cancel': { ...counter, query: 'cancel' },
  'query-refunded': { ...counter, query: 'refunded' },
  channels: { page: 'panel', host: connected, keys: [], ownTab: true },
  popup: { page: 'popup', host: connected, keys: [VALID, LOCKED] },
  'popup-no-key': { page: 'popup', host: connected, keys: [] },
  'popup-host-missing': { page: 'popup', host: missing },
  'popup-reconnecting': { page: 'popup', host: away, keys: [] },
};
