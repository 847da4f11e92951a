import type { Language } from '@certbridge/shared/text/language.ts';

/** What the rest of the project must know of a demo trading platform. */
export interface PortalFacts {
  readonly id: 'shangqiu' | 'tongyong' | 'beijing';
  readonly host: string;
  readonly channelId: string;
  readonly name: Readonly<Record<Language, string>>;
  /** What is special about it, for the sandbox's index page. */
  readonly summary: Readonly<Record<Language, string>>;
  /** Where its login window is: the box that everything is drawn in, and the form inside it. */
  readonly login: { readonly window: string; readonly form: string };
}

export const PORTALS: readonly PortalFacts[] = [
  {
    id: 'shangqiu',
    host: 'shangqiu.portal.localhost',
    channelId: 'shangqiu-ggzy',
    name: { 'zh-CN': '商丘市公共资源交易平台（示例）', en: 'Shangqiu Public Resource Trading Platform (demo)' },
    summary: {
      'zh-CN': '老式的交易平台：页面由服务器画好，没有脚本，登录窗是一张表格。',
      en: 'A platform of the old school: drawn by the server, without scripts, its login window is a table.',
    },
    login: { window: '#login-box', form: '#login-form' },
  },
  {
    id: 'tongyong',
    host: 'tongyong.portal.localhost',
    channelId: 'paperless-unit',
    name: { 'zh-CN': '通用无纸化投标平台（示例）', en: 'Paperless Bidding Platform (demo)' },
    summary: {
      'zh-CN': '单页应用：登录窗晚一点才画出来，之后每隔几秒重画一次，还会自己换页。',
      en: 'A single-page app: it draws its login window late, redraws it every few seconds, and changes pages by itself.',
    },
    login: { window: '.login-card', form: '.login-card form' },
  },
  {
    id: 'beijing',
    host: 'beijing.portal.localhost',
    channelId: 'beijing-district',
    name: {
      'zh-CN': '北京市公共资源交易区级分平台（示例）',
      en: 'Beijing District Trading Platform (demo)',
    },
    summary: {
      'zh-CN': '内容安全策略很严、全局样式很霸道的页面，另有一个弹出的登录窗，专门为难外来的按钮。',
      en: 'A strict content security policy, hostile global styles and a modal login dialog: hard on a foreign button.',
    },
    login: { window: '.bj-login', form: '.bj-login form' },
  },
];
