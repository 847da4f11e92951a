import pkcs11js from 'pkcs11js';

/** A certificate of nobody, self-signed (CN=CertBridge probe): drivers read what they are given to store. */
const DER = Buffer.from(
  'MIIBeTCCASCgAwIBAgIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBDZXJ0QnJpZGdlIHByb2JlMCAXDTI2MTEyMTE0MzMzN1oY' +
    'DzIxMjYxMDI4MTQzMzM3WjAbMRkwFwYDVQQDDBBDZXJ0QnJpZGdlIHByb2JlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEC9/a' +
    'pASr+fAeavpgf5PfmzL+p1izgBJRKPQJ+puoPrMHIyIuCkXa8UhZjkcy4Gg0mf4HY9hcubdUo5aQpBlrAaNTMFEwHQYDVR0OBBYE' +
    'FEhJv8l5ybxpDDIEeX1LPJZK6IAFMB8GA1UdIwQYMBaAFEhJv8l5ybxpDDIEeX1LPJZK6IAFMA8GA1UdEwEB/wQFMAMBAf8wCgYI' +
    'KoZIzj0EAwIDRwAwRAIgYZHThE2NSZiWInsN8eIG29aX07RPTSrGzS/Vk4XFnnsCIECWos3R1lcdYJ67s2aQrdC4X6jHfmBdvR7c' +
    'N//FmeCn',
  'base64',
);
const NAME = Buffer.from('301b3119301706035504030c10436572744272696467652070726f6265', 'hex');
const ID = Buffer.from('cb', 'hex');

export const CERTIFICATE: pkcs11js.Template = [
  { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
  { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
  { type: pkcs11js.CKA_TOKEN, value: true },
  { type: pkcs11js.CKA_ID, value: ID },
  { type: pkcs11js.CKA_LABEL, value: 'CertBridge probe' },
  { type: pkcs11js.CKA_SUBJECT, value: NAME },
  { type: pkcs11js.CKA_VALUE, value: DER },
];

export const ISSUER: pkcs11js.Template = [
  { type: pkcs11js.CKA_ISSUER, value: NAME },
  { type: pkcs11js.CKA_SERIAL_NUMBER, value: Buffer.from('020101', 'hex') },
];
