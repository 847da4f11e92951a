import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/**
 * The text of each page, read as a viewer copies it: glyphs back to characters by the fonts' ToUnicode tables
 * (ISO 32000-1, 9.10.3). Reads what pdfkit writes, not every PDF.
 */
export function textOfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = fontsOf(objects, object(objects, referenceIn(dictionary, 'Resources')).dictionary);
    return textOf(object(objects, referenceIn(dictionary, 'Contents')).stream, fonts);
  });
}

function objectsOf(file: string): Map<string, PdfObject> {
  const found = file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs);
  return new Map([...found].map(([, id = '', body = '']) => [id, objectIn(body)]));
}

function objectIn(body: string): PdfObject {
  const at = body.indexOf('stream\n');
  if (at === -1) return { dictionary: body, stream: '' };
  const raw = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
  const dictionary = body.slice(0, at);
  return { dictionary, stream: (dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1') };
}

/** By the name that a page's content calls each font. */
function fontsOf(objects: Map<string, PdfObject>, resources: string): Map<string, Map<string, string>> {
  const named = resources.matchAll(/\/(F\d+) (\d+) 0 R/g);
  return new Map(
    [...named].map(([, name = '', id = '']) => {
      const { dictionary } = object(objects, id);
      return [name, toUnicode(object(objects, referenceIn(dictionary, 'ToUnicode')).stream)];
    }),
  );
}

function toUnicode(table: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/gs)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      glyphs.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return glyphs;
}

function textOf(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs)) {
    if (name) font = fonts.get(name) ?? new Map();
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
      text += (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '\ufffd').join('');
    }
  }
  return text;
}

function referenceIn(dictionary: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '';
}

function object(objects: Map<string, PdfObject>, id: string): PdfObject {
  const found = objects.get(id);
  if (!found) throw new Error(`no object ${id}`);
  return found;
}
