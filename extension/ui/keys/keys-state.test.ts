import type { KeyEvent } from '@certbridge/shared/contract/key-events.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { DUE, LOCKED, sampleKey } from '../gallery/sample-keys.ts';
import { type KeysAction, type KeysState, keysToRead, NO_KEYS_YET, reduceKeys } from './keys-state.ts';

const { certificates: CERTIFICATES, ...KEY } = DUE;
const { certificates: _, ...OTHER } = LOCKED;
const trouble = { module: { id: 'opensc', name: 'OpenSC' }, error: { code: 'MODULE_CRASHED' as const } };

const event = (of: KeyEvent): KeysAction => ({ type: 'event', event: of });
const after = (...actions: KeysAction[]): KeysState => actions.reduce(reduceKeys, NO_KEYS_YET);
const list = event({ type: 'list', list: { keys: [KEY], troubles: [] } });
const reading = (number: number): KeysAction => ({ type: 'reading', keyId: KEY.keyId, reading: number });
const read = (number: number, result: Extract<KeysAction, { type: 'read' }>['result'] = ok(DUE)): KeysAction => ({
  type: 'read',
  keyId: KEY.keyId,
  reading: number,
  result,
});

describe('the plugged keys', () => {
  it('are unknown until the first list, and then known even when there are none', () => {
    expect(NO_KEYS_YET.known).toBe(false);
    expect(after(event({ type: 'list', list: { keys: [], troubles: [] } }))).toMatchObject({ known: true, keys: [] });
  });

  it('get their certificates when they have been read', () => {
    expect(after(list, reading(1)).keys[0]).toMatchObject({ certificates: undefined });
    expect(after(list, reading(1), read(1)).keys[0]).toMatchObject({ certificates: CERTIFICATES, reading: undefined });
  });

  it('ignore a late answer to an earlier reading', () => {
    const state = after(list, reading(1), reading(2), read(1, fail('KEY_REMOVED')));
    expect(state.keys[0]).toMatchObject({ error: undefined, reading: 2 });
  });

  it('ignore an answer for a key that has been pulled', () => {
    expect(after(list, reading(1), event({ type: 'removed', keyId: KEY.keyId }), read(1)).keys).toEqual([]);
  });

  it('keep old certificates in sight while they are read again after a host restart', () => {
    const state = after(list, reading(1), read(1), list, reading(2));
    expect(state.keys[0]?.certificates).toEqual(CERTIFICATES);
  });

  it('keep the error of a reading that failed, until one succeeds', () => {
    const failed = after(list, reading(1), read(1, fail('DRIVER_FAULT')));
    expect(failed.keys[0]).toMatchObject({ certificates: undefined, error: { code: 'DRIVER_FAULT' } });
    expect([reading(2), read(2)].reduce(reduceKeys, failed).keys[0]?.error).toBeUndefined();
  });

  it('come at the end and keep their places', () => {
    const state = after(list, event({ type: 'inserted', key: OTHER }), event({ type: 'changed', key: KEY }));
    expect(state.keys.map((key) => key.summary.keyId)).toEqual([KEY.keyId, OTHER.keyId]);
  });

  it('learn a changed password state at once', () => {
    const locked = sampleKey({ pin: { state: 'locked' } });
    expect(after(list, event({ type: 'changed', key: locked })).keys[0]?.summary.pin.state).toBe('locked');
  });

  it('name a driver’s trouble once, and forget it when it has recovered', () => {
    const troubled = after(list, event({ type: 'trouble', trouble }), event({ type: 'trouble', trouble }));
    expect(troubled.troubles).toEqual([trouble]);
    expect(reduceKeys(troubled, event({ type: 'recovered', moduleId: 'opensc' })).troubles).toEqual([]);
  });
});

describe('which keys are read', () => {
  it('those that came, changed or stand in a new list', () => {
    expect(keysToRead(NO_KEYS_YET, { type: 'list', list: { keys: [KEY, OTHER], troubles: [] } })).toHaveLength(2);
    expect(keysToRead(NO_KEYS_YET, { type: 'inserted', key: KEY })).toEqual([KEY.keyId]);
    expect(keysToRead(NO_KEYS_YET, { type: 'changed', key: KEY })).toEqual([KEY.keyId]);
    expect(keysToRead(NO_KEYS_YET, { type: 'removed', keyId: KEY.keyId })).toEqual([]);
  });

  it('those whose driver is well again, if they could not be read before', () => {
    const failed = after(list, reading(1), read(1, fail('MODULE_CRASHED', { values: { module: 'OpenSC' } })));
    expect(keysToRead(failed, { type: 'recovered', moduleId: 'opensc' })).toEqual([KEY.keyId]);
    expect(keysToRead(failed, { type: 'recovered', moduleId: 'softhsm2' })).toEqual([]);
    expect(keysToRead(after(list, reading(1), read(1)), { type: 'recovered', moduleId: 'opensc' })).toEqual([]);
  });
});
