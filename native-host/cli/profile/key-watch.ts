import type { ModuleConfig } from '../../config/host-config.ts';
import type { LookAnswer, PluggingLook, ProbeRequest } from '../../token/pkcs11/probe/probe-report.ts';
import { startProbe } from '../../token/pkcs11/probe/run-probe.ts';

/** Nothing when the driver did not answer. */
export interface KeyWatch {
  look(afresh: boolean): Promise<PluggingLook | undefined>;
  close(): void;
}

/** Drivers start in two or three seconds; one that says nothing for longer than this hangs. */
const LONGEST_LOOK_MS = 15_000;

/** Watches one key through a process of its own, which is ended when its driver hangs. */
export function watchKey(module: ModuleConfig, serial: string, entry: string): KeyWatch {
  const { path: library, env, libraryParameters } = module;
  const request: ProbeRequest = {
    library,
    watch: { serial },
    ...(libraryParameters === undefined ? {} : { libraryParameters }),
  };
  const child = startProbe(request, { entry, env });
  return {
    look: (afresh) =>
      new Promise((resolve) => {
        const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_LOOK_MS);
        const settle = (answer?: LookAnswer) => {
          clearTimeout(late);
          child.removeAllListeners();
          resolve(answer?.ok ? answer.look : undefined);
        };
        child.once('message', settle);
        child.once('exit', () => settle());
        child.once('error', () => settle());
        if (child.connected) child.send({ afresh }, () => undefined);
        else settle();
      }),
    close: () => {
      child.kill('SIGKILL');
    },
  };
}
