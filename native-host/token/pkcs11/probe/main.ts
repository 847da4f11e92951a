import pkcs11js from 'pkcs11js';
import { cleanText } from '../../../clean-text.ts';
import { driverErrorOf, LoadError } from '../driver-error.ts';
import type { LookAnswer, LookRequest, PluggingLook, ProbeAnswer, ProbeReport, ProbeRequest } from './probe-report.ts';
import { readKey } from './read-key.ts';
import { WatchedKey } from './watch-key.ts';
import { workBlankKey } from './work-blank-key.ts';

/** A process of its own, since nobody knows yet how this driver behaves. */
const request: ProbeRequest = JSON.parse(process.argv[2] ?? 'null');
if (request.watch) answerLooks(request.watch.serial);
else process.send?.(probeAnswer(), () => process.kill(process.pid, 'SIGKILL'));

function probeAnswer(): ProbeAnswer {
  try {
    return { ok: true, report: probe(load(request.library)) };
  } catch (cause) {
    return noAnswer(cause);
  }
}

/** Until whoever asks goes away. */
function answerLooks(serial: string): void {
  let watched: WatchedKey | undefined;
  process.on('message', ({ afresh }: LookRequest) => {
    process.send?.(
      lookAnswer(() => {
        watched ??= watch(serial);
        return watched.look(afresh);
      }),
    );
  });
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}

function watch(serial: string): WatchedKey {
  const library = load(request.library);
  const start = () => initialize(library);
  start();
  return new WatchedKey(library, start, serial);
}

function lookAnswer(look: () => PluggingLook): LookAnswer {
  try {
    return { ok: true, look: look() };
  } catch (cause) {
    return noAnswer(cause);
  }
}

function noAnswer(cause: unknown) {
  return { ok: false, support: cause instanceof LoadError ? cause.support : driverErrorOf(cause).support } as const;
}

function load(path: string): pkcs11js.PKCS11 {
  try {
    const library = new pkcs11js.PKCS11();
    library.load(path);
    return library;
  } catch (cause) {
    throw new LoadError(cause, path);
  }
}

function initialize(library: pkcs11js.PKCS11): void {
  const { libraryParameters } = request;
  library.C_Initialize({
    flags: pkcs11js.CKF_OS_LOCKING_OK,
    ...(libraryParameters === undefined ? {} : { libraryParameters }),
  });
}

function probe(library: pkcs11js.PKCS11): ProbeReport {
  const { write } = request;
  initialize(library);
  const { manufacturerID, libraryDescription, libraryVersion } = library.C_GetInfo();
  const keys = library.C_GetSlotList(true).map((slot) => {
    const key = readKey(library, slot);
    return write?.slot === key.slot ? { ...key, work: workBlankKey(library, slot, write) } : key;
  });
  return {
    library: {
      manufacturer: cleanText(manufacturerID),
      description: cleanText(libraryDescription),
      version: `${libraryVersion.major}.${libraryVersion.minor}`,
    },
    waitsForEvents: waitsForEvents(library),
    keys,
  };
}

function waitsForEvents(library: pkcs11js.PKCS11): boolean {
  try {
    library.C_WaitForSlotEvent(pkcs11js.CKF_DONT_BLOCK);
    return true;
  } catch (cause) {
    return driverErrorOf(cause).code === pkcs11js.CKR_NO_EVENT;
  }
}
