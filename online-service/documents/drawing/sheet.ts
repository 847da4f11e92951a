import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { fonts, type Weight } from './fonts.ts';
import { BOTTOM, INK, PAGE, TOP } from './style.ts';
import { hasNumberedCharacter, visibleText } from './visible-text.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly lineGap?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface SheetInfo {
  readonly title: string;
  readonly madeAt: Date;
}

/** A document on paper that is written from top to bottom. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  /** Where the next thing goes. */
  y = TOP;
  /** A character was printed as its number somewhere. */
  numbered = false;
  /** Asked for several times each: where it goes, how high its row is, where in the row it stands. */
  readonly #heights = new Map<string, number>();

  constructor({ title, madeAt }: SheetInfo) {
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      // The places of everything are this class's business; pdfkit would begin pages by itself.
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: title,
        Creator: '证桥 CertBridge',
        Producer: '证桥 CertBridge',
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    });
    const { files } = fonts();
    this.doc.registerFont('text', files.text).registerFont('strong', files.strong);
  }

  /** A new page when so much does not fit on this one. True: it was begun. */
  makeRoom(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.doc.addPage();
    this.y = TOP;
    return true;
  }

  heightOf(text: string, width: number, style: TextStyle): number {
    const { weight, size, lineGap = 0 } = style;
    const asked = [text, width, weight, size, lineGap].join('\n');
    const height = this.#heights.get(asked) ?? this.#use(style).heightOfString(this.#shown(text), { width, lineGap });
    this.#heights.set(asked, height);
    return height;
  }

  widthOf(text: string, style: TextStyle): number {
    return this.#use(style).widthOfString(this.#shown(text));
  }

  write(text: string, { x, y, width }: Box, style: TextStyle): void {
    const { align = 'left', lineGap = 0, ink = INK.text } = style;
    this.#use(style).fillColor(ink).text(this.#shown(text), x, y, { width, align, lineGap });
  }

  /** The foot of every page, then the file. */
  async finish(foot: (page: number, pages: number) => void): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(start + page);
      foot(page + 1, count);
    }
    this.doc.end();
    return buffer(this.doc);
  }

  #use({ weight = 'text', size }: TextStyle): PDFKit.PDFDocument {
    return this.doc.font(weight).fontSize(size);
  }

  #shown(text: string): string {
    const shown = visibleText(text, fonts().canDraw);
    if (shown !== text) this.numbered ||= hasNumberedCharacter(shown);
    return shown;
  }
}
