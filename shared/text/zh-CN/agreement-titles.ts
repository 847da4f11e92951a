import type { AGREEMENTS } from '../../domain/agreements.ts';

export const agreementTitles: { readonly [Id in (typeof AGREEMENTS)[number]['id']]: string } = {
  'service-agreement': '证书服务协议',
  'privacy-policy': '隐私政策',
};
