import { expect, test } from 'vitest';
import { parseCommand } from './apdu.ts';
import { readTlvs, tlv } from './tlv.ts';

const parse = (hex: string) => parseCommand(Buffer.from(hex, 'hex'));

test.each([
  ['case 1', '00200081', '', 0],
  ['case 2 short, all', '0084000000', '', 256],
  ['case 2 short', '0084000008', '', 8],
  ['case 2 extended, all', '80580000000000', '', 65536],
  ['case 3 short', '00e4020002cc01', 'cc01', 0],
  ['case 3 extended', '00d70000000002cc01', 'cc01', 0],
  ['case 4 short', '00a4000002cc0100', 'cc01', 256],
  ['case 4 extended', '00b10000000002cc010400', 'cc01', 1024],
])('ISO 7816-4 (5.2), %s', (...row) => {
  const [, hex, data, le] = row;
  const command = parse(hex);
  expect(command.data.toString('hex')).toBe(data);
  expect(command.le).toBe(le);
});

test.each(['002000', '00e4020005cc01', '00e40200000005cc01'])('%s is no command', (hex) => {
  expect(() => parse(hex)).toThrow(/6700/);
});

test.each([0, 127, 128, 255, 256, 2000])('BER-TLV with %i bytes is read as it was written', (size) => {
  const value = Buffer.alloc(size, 7);
  expect(readTlvs(Buffer.concat([tlv(0x5f37, value), tlv(0x42)]))).toEqual([
    { tag: 0x5f37, value },
    { tag: 0x42, value: Buffer.alloc(0) },
  ]);
});

test.each(['53', '5302aa', '5f', '5383000001', '538200'])('cut TLV %s is refused', (hex) => {
  expect(() => readTlvs(Buffer.from(hex, 'hex'))).toThrow(/6a80/);
});
