import { describe, expect, test } from 'vitest';
import { generateSeal } from '../generate-seal.ts';
import { SEAL_RED } from '../seal.ts';
import { overlap } from '../testing/overlap.ts';
import { pixelsOf } from '../testing/pixels.ts';
import { type CompanySeal, companySeal } from './company-seal.ts';

const LONG = '新疆维吾尔自治区伊犁哈萨克自治州示例水利水电勘测设计研究院有限责任公司北京第一分公司';
const NUMBER = '1101080123456';
const NAMES = [
  ...[4, 5, 8, 12, 20, 30, 40].map((count) => LONG.slice(0, count)),
  '示例建设(集团)有限公司（北京）',
  'ABC Example Wm (China) 科技有限公司',
  'IIIIllll....示例1234567890',
];

function drawn(seal: CompanySeal) {
  const drawing = companySeal(seal);
  if (!drawing.ok) throw new Error(drawing.refusal.code);
  return drawing.value;
}

describe.each(NAMES)('%s', (name) => {
  const { glyphs, width } = drawn({ name, number: NUMBER });

  test('no character touches another one', () => {
    const touching = glyphs.flatMap((a, at) =>
      glyphs
        .slice(at + 1)
        .filter((b) => overlap(a, b))
        .map((b) => a.character + b.character),
    );
    expect(touching).toEqual([]);
  });

  test('every character is between the star and the ring', () => {
    const distances = glyphs.flatMap(({ corners }) =>
      corners.map(([x, y]) => Math.hypot(x - width / 2, y - width / 2)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(70);
    expect(Math.max(...distances)).toBeLessThan(width / 2 - 12);
  });

  test('it is read from the left over the top to the right, the number below', () => {
    const middles = glyphs.map(({ corners }) => ({
      x: corners.reduce((sum, [x]) => sum + x, 0) / 4,
      y: corners.reduce((sum, [, y]) => sum + y, 0) / 4,
    }));
    const [ofName, ofNumber] = [middles.slice(0, -NUMBER.length), middles.slice(-NUMBER.length)];
    const clockwise = ofName.map(({ x, y }) => Math.atan2(x - width / 2, width / 2 - y));
    expect(clockwise).toEqual(clockwise.toSorted((a, b) => a - b));
    const left = ofNumber.map(({ x }) => x);
    expect(left).toEqual(left.toSorted((a, b) => a - b));
    expect(Math.min(...ofNumber.map(({ y }) => y))).toBeGreaterThan(width * 0.85);
  });
});

test('the star stands in the middle, one point up', () => {
  const { star, width } = drawn({ name: '示例公司' });
  const middle = star.reduce(([x, y], [cornerX, cornerY]) => [x + cornerX / 10, y + cornerY / 10], [0, 0]);
  expect(middle[0]).toBeCloseTo(width / 2, 6);
  expect(middle[1]).toBeCloseTo(width / 2, 6);
  expect(star[0]?.[0]).toBeCloseTo(width / 2, 6);
  expect(Math.min(...star.map(([, y]) => y))).toBe(star[0]?.[1]);
});

test('the picture is one red on a transparent ground, and see-through between ring, name and star', async () => {
  const made = await generateSeal({ kind: 'company', name: '示例建设工程有限公司', number: NUMBER });
  if (!made.ok) throw new Error(made.refusal.code);
  const picture = await pixelsOf(made.value.png);
  expect([...picture.colours]).toEqual([SEAL_RED]);
  const { width, height } = picture;
  expect(width).toBe(height);
  for (const [x, y] of [
    [0, 0],
    [width - 1, height - 1],
    [width / 2, height * 0.25],
    [width * 0.25, height / 2],
  ] as const) {
    expect(picture.alphaAt(x, y)).toBe(0);
  }
  expect(picture.alphaAt(width / 2, height / 2)).toBe(255);
  expect(picture.alphaAt(width / 2, height * 0.015)).toBe(255);
  expect(made.value.png.length).toBeLessThan(100_000);
});

test('the drawing needs no font and nothing from elsewhere', async () => {
  const made = await generateSeal({ kind: 'company', name: '示例公司' });
  if (!made.ok) throw new Error(made.refusal.code);
  expect(new Set([...made.value.svg.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag))).toEqual(
    new Set(['svg', 'circle', 'polygon', 'path']),
  );
  expect(made.value.svg).not.toMatch(/href|font|url\(/);
});

test.each<[string, CompanySeal, object]>([
  ['too short', { name: '公司' }, { code: 'NAME_LENGTH', least: 4, most: 40 }],
  ['too long', { name: `${LONG}有限公司` }, { code: 'NAME_LENGTH', least: 4, most: 40 }],
  [
    'a sign that the font has not',
    { name: '示例公司\u{1F600}' },
    { code: 'CHARACTER_UNKNOWN', character: '\u{1F600}' },
  ],
  ['a number of other signs', { name: '示例公司', number: '<script>' }, { code: 'NUMBER_FORM' }],
])('refused by its reason: %s', (_, seal, refusal) => {
  expect(companySeal(seal)).toEqual({ ok: false, refusal });
});
