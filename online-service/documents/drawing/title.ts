import type { DocumentHead } from '../document-data.ts';
import { drawSection } from './section-table.ts';
import type { Sheet } from './sheet.ts';
import { INK, LEFT, SIZE, WIDTH } from './style.ts';

export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Who it is for, what it is, and for which order. */
export function drawTitle(sheet: Sheet, { zh, en }: Title, { channel, business, orderNumber }: DocumentHead): void {
  line(sheet, channel, { size: SIZE.heading, ink: INK.quiet });
  line(sheet, zh, { size: SIZE.title, weight: 'strong' });
  line(sheet, en, { size: SIZE.small, ink: INK.quiet });
  sheet.y += 10;
  drawSection(sheet, {
    title: '订单 Order',
    rows: [
      { label: '业务 Business', value: business },
      { label: '订单号 Order no.', value: orderNumber },
    ],
  });
}

function line(sheet: Sheet, text: string, style: { size: number; weight?: 'strong'; ink?: string }): void {
  const centred = { ...style, align: 'center' } as const;
  sheet.write(text, { x: LEFT, y: sheet.y, width: WIDTH }, centred);
  sheet.y += sheet.heightOf(text, WIDTH, centred);
}
