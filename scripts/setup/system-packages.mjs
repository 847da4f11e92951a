/**
 * What the product's world needs from the operating system. `command` is for systems where a package has another name:
 * a command that is there will do. Without one, only dpkg can tell.
 *
 * @typedef {{ name: string, why: string, command: string | undefined }} SystemPackage
 */

/** Compile pkcs11js, the native addon that speaks to the keys' drivers. @type {readonly SystemPackage[]} */
export const COMPILERS = [
  { name: 'python3', why: 'node-gyp', command: 'python3' },
  { name: 'make', why: 'node-gyp', command: 'make' },
  { name: 'g++', why: 'node-gyp', command: 'g++' },
];

/** Keys, cards and a browser. @type {readonly SystemPackage[]} */
export const WORLD = [
  { name: 'softhsm2', why: '软件密钥 software keys', command: 'softhsm2-util' },
  { name: 'pcscd', why: '读卡器服务 card reader service', command: 'pcscd' },
  { name: 'iproute2', why: '读卡器的独立网络 private network of the reader', command: 'ip' },
  { name: 'vsmartcard-vpcd', why: '虚拟读卡器 virtual card reader', command: 'vpcd-config' },
  { name: 'opensc', why: '卡工具 card tools', command: 'pkcs11-tool' },
  { name: 'opensc-pkcs11', why: '卡驱动 card driver', command: undefined },
  { name: 'fonts-noto-cjk', why: '中文字体 Chinese font', command: undefined },
];

/** What the tests need besides: the fault token's compiler, more drivers, and other people's tools to check with. @type {readonly SystemPackage[]} */
export const TESTS = [
  { name: 'gcc', why: '测试用驱动 test drivers', command: 'gcc' },
  { name: 'libssl-dev', why: '测试用驱动 test drivers', command: undefined },
  { name: 'libp11-kit-dev', why: '测试用驱动 test drivers', command: undefined },
  { name: 'opencryptoki', why: '卡驱动 card driver', command: undefined },
  { name: 'libnss3', why: '卡驱动 card driver', command: undefined },
  { name: 'openssl', why: '核对 cross-checks', command: 'openssl' },
  { name: 'gnutls-bin', why: '核对 cross-checks', command: 'p11tool' },
  { name: 'libengine-pkcs11-openssl', why: '核对 cross-checks', command: undefined },
];

/** On Debian; elsewhere see `browser.mjs`. @type {SystemPackage} */
export const CHROMIUM = { name: 'chromium', why: '浏览器 browser', command: undefined };
