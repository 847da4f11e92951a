import { bilingual, needed, type WriteMail } from './mail-text.ts';

/** Some days before a certificate ends. */
export const expiryReminder: WriteMail = (values) => {
  const holder = needed(values, 'holder');
  const days = needed(values, 'days');
  const until = needed(values, 'until');
  return {
    subject: `数字证书还有 ${days} 天到期（${until}） · Your certificate ends soon`,
    text: bilingual(
      [
        '您好：',
        '',
        `${holder}的数字证书 ${until} 到期，还有 ${days} 天。`,
        '到期后不能登录和投标。请打开交易平台，插上 UKey，在证桥面板里选择“续期”，几分钟就能办好。',
        '已经续期的，不用理会这封邮件。',
      ],
      [
        'Hello,',
        '',
        `The certificate of ${holder} ends on ${until}; ${days} days are left.`,
        'After that it can neither sign in nor bid. Open the trading platform, plug the key, and choose renewal in the CertBridge panel: it takes a few minutes.',
        'If it has been renewed, there is nothing to do.',
      ],
    ),
  };
};
