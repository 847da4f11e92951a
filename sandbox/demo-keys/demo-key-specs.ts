import type { KeyKind } from '../usb-port/virtual-key.ts';
import type { Subject } from './certificates.ts';

/** The user password of every demo key. Cards take 6 to 15 characters. */
export const DEMO_PIN = '648219';
/** Security officer's PIN of every demo key: 16 hex digits, as a SmartCard-HSM wants it. */
export const DEMO_SO_PIN = '3537363231383830';

export type DemoAlgorithm = 'rsa-2048' | 'p256';

export interface DemoKeySpec {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string;
  /** What a card carries; SoftHSM makes up its own. */
  readonly serial: string;
  readonly subject: Subject;
  readonly algorithm: DemoAlgorithm;
  /** Calendar days in China from the day of making to the last day of validity. */
  readonly daysLeft: number;
  readonly encryptionPair: boolean;
  readonly locked: boolean;
}

const PLACE = { province: '示例省', city: '示例市' } as const;

const unit = (organisation: string, creditCode: string): Subject => ({
  ...PLACE,
  organisation,
  creditCode,
  commonName: organisation,
});

/** Everybody here is invented. The credit codes carry right check characters (GB 32100-2015). */
export const DEMO_KEYS: readonly DemoKeySpec[] = [
  {
    id: 'ukey-0926',
    kind: 'card',
    label: 'UKEY-0926',
    serial: 'CBUK0000926',
    subject: unit('示例建设工程有限公司', '91411400MA9K000EXP'),
    algorithm: 'rsa-2048',
    daysLeft: 23,
    encryptionPair: true,
    locked: false,
  },
  {
    id: 'ukey-1127',
    kind: 'softhsm',
    label: 'UKEY-1127',
    serial: '',
    subject: unit('示例机电安装有限公司', '91410300MA9KDEM0XQ'),
    algorithm: 'rsa-2048',
    daysLeft: 214,
    encryptionPair: false,
    locked: false,
  },
  {
    id: 'ukey-0315',
    kind: 'softhsm',
    label: 'UKEY-0315',
    serial: '',
    subject: { ...PLACE, commonName: '张示例' },
    algorithm: 'p256',
    daysLeft: -30,
    encryptionPair: false,
    locked: false,
  },
  {
    id: 'ukey-0408',
    kind: 'card',
    label: 'UKEY-0408',
    serial: 'CBUK0000408',
    subject: unit('示例园林绿化有限公司', '91410500MA9K0GARDN'),
    algorithm: 'rsa-2048',
    daysLeft: 120,
    encryptionPair: false,
    locked: true,
  },
];
