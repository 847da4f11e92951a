import { readFileSync } from 'node:fs';

/** A certificate of the x509 tests, DER. */
export function fixture(name: string): Buffer {
  const pem = readFileSync(new URL(`../../x509/fixtures/${name}.pem`, import.meta.url), 'utf8');
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}
