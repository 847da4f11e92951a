/** Test fixture, run as a process of its own: makes a token, so that the program under test meets it as a stranger's. */
import { readFileSync } from 'node:fs';
import pkcs11js from 'pkcs11js';
import { TOKEN_FLAGS } from '../token/pkcs11/pin-status.ts';

interface Wanted {
  readonly library: string;
  readonly label: string;
  /** Certificates as PEM files, each with a pair of keys unless it is an orphan. */
  readonly certificates: readonly { readonly pem: string; readonly orphan: boolean }[];
}

const SO_PIN = '12345678';
const PIN = '123456';
const P256 = Buffer.from('06082a8648ce3d030107', 'hex');

const wanted: Wanted = JSON.parse(process.argv[2] ?? '{}');
const library = new pkcs11js.PKCS11();
library.load(wanted.library);
library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
const blank = library
  .C_GetSlotList(true)
  .find((slot) => (library.C_GetTokenInfo(slot).flags & TOKEN_FLAGS.TOKEN_INITIALIZED) === 0);
if (!blank) throw new Error('no blank token');
library.C_InitToken(blank, SO_PIN, padded(wanted.label));
const session = library.C_OpenSession(blank, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
library.C_Login(session, pkcs11js.CKU_SO, SO_PIN);
library.C_InitPIN(session, PIN);
library.C_Logout(session);
library.C_Login(session, pkcs11js.CKU_USER, PIN);
wanted.certificates.forEach(({ pem, orphan }, index) => {
  const id = { type: pkcs11js.CKA_ID, value: Buffer.from([index + 1]) };
  if (!orphan) makePair(id);
  const der = Buffer.from(readFileSync(pem, 'utf8').replace(/-----[^-]+-----|\s/g, ''), 'base64');
  library.C_CreateObject(session, [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
    { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
    { type: pkcs11js.CKA_TOKEN, value: true },
    { type: pkcs11js.CKA_PRIVATE, value: false },
    { type: pkcs11js.CKA_SUBJECT, value: Buffer.from('3000', 'hex') },
    { type: pkcs11js.CKA_VALUE, value: der },
    id,
  ]);
});
process.stdout.write(library.C_GetTokenInfo(blank).serialNumber.trim());
library.C_Finalize();

/** 32 bytes, filled with blanks, as PKCS#11 v2.40 section 3.2 has it: pkcs11js hands the label over as it is. */
function padded(label: string): string {
  return label + ' '.repeat(32 - Buffer.byteLength(label));
}

function makePair(id: pkcs11js.Attribute): void {
  const onToken = { type: pkcs11js.CKA_TOKEN, value: true };
  library.C_GenerateKeyPair(
    session,
    { mechanism: pkcs11js.CKM_EC_KEY_PAIR_GEN },
    [onToken, id, { type: pkcs11js.CKA_EC_PARAMS, value: P256 }],
    [onToken, id, { type: pkcs11js.CKA_PRIVATE, value: true }, { type: pkcs11js.CKA_SIGN, value: true }],
  );
}
