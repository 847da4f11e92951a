import { openFaultModule } from './fault.ts';
import { openNss } from './nss.ts';
import { openOpencryptoki } from './opencryptoki.ts';
import { openOpensc } from './opensc.ts';
import { openSofthsm2 } from './softhsm2.ts';
import type { TestModule, TestModuleKind } from './test-module.ts';

const OPENERS: { readonly [Kind in TestModuleKind]: () => Promise<TestModule> } = {
  softhsm2: openSofthsm2,
  opensc: openOpensc,
  opencryptoki: openOpencryptoki,
  nss: openNss,
  fault: openFaultModule,
};

export function openTestModule(kind: TestModuleKind): Promise<TestModule> {
  return OPENERS[kind]();
}
