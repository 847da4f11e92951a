import type { ModuleConfig } from '../../../native-host/config/host-config.ts';

export const TEST_MODULES = ['softhsm2', 'opensc', 'opencryptoki', 'nss', 'fault'] as const;
export type TestModuleKind = (typeof TEST_MODULES)[number];

/** A hand at the port. */
export interface Removal {
  pull(): Promise<void>;
  plug(): Promise<void>;
}

export interface TestKey {
  /** As the token tells it; empty where a blank one has none. */
  readonly serial: string;
  /** Where this kind of key can be pulled. */
  readonly removal?: Removal;
}

/** A real PKCS#11 module with keys of its own, which nobody else on this computer sees. */
export interface TestModule {
  readonly kind: TestModuleKind;
  readonly module: ModuleConfig;
  /** Of a key that `makeKey` made. */
  readonly pin: string;
  readonly soPin: string;
  /** What C_InitToken of a blank key wants to hear; most take any, and keep it. */
  readonly blankSoPin: string;
  /** Plugs in one that was never initialised. openCryptoki and NSS hold one key, OpenSC two, the fault module four. */
  makeBlankKey(): Promise<TestKey>;
  /** Plugs in one with `soPin` and `pin` set, and nothing on it. */
  makeKey(label: string): Promise<TestKey>;
  stop(): Promise<void>;
}
