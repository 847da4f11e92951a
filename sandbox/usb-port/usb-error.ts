export const USB_ERRORS = {
  'unknown-key': {
    status: 404,
    zh: '没有这只 UKey。请刷新页面，从列表里选一只。',
    en: 'There is no such key. Reload the page and choose one from the list.',
  },
  'sockets-full': {
    status: 409,
    zh: '这一类 UKey 的插口都占着。请先拔出一只，再插这一只。',
    en: 'All sockets for this kind of key are taken. Pull one out first, then plug this one in.',
  },
  'not-plugged': {
    status: 409,
    zh: '这只 UKey 没有插着。请先插入。',
    en: 'This key is not plugged in. Plug it in first.',
  },
  'card-silent': {
    status: 502,
    zh: '插入后读卡器没有认出这只 UKey。请再插一次；仍不行请重启演示环境。',
    en: 'The reader did not notice the key. Plug it in again; if that does not help, restart the demo.',
  },
  'pcscd-missing': {
    status: 500,
    zh: '这台机器缺少虚拟读卡器。请安装所缺的包（apt install pcscd vsmartcard-vpcd opensc-pkcs11 iproute2），再重启演示环境。',
    en: 'The virtual card reader is missing. Install pcscd, vsmartcard-vpcd, opensc-pkcs11 and iproute2, then restart the demo.',
  },
  'pcscd-failed': {
    status: 500,
    zh: '虚拟读卡器没有启动。它需要 root、免密 sudo 或允许非特权用户命名空间，请任选一种后重启。',
    en: 'The virtual card reader did not start. It needs root, sudo without a password or unprivileged user namespaces.',
  },
  'softhsm-missing': {
    status: 500,
    zh: '这台机器缺少 SoftHSM。请安装 softhsm2（apt install softhsm2），再重启演示环境。',
    en: 'SoftHSM is missing. Install softhsm2, then restart the demo.',
  },
  'bad-input': {
    status: 400,
    zh: 'UKey 的编号写得不对。请从列表里选一只。',
    en: 'That is not the id of a key. Choose one from the list.',
  },
} as const;

export type UsbErrorCode = keyof typeof USB_ERRORS;

/** `message` is for the log; what the user reads stands in the table. */
export class UsbError extends Error {
  readonly code: UsbErrorCode;
  constructor(code: UsbErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}
