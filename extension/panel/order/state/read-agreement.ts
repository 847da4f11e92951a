import type { AgreementText } from '@certbridge/shared/text/agreements/agreement-text.ts';
import type { Language } from '@certbridge/shared/text/language.ts';
import type { AgreementId } from './order-desk.ts';

type Texts = { readonly [Id in AgreementId]: () => Promise<AgreementText> };

/** Long texts that few open: each comes when it is read. */
const TEXTS: { readonly [L in Language]: Texts } = {
  'zh-CN': {
    'service-agreement': async () =>
      (await import('@certbridge/shared/text/agreements/zh-CN/service-agreement.ts')).serviceAgreement,
    'privacy-policy': async () =>
      (await import('@certbridge/shared/text/agreements/zh-CN/privacy-policy.ts')).privacyPolicy,
  },
  en: {
    'service-agreement': async () =>
      (await import('@certbridge/shared/text/agreements/en/service-agreement.ts')).serviceAgreement,
    'privacy-policy': async () =>
      (await import('@certbridge/shared/text/agreements/en/privacy-policy.ts')).privacyPolicy,
  },
};

export function readAgreement(id: AgreementId, language: Language): Promise<AgreementText> {
  return TEXTS[language][id]();
}
