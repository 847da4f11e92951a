import pkcs11js from 'pkcs11js';
import { nameOfCkr } from '../ckr-table.ts';
import { driverErrorOf } from '../driver-error.ts';
import type { ProbedStep } from './probe-report.ts';

export interface PairWanted {
  readonly name: string;
  readonly mechanism: number;
  readonly publicTemplate: pkcs11js.Template;
}

const ON_TOKEN = { type: pkcs11js.CKA_TOKEN, value: true };
const LONGEST_SIGNATURE_BYTES = 512;
const POINT_BYTES = 65;

/** Tried and written down, never thrown: that something does not work is what a probe wants to know. */
export class ProbingSession {
  readonly library: pkcs11js.PKCS11;
  readonly handle: Buffer;
  readonly steps: ProbedStep[];

  constructor(library: pkcs11js.PKCS11, slot: Buffer, steps: ProbedStep[]) {
    this.library = library;
    this.handle = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
    this.steps = steps;
  }

  /** The pair that was made, used and deleted again, if it could be. */
  withPair(wanted: PairWanted, use: (pair: pkcs11js.KeyPair) => void): void {
    const pair = attempt(this.steps, `generate ${wanted.name}`, () =>
      this.library.C_GenerateKeyPair(
        this.handle,
        { mechanism: wanted.mechanism },
        [ON_TOKEN, { type: pkcs11js.CKA_VERIFY, value: true }, ...wanted.publicTemplate],
        [
          ON_TOKEN,
          { type: pkcs11js.CKA_PRIVATE, value: true },
          { type: pkcs11js.CKA_SENSITIVE, value: true },
          { type: pkcs11js.CKA_SIGN, value: true },
        ],
      ),
    );
    if (!pair) return;
    use(pair);
    attempt(this.steps, `delete ${wanted.name}`, () => {
      this.library.C_DestroyObject(this.handle, pair.privateKey);
      this.library.C_DestroyObject(this.handle, pair.publicKey);
    });
  }

  sign(key: Buffer, mechanism: number, data: Uint8Array): Buffer {
    this.library.C_SignInit(this.handle, { mechanism }, key);
    return this.library.C_Sign(this.handle, Buffer.from(data), Buffer.alloc(LONGEST_SIGNATURE_BYTES));
  }

  attribute(object: Buffer, type: number): Buffer {
    return this.library.C_GetAttributeValue(this.handle, object, [{ type }])[0]?.value ?? Buffer.alloc(0);
  }

  /** 04 ‖ x ‖ y; the standard wants it in an OCTET STRING, and some drivers leave that away. */
  point(publicKey: Buffer): Buffer {
    return this.attribute(publicKey, pkcs11js.CKA_EC_POINT).subarray(-POINT_BYTES);
  }

  close(): void {
    this.library.C_CloseSession(this.handle);
  }
}

export function attempt<Answer>(steps: ProbedStep[], what: string, work: () => Answer): Answer | undefined {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const answer = work();
    steps.push({ what, ok: true, ms: ms() });
    return answer;
  } catch (cause) {
    const support = cause instanceof NotValid ? 'not valid' : nameOfCkr(driverErrorOf(cause).code);
    steps.push({ what, ok: false, ms: ms(), support });
    return undefined;
  }
}

/** A signature came, and it was none. */
export class NotValid extends Error {
  override readonly name = 'NotValid';
}
