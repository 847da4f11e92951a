import { expect, test } from 'vitest';
import { Card } from './card.ts';
import { type CardState, createCardState } from './card-state.ts';

const PIN = '648219';
const SO_PIN = '3537363231383830';
const asHex = (text: string): string => Buffer.from(text, 'ascii').toString('hex');
const VERIFY = `0020008106${asHex(PIN)}`;
const VERIFY_WRONG = `0020008106${asHex('000000')}`;

/** Every stored state is kept, as a power cut right after it would leave it. */
function newCard(card = { serial: 'CBTEST00001', label: 'TEST', pin: PIN, soPin: SO_PIN }) {
  const stored: CardState[] = [];
  const chip = new Card(createCardState(card), (state) => stored.push(state));
  return { stored, chip, send: async (hex: string) => (await chip.transmit(Buffer.from(hex, 'hex'))).toString('hex') };
}

test('a wrong PIN costs a try before it is compared, and the third locks', async () => {
  const { send, stored } = newCard();
  expect(await send('00200081')).toBe('63c3');
  expect(await send(VERIFY_WRONG)).toBe('63c2');
  expect(await send(VERIFY)).toBe('9000');
  expect(stored.map((state) => state.pin?.triesLeft)).toEqual([2, 1, 3]);
  expect(await send('00200081')).toBe('9000');
  for (const answer of ['63c2', '63c1', '6983', '6983']) expect(await send(VERIFY_WRONG)).toBe(answer);
  expect(await send(VERIFY)).toBe('6983');
});

test('the SO PIN unlocks and sets a new PIN, and counts on its own', async () => {
  const { send, stored } = newCard();
  expect(await send(`002c00810e${'00'.repeat(8)}${asHex('135790')}`)).toBe('63ce');
  expect(await send(`002c00810e${SO_PIN}${asHex('135790')}`)).toBe('9000');
  expect(await send(`0020008106${asHex('135790')}`)).toBe('9000');
  expect(stored.at(-1)?.soPin?.triesLeft).toBe(15);
});

test('CHANGE takes the old PIN first; a short new one leaves everything as it was', async () => {
  const { send, stored } = newCard();
  expect(await send(`0024008109${asHex(`${PIN}123`)}`)).toBe('6700');
  expect(stored).toEqual([]);
  expect(await send(`002400810d${asHex(`${PIN}1234567`)}`)).toBe('9000');
  expect(await send(`0020008107${asHex('1234567')}`)).toBe('9000');
});

test('nothing is written, deleted, made or signed without the PIN', async () => {
  const { send, stored } = newCard();
  for (const hex of ['00d7ce0105540200005300', '00e4020002ce01', '004601000100', '80680120010000', '80620121010000']) {
    expect(await send(hex)).toBe('6982');
  }
  expect(stored).toEqual([]);
});

test('a file is made by its first write, grows, is read in parts and deleted', async () => {
  const { send } = newCard();
  await send(VERIFY);
  expect(await send('00d7ce0108540200005302aabb')).toBe('9000');
  expect(await send('00d700000754020003 5301cc'.replace(' ', ''))).toBe('9000');
  expect(await send('00b1ce01045402000004')).toBe('aabb00cc9000');
  expect(await send('00b1ce01045402000202')).toBe('00cc9000');
  expect(await send('00b1ce01045402000202'.replace('0002', '0009'))).toBe('6282');
  expect(await send('8058000000')).toBe('ce019000');
  expect(await send('00e4020002ce01')).toBe('9000');
  expect(await send('00a4000002ce0100')).toBe('6a82');
});

test('a reset and a new selection of the applet forget the PIN', async () => {
  const { send, chip } = newCard();
  await send(VERIFY);
  chip.reset();
  expect(await send('00200081')).toBe('63c3');
  await send(VERIFY);
  expect(await send('00a404000be82b0601040181c31f020100')).toMatch(/9000$/);
  expect(await send('00200081')).toBe('63c3');
});

test('a PIN pad that is not there is unknown, so is any other instruction or class', async () => {
  const { send } = newCard();
  expect(await send('00200085')).toBe('6a88');
  expect(await send('00700000')).toBe('6d00');
  expect(await send('80200081')).toBe('6e00');
});

test('a blank card has no PIN until it is initialised', async () => {
  const stored: CardState[] = [];
  const card = new Card(createCardState({ serial: 'CBTEST00002' }), (state) => stored.push(state));
  const send = async (hex: string) => (await card.transmit(Buffer.from(hex, 'hex'))).toString('hex');
  expect(await send('00200081')).toBe('6984');
  expect(await send(`8050000019800200018106${asHex(PIN)}8208${SO_PIN}910103`)).toBe('9000');
  expect(await send(VERIFY)).toBe('9000');
});
