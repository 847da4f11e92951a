import { describe, expect, it } from 'vitest';
import { AGREEMENTS } from '../../domain/agreements.ts';
import { privacyPolicy as enPrivacy } from './en/privacy-policy.ts';
import { serviceAgreement as enService } from './en/service-agreement.ts';
import { privacyPolicy as zhPrivacy } from './zh-CN/privacy-policy.ts';
import { serviceAgreement as zhService } from './zh-CN/service-agreement.ts';

const TEXTS = {
  'service-agreement': { zh: zhService, en: enService },
  'privacy-policy': { zh: zhPrivacy, en: enPrivacy },
};

describe.each(AGREEMENTS)('$id of $version', ({ id, version }) => {
  const { zh, en } = TEXTS[id];

  it('is the version that orders are agreed to', () => {
    expect([zh.version, en.version]).toEqual([version, version]);
  });

  it('says the same in both languages, section by section, paragraph by paragraph', () => {
    const shape = ({ sections }: typeof zh) => sections.map(({ paragraphs }) => paragraphs.length);
    expect(shape(en)).toEqual(shape(zh));
  });

  it('names each section once, and says nothing twice', () => {
    for (const { lead, sections } of [zh, en]) {
      const said = [lead, ...sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs])];
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('keeps Chinese typography', () => {
    for (const text of [zh.lead, ...zh.sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs])]) {
      expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han}[,;:?()]|[!！]/u);
    }
  });
});
