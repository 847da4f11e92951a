import { expect, test } from 'vitest';
import { generateSeal } from '../generate-seal.ts';
import { SEAL_RED } from '../seal.ts';
import { overlap } from '../testing/overlap.ts';
import { pixelsOf } from '../testing/pixels.ts';
import { type NameSeal, nameSeal } from './name-seal.ts';

function drawn(seal: NameSeal) {
  const drawing = nameSeal(seal);
  if (!drawing.ok) throw new Error(drawing.refusal.code);
  return drawing.value;
}

/** Row by row as it lies on the paper. */
function onPaper({ glyphs, height }: ReturnType<typeof drawn>, rows: number): string {
  const placed = glyphs.map(({ character, corners }) => ({
    character,
    x: corners.reduce((sum, [x]) => sum + x, 0) / 4,
    row: Math.floor((corners.reduce((sum, [, y]) => sum + y, 0) / 4 / height) * rows),
  }));
  const row = (at: number) => placed.filter((one) => one.row === at).toSorted((a, b) => a.x - b.x);
  return Array.from({ length: rows }, (_, at) =>
    row(at)
      .map(({ character }) => character)
      .join(''),
  ).join('/');
}

test.each<[string, string]>([
  ['王伟', '之王/印伟'],
  ['李示例', '例李/印示'],
  ['欧阳明月', '明欧/月阳'],
])('square: %s is read in columns from the right', (name, lies) => {
  expect(onPaper(drawn({ name, shape: 'square' }), 2)).toBe(lies);
});

test.each<[NameSeal, string]>([
  [{ name: '王示例', shape: 'oblong' }, '王示例'],
  [{ name: '王示例', shape: 'oblong', ending: true }, '王示例印'],
  [{ name: '阿卜杜热西提·买买提', shape: 'oblong' }, '阿卜杜热西提·买买提'],
])('oblong: one line from left to right', (seal, lies) => {
  const drawing = drawn(seal);
  expect(onPaper(drawing, 1)).toBe(lies);
  expect(drawing.width).toBeGreaterThan(drawing.height);
});

test.each<NameSeal>([
  { name: '王伟', shape: 'square' },
  { name: '李示例', shape: 'square' },
  { name: '阿卜杜热西提', shape: 'square' },
  { name: '阿卜杜热西提·买买提江·吐尔', shape: 'oblong', ending: true },
  { name: 'John Smith', shape: 'oblong' },
])('no character touches another or the frame: $name', (seal) => {
  const { glyphs, width, height } = drawn(seal);
  expect(glyphs.some((a, at) => glyphs.slice(at + 1).some((b) => overlap(a, b)))).toBe(false);
  for (const [x, y] of glyphs.flatMap(({ corners }) => corners)) {
    expect(Math.min(x, y, width - x, height - y)).toBeGreaterThan(8);
  }
});

test('the picture is one red on a transparent ground', async () => {
  const made = await generateSeal({ kind: 'legal-representative', name: '王示例', shape: 'square' });
  if (!made.ok) throw new Error(made.refusal.code);
  const picture = await pixelsOf(made.value.png);
  expect([...picture.colours]).toEqual([SEAL_RED]);
  expect(picture.covered).toBeGreaterThan(0.2);
  expect(picture.covered).toBeLessThan(0.6);
});

test.each(['王', '阿'.repeat(17)])('refused: a name of %s', (name) => {
  expect(nameSeal({ name, shape: 'square' })).toMatchObject({ ok: false, refusal: { code: 'NAME_LENGTH' } });
});
