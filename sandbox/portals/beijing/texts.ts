import type { Language } from '@certbridge/shared/text/language.ts';
import type { LoginFault } from '../login-request.ts';

const zh = {
  title: '北京市公共资源交易区级分平台',
  demo: '示例',
  subtitle: '示例页面，数据均为虚构，与真实单位无关',
  otherLanguage: 'English',
  quickLogin: '弹窗登录',
  nav: ['首页', '工程建设', '政府采购', '土地矿业', '国有产权', '服务指南'],
  slogan: '一网通办　全程在线',
  lead: '区级项目交易，从注册到开标，不用跑一趟。',
  steps: [
    ['注册主体', '填报单位信息'],
    ['办理证书', '线上申请、续期'],
    ['递交标书', '加密上传'],
    ['在线开标', '远程解密'],
  ],
  loginTitle: '主体登录',
  ways: { certificate: '证书登录', account: '账号登录' },
  certificate: '选择证书',
  certificateEmpty: '请插入主锁或副锁',
  certificateDemo: '示例建设工程有限公司（示例证书）',
  account: '用户名',
  password: '登录密码',
  submit: '登　录',
  register: '主体注册',
  trouble: '登录遇到问题',
  close: '关闭',
  tiles: [
    ['工程建设', '招标公告、开标安排'],
    ['政府采购', '采购意向、成交结果'],
    ['土地矿业', '出让公告、成交公示'],
    ['国有产权', '产权转让、资产租赁'],
  ],
  banner: '重要提醒：开标前请确认证书在有效期内，并试一次加密和解密（示例公告）。',
  dismiss: '知道了',
  owner: '主办：北京市公共资源交易区级分平台（示例）　服务电话：0000-0000000（示例）',
  faults: {
    'certificate-missing': '没有选择证书，还不能登录。请插入主锁或副锁，再选择证书。',
    'account-missing': '没有填用户名，还不能登录。请填写后再点登录。',
    'password-missing': '没有填登录密码，还不能登录。请填写后再点登录。',
  } satisfies Record<LoginFault, string>,
  receipt: '登录请求已收到',
  receiptWhat: '这里是演示平台，不核对身份，也不保存您填的内容，所以没有进入任何账户。',
  receiptNext: '下一步：返回登录页，继续体验证书办理。',
  back: '返回登录页',
};

export type BeijingTexts = typeof zh;

const en: BeijingTexts = {
  title: 'Beijing District Trading Platform',
  demo: 'Demo',
  subtitle: 'A demonstration page; everything on it is invented',
  otherLanguage: '中文',
  quickLogin: 'Sign-in dialog',
  nav: ['Home', 'Works', 'Procurement', 'Land', 'State assets', 'Guides'],
  slogan: 'One network, all online',
  lead: 'District projects from registration to bid opening, without a single trip.',
  steps: [
    ['Register', 'Tell us about your unit'],
    ['Certificate', 'Apply or renew online'],
    ['Submit bids', 'Encrypted upload'],
    ['Open bids', 'Decrypt remotely'],
  ],
  loginTitle: 'Sign in',
  ways: { certificate: 'Certificate', account: 'Account' },
  certificate: 'Certificate',
  certificateEmpty: 'Insert a main or sub key',
  certificateDemo: 'Example Construction Co., Ltd. (demo)',
  account: 'User name',
  password: 'Password',
  submit: 'Sign in',
  register: 'Register',
  trouble: 'Cannot sign in',
  close: 'Close',
  tiles: [
    ['Works', 'Tenders and openings'],
    ['Procurement', 'Intentions and results'],
    ['Land', 'Offers and outcomes'],
    ['State assets', 'Transfers and leases'],
  ],
  banner: 'Before a bid opens, make sure that your certificate is valid, and try to encrypt and decrypt once (demo).',
  dismiss: 'Got it',
  owner: 'Operated by the Beijing District Trading Platform (demo)　Phone: 0000-0000000 (demo)',
  faults: {
    'certificate-missing':
      'No certificate was chosen, so you are not signed in. Insert a main or sub key and choose one.',
    'account-missing': 'The user name is missing, so you are not signed in. Fill it in and sign in again.',
    'password-missing': 'The password is missing, so you are not signed in. Fill it in and sign in again.',
  },
  receipt: 'Your sign-in request was received',
  receiptWhat: 'This is a demonstration: nobody is identified and nothing you typed is kept, so no account was opened.',
  receiptNext: 'Next: return to the sign-in page and try applying for a certificate.',
  back: 'Back to sign-in',
};

export const BEIJING_TEXTS: Readonly<Record<Language, BeijingTexts>> = { 'zh-CN': zh, en };
