import { describe, expect, it } from 'vitest';
import type { DocumentRequest } from './printing/printed.ts';
import { printed } from './printing/printed.ts';
import { textOfPages } from './testing/read-pdf.ts';
import { HEAD, OPERATOR, UNIT } from './testing/sample-documents.ts';

async function textOf(request: DocumentRequest): Promise<string> {
  const pages = textOfPages(await printed(request));
  // What is stamped is uploaded as one picture.
  expect(pages).toHaveLength(1);
  return pages.join('').replace(/\s+/g, '');
}

const UNIT_NAME = '北京〔U+20BB7〕祥建筑工程有限公司';

describe('the letter of authorisation', () => {
  it('names unit, operator, business, order and place, and leaves seal, signatures and date to be filled in', async () => {
    const text = await textOf({ kind: 'authorisation-letter', data: { head: HEAD, unit: UNIT, operator: OPERATOR } });
    for (const words of [
      '授权书',
      '上传到“授权书，加盖公章”一栏',
      `${UNIT_NAME}（统一社会信用代码91110105MA01C2B34T）`,
      '委托欧阳䶮𬭎（居民身份证11010519491231002X）',
      '在“北京市公共资源交易服务区级分平台”办理“新办单位证书”业务',
      '仅限上述业务',
      '法定代表人张三',
      'CB20251214000123',
      '单位公章',
      '法定代表人（签字或盖章）',
      '年月日',
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe('the seal sample sheet', () => {
  it('has two boxes for the company seal, and two for the legal representative’s only when that is made', async () => {
    const both = await textOf({
      kind: 'seal-sheet',
      data: { head: HEAD, unit: UNIT, seals: 'company-and-legal-representative' },
    });
    const company = await textOf({ kind: 'seal-sheet', data: { head: HEAD, unit: UNIT, seals: 'company' } });
    for (const text of [both, company]) {
      for (const words of [UNIT_NAME, UNIT.creditCode, 'Companyseal（1）', 'Companyseal（2）'])
        expect(text).toContain(words);
    }
    expect(both).toContain('法定代表人章Sealof张三（2）');
    expect(company).not.toContain('法定代表人章');
  });

  it('of a person: name, document, unit, two boxes and the unit’s stamp', async () => {
    const text = await textOf({
      kind: 'personal-seal-sheet',
      data: { head: HEAD, person: OPERATOR, unitName: UNIT.name },
    });
    for (const words of ['欧阳䶮𬭎', OPERATOR.idNumber, UNIT_NAME, '本人签名或印章', '所在单位盖章']) {
      expect(text).toContain(words);
    }
  });
});

it.each<DocumentRequest>([
  { kind: 'authorisation-letter', data: { head: HEAD, unit: UNIT, operator: OPERATOR } },
  { kind: 'seal-sheet', data: { head: HEAD, unit: UNIT, seals: 'company' } },
  { kind: 'personal-seal-sheet', data: { head: HEAD, person: OPERATOR, unitName: UNIT.name } },
])('$kind: the same data gives the same bytes', async (request) => {
  expect((await printed(structuredClone(request))).equals(await printed(request))).toBe(true);
});
