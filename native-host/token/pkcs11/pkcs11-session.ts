import pkcs11js from 'pkcs11js';
import { FormatError } from '../../formats/format-error.ts';
import { mechanismData, signatureOfMechanism } from '../../formats/mechanism-data.ts';
import { publicKeyFromEc, publicKeyFromRsa } from '../../formats/public-key/from-attributes.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';
import { opensWith } from './open-check.ts';
import { pairTemplates } from './pair-templates.ts';
import { signingWay } from './signing-way.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';
import { during, tokenErrorOf } from './token-error.ts';
import type {
  CertificateToWrite,
  ObjectKind,
  ObjectTag,
  PairToMake,
  Signing,
  TokenObject,
  TokenSession,
  TokenStatus,
} from './token-session.ts';
import { tokenStatus } from './token-status.ts';

/** More objects of a kind than any key holds, so that a confused driver can't keep us reading. */
const MOST_OBJECTS = 64;
const LONGEST_SIGNATURE_BYTES = 1024;
/** Names our data objects among those of other programs. */
const APPLICATION = 'certbridge';

const CKR_ATTRIBUTE_SENSITIVE = 0x11;
const CKR_ATTRIBUTE_TYPE_INVALID = 0x12;
const CKR_USER_ALREADY_LOGGED_IN = 0x100;

/** Drivers whose private EC keys do not tell their point; PKCS#11 has it on the public ones only. Asked once. */
const SILENT = new WeakSet<pkcs11js.PKCS11>();

/** CKR_ENCRYPTED_DATA_*, CKR_KEY_TYPE_INCONSISTENT, CKR_KEY_FUNCTION_NOT_PERMITTED: an answer, not a fault. */
const CAN_NOT_OPEN: ReadonlySet<number> = new Set([0x40, 0x41, 0x63, 0x68]);

const CLASSES: Readonly<Record<ObjectKind, number>> = {
  certificate: pkcs11js.CKO_CERTIFICATE,
  'private-key': pkcs11js.CKO_PRIVATE_KEY,
  'public-key': pkcs11js.CKO_PUBLIC_KEY,
  data: pkcs11js.CKO_DATA,
};

export interface SessionPlace {
  readonly library: pkcs11js.PKCS11;
  readonly slot: Buffer;
  readonly sm2: Sm2Dialect | undefined;
}

export class Pkcs11Session implements TokenSession {
  readonly #library: pkcs11js.PKCS11;
  readonly #slot: Buffer;
  readonly #session: Buffer;
  readonly #sm2: Sm2Dialect | undefined;
  readonly #mechanisms: ReadonlySet<number>;
  readonly capabilities: Capabilities;
  readonly #idsRead = new WeakMap<TokenObject, Buffer>();
  #closed = false;

  constructor({ library, slot, sm2 }: SessionPlace) {
    const flags = pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION;
    this.#library = library;
    this.#slot = slot;
    this.#sm2 = sm2;
    this.#mechanisms = during('reading', () => new Set(library.C_GetMechanismList(slot)));
    this.capabilities = capabilitiesOf(this.#mechanisms, sm2);
    this.#session = during('reading', () => library.C_OpenSession(slot, flags));
  }

  status(): TokenStatus {
    return during('reading', () => tokenStatus(this.#library.C_GetTokenInfo(this.#slot)));
  }

  login(who: 'user' | 'administrator', pin: string): void {
    const context = who === 'user' ? 'login' : 'so-login';
    const user = who === 'user' ? pkcs11js.CKU_USER : pkcs11js.CKU_SO;
    try {
      this.#library.C_Login(this.#session, user, pin);
    } catch (cause) {
      const error = tokenErrorOf(cause, context);
      // A login that was left behind would let any password pass. It was not looked at, so this costs no second try.
      if (error.code !== CKR_USER_ALREADY_LOGGED_IN) throw error;
      this.logout();
      during(context, () => this.#library.C_Login(this.#session, user, pin));
    }
  }

  logout(): void {
    during('reading', () => this.#library.C_Logout(this.#session));
  }

  find(kind: ObjectKind, where: Partial<ObjectTag> = {}): TokenObject[] {
    const template: pkcs11js.Template = [{ type: pkcs11js.CKA_CLASS, value: CLASSES[kind] }];
    if (where.id) template.push({ type: pkcs11js.CKA_ID, value: Buffer.from(where.id) });
    if (where.label !== undefined) template.push({ type: pkcs11js.CKA_LABEL, value: where.label });
    return during('reading', () => {
      this.#library.C_FindObjectsInit(this.#session, template);
      try {
        return this.#library.C_FindObjects(this.#session, MOST_OBJECTS).map((handle) => ({ kind, handle }));
      } finally {
        this.#library.C_FindObjectsFinal(this.#session);
      }
    });
  }

  idOf(object: TokenObject): Uint8Array {
    return this.#idsRead.get(object) ?? this.#attribute(object, pkcs11js.CKA_ID);
  }

  labelOf(object: TokenObject): string {
    return this.#attribute(object, pkcs11js.CKA_LABEL).toString('utf8');
  }

  /** Of a certificate, its id comes in the same call: whoever reads the one asks for the other, and a card is slow. */
  valueOf(object: TokenObject): Uint8Array {
    if (object.kind !== 'certificate') return this.#attribute(object, pkcs11js.CKA_VALUE);
    const [value, id] = this.#attributes(object, [pkcs11js.CKA_VALUE, pkcs11js.CKA_ID]);
    if (id) this.#idsRead.set(object, id);
    return value ?? this.#attribute(object, pkcs11js.CKA_VALUE);
  }

  publicKeyOf(key: TokenObject): Uint8Array | undefined {
    try {
      const [modulus, publicExponent] = this.#attributes(key, [pkcs11js.CKA_MODULUS, pkcs11js.CKA_PUBLIC_EXPONENT]);
      if (modulus && publicExponent) return publicKeyFromRsa({ modulus, publicExponent });
      if (key.kind === 'private-key' && SILENT.has(this.#library)) return undefined;
      const ecPoint = this.#attribute(key, pkcs11js.CKA_EC_POINT);
      if (ecPoint.length === 0) {
        if (key.kind === 'private-key') SILENT.add(this.#library);
        return undefined;
      }
      return publicKeyFromEc({ ecPoint, ecParams: this.#attribute(key, pkcs11js.CKA_EC_PARAMS), curve: 'sm2' });
    } catch (cause) {
      if (cause instanceof FormatError) return undefined;
      throw cause;
    }
  }

  async generatePair(pair: PairToMake): Promise<void> {
    const { mechanism, publicKey, privateKey } = pairTemplates(pair, this.#sm2);
    try {
      await this.#library.C_GenerateKeyPairAsync(this.#session, { mechanism }, publicKey, privateKey);
    } catch (cause) {
      throw tokenErrorOf(cause, 'writing');
    }
  }

  writeCertificate({ der, id, label, subject, issuer, serialNumber }: CertificateToWrite): void {
    this.#create([
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
      { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
      { type: pkcs11js.CKA_TOKEN, value: true },
      { type: pkcs11js.CKA_PRIVATE, value: false },
      { type: pkcs11js.CKA_ID, value: Buffer.from(id) },
      { type: pkcs11js.CKA_LABEL, value: label },
      { type: pkcs11js.CKA_SUBJECT, value: Buffer.from(subject) },
      { type: pkcs11js.CKA_ISSUER, value: Buffer.from(issuer) },
      { type: pkcs11js.CKA_SERIAL_NUMBER, value: Buffer.from(serialNumber) },
      { type: pkcs11js.CKA_VALUE, value: Buffer.from(der) },
    ]);
  }

  writeData({ label, value }: { readonly label: string; readonly value: Uint8Array }): void {
    this.#create([
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_DATA },
      { type: pkcs11js.CKA_TOKEN, value: true },
      { type: pkcs11js.CKA_PRIVATE, value: false },
      { type: pkcs11js.CKA_APPLICATION, value: APPLICATION },
      { type: pkcs11js.CKA_LABEL, value: label },
      { type: pkcs11js.CKA_VALUE, value: Buffer.from(value) },
    ]);
  }

  destroy({ handle }: TokenObject): void {
    during('writing', () => this.#library.C_DestroyObject(this.#session, handle));
  }

  sign({ form, key, publicKey }: Signing, message: Uint8Array): Uint8Array {
    const way = signingWay(form, this.#mechanisms, this.#sm2);
    if (!way) throw new Error('asked for without the capability');
    const data = Buffer.from(mechanismData({ form, input: way.input, publicKey, message }));
    const value = during('signing', () => {
      this.#library.C_SignInit(this.#session, way.mechanism, key.handle);
      return this.#library.C_Sign(this.#session, data, Buffer.alloc(LONGEST_SIGNATURE_BYTES));
    });
    return signatureOfMechanism(form, way.output, value);
  }

  opens(key: TokenObject, publicKey: Uint8Array): boolean {
    const check = { library: this.#library, session: this.#session, key: key.handle, sm2: this.#sm2 };
    try {
      return opensWith(check, publicKey);
    } catch (cause) {
      if (cause instanceof FormatError) throw cause;
      const error = tokenErrorOf(cause, 'signing');
      if (CAN_NOT_OPEN.has(error.code)) return false;
      throw error;
    }
  }

  initPin(pin: string): void {
    during('so-new-pin', () => this.#library.C_InitPIN(this.#session, pin));
  }

  setPin(pin: string, newPin: string): void {
    during('new-pin', () => this.#library.C_SetPIN(this.#session, pin, newPin));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const end of [
      () => this.#library.C_Logout(this.#session),
      () => this.#library.C_CloseSession(this.#session),
    ]) {
      try {
        end();
      } catch {
        // The key may be gone, and its session with it; or nobody was logged in.
      }
    }
  }

  #create(template: pkcs11js.Template): void {
    during('writing', () => this.#library.C_CreateObject(this.#session, template));
  }

  /** All at once. None where the object lacks one, or the driver does not like the question: each can still be asked for. */
  #attributes({ handle }: TokenObject, types: readonly number[]): readonly Buffer[] {
    try {
      const found = this.#library.C_GetAttributeValue(
        this.#session,
        handle,
        types.map((type) => ({ type })),
      );
      return found.every(({ value }) => value.length > 0) ? found.map(({ value }) => value) : [];
    } catch {
      return [];
    }
  }

  /** Empty where the object has no such attribute; a driver may say that as an error. */
  #attribute({ handle }: TokenObject, type: number): Buffer {
    try {
      return this.#library.C_GetAttributeValue(this.#session, handle, [{ type }])[0]?.value ?? Buffer.alloc(0);
    } catch (cause) {
      const error = tokenErrorOf(cause, 'reading');
      if (error.code === CKR_ATTRIBUTE_SENSITIVE || error.code === CKR_ATTRIBUTE_TYPE_INVALID) return Buffer.alloc(0);
      throw error;
    }
  }
}
