/** RFC 7468. */
export function pem(label: 'CERTIFICATE' | 'X509 CRL', der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

export function fromPem(text: string): Buffer {
  return Buffer.from(text.replace(/-----[A-Z0-9 ]+-----|\s/g, ''), 'base64');
}
