import { describe, expect, it } from 'vitest';
import { applicationForm } from './application-form.ts';
import type { ApplicationForm } from './document-data.ts';
import { textOfPages } from './testing/read-pdf.ts';
import { FORM } from './testing/sample-documents.ts';

const plain = (text: string) => text.replace(/\s+/g, '');
const pagesOf = async (form: ApplicationForm) => textOfPages(await applicationForm(form)).map(plain);
const textOf = async (form: ApplicationForm) => (await pagesOf(form)).join('');

const { signing: _, ...UNSIGNED } = FORM;

describe('the application form', () => {
  it('everything that was confirmed can be read in it, and copied out of it', async () => {
    const text = await textOf(FORM);
    const { channel, business, orderNumber } = FORM.head;
    const rows = FORM.sections.flatMap(({ title, rows }) => [
      title,
      ...rows.flatMap(({ label, value }) => [label, value]),
    ]);
    const shown = [channel, business, orderNumber, ...rows, '110.00', '310.00', '叁佰壹拾元整'].map((words) =>
      plain(words).replace('𠮷', '〔U+20BB7〕'),
    );
    expect(shown.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).not.toContain('\ufffd');
  });

  it('texts agreed to with version and moment, and who signed how and when, in China’s time', async () => {
    const text = await textOf(FORM);
    expect(text).toContain('版本2026-11-01');
    expect(text).toContain('隐私政策2025-12-1415:20:05（北京时间）同意');
    expect(text).toContain('短信验证码（139****9000）');
    expect(text).toContain('2025-12-1415:28:40（北京时间）');
    expect(text).not.toContain('尚未签署');
  });

  it('says that it is not signed, while it is not', async () => {
    expect(await textOf(UNSIGNED)).toContain('尚未签署');
  });

  it('order number, digest and page number stand at the foot of every page', async () => {
    const pages = await pagesOf(FORM);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(FORM.head.orderNumber);
      expect(page).toContain(FORM.digest);
      expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
    }
  });

  it('what costs nothing says so', async () => {
    expect(await textOf({ ...FORM, prices: [], total: 0 })).toContain('免费');
  });

  it('the same data gives the same bytes; another moment of signing gives others', async () => {
    const [one, two] = [await applicationForm(FORM), await applicationForm(structuredClone(FORM))];
    expect(two.equals(one)).toBe(true);
    const later = { ...FORM, signing: { by: '张三', way: '短信验证码', at: new Date('2025-12-14T07:28:41Z') } };
    expect((await applicationForm(later)).equals(one)).toBe(false);
  });

  it('embeds only the glyphs that it shows', async () => {
    const pdf = await applicationForm(FORM);
    expect(pdf.includes('/FontFile2')).toBe(true);
    expect(pdf.length).toBeLessThan(150_000);
  });
});

describe('content that does not behave', () => {
  it('a section of many pages keeps its heading on each, and loses no row', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({
      label: `第${index}行`,
      value: `值${index}。`.repeat(12),
    }));
    const pages = await pagesOf({ ...FORM, sections: [{ title: '很长的一节', rows }] });
    const text = pages.join('');
    expect(rows.filter(({ label, value }) => !text.includes(`${label}${value}`))).toEqual([]);
    const withRows = pages.filter((page) => page.includes('行值'));
    expect(withRows.length).toBeGreaterThan(3);
    for (const page of withRows.slice(1)) expect(page).toContain('很长的一节（续）');
  });

  it('a value longer than a page goes on, without a character lost', async () => {
    const value = Array.from({ length: 6_000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 500))).join('');
    const text = await textOf({ ...FORM, sections: [{ title: '一节', rows: [{ label: '长值', value }] }] });
    const within = text.slice(text.indexOf('长值'), text.indexOf('费用Price'));
    expect(within.replace(/长值（续）|长值|一节（续）|订单号Order.*?页，共\d+页/g, '')).toBe(value);
  });

  it('words without a place to break, brackets, backslashes and line breaks are printed as they are', async () => {
    const value = `(\\)<<>>%${'x'.repeat(300)}\n第二行\r\n第三行`;
    const text = await textOf({ ...FORM, sections: [{ title: '一节', rows: [{ label: '值', value }] }] });
    expect(text).toContain(plain(value));
  });
});
