/** One virtual key of each kind, with its driver and the name on its certificate. */
export const VIRTUAL_KEYS = [
  { id: 'ukey-0926', kind: '卡 card', moduleId: 'opensc', holder: '示例建设工程有限公司' },
  { id: 'ukey-1127', kind: '软令牌 SoftHSM', moduleId: 'softhsm2', holder: '示例机电安装有限公司' },
] as const;

export type VirtualKey = (typeof VIRTUAL_KEYS)[number];
