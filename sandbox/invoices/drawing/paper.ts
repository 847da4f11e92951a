import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

/** Points; 72 to the inch. */
export const MM = 72 / 25.4;
/** The paper of an invoice: 210 by 140 mm. */
export const PAGE = { width: 210 * MM, height: 140 * MM } as const;
export const INK = { text: '#1a1f26', form: '#8c4a21', red: '#c8102e' } as const;

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size?: number;
  readonly ink?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

const FONTS = {
  text: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;
let files: Readonly<Record<keyof typeof FONTS, Buffer>> | undefined;

/** Ten megabytes each: read once. A document embeds only the glyphs that it shows. */
function fontFiles() {
  const { resolve } = createRequire(import.meta.url);
  files ??= { text: readFileSync(resolve(FONTS.text)), bold: readFileSync(resolve(FONTS.bold)) };
  return files;
}

/** One sheet with a pen. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;

  constructor({ title, madeAt }: { readonly title: string; readonly madeAt: Date }) {
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      info: { Title: title, Creator: '证桥沙箱', CreationDate: madeAt, ModDate: madeAt },
    });
    const { text, bold } = fontFiles();
    this.doc.registerFont('text', text).registerFont('bold', bold);
  }

  write(text: string, { x, y, width, size = 8, ink = INK.text, bold = false, align = 'left' }: Words): void {
    this.doc
      .font(bold ? 'bold' : 'text')
      .fontSize(size)
      .fillColor(ink)
      .text(text, x, y, { width, align, lineGap: 1 });
  }

  line(x1: number, y1: number, to: { readonly x: number; readonly y: number }): void {
    this.doc.lineWidth(0.7).moveTo(x1, y1).lineTo(to.x, to.y).stroke(INK.form);
  }

  finish(): Promise<Buffer> {
    this.doc.end();
    return buffer(this.doc);
  }
}
