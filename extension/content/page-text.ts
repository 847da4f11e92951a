export interface PageText {
  readonly title: string;
  readonly detail: string;
  readonly panel: string;
  readonly reload: string;
  readonly reloadDetail: string;
}

const zh: PageText = {
  title: '办理、续期数字证书',
  detail: '解锁、补办、变更也在这里，由证桥提供',
  panel: '证桥面板',
  reload: '证桥刚刚更新，请刷新本页',
  reloadDetail: '刷新后即可继续办理，已办的事不受影响',
};

const en: PageText = {
  title: 'Apply for or renew a certificate',
  detail: 'Unlock, re-issue and change here too, by CertBridge',
  panel: 'CertBridge panel',
  reload: 'CertBridge was updated: please reload this page',
  reloadDetail: 'Then you can continue; nothing that was done is lost',
};

/** The page's own language comes first, for our button stands among its words; Chinese when nobody says anything. */
export function pageText(documentLanguage: string, browserLanguage: string): PageText {
  return /^en\b/i.test(documentLanguage || browserLanguage) ? en : zh;
}
