import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { subjectName } from '../../../native-host/formats/request/subject-name.ts';
import { testAuthority } from '../../../native-host/formats/testing/issue-certificate.ts';
import { pem } from '../../../native-host/formats/testing/openssl.ts';
import { softwareSigner } from '../../../native-host/formats/testing/software-signer.ts';

/** Lets in who has a certificate of the one authority, and nobody else. */
export interface DemandingServer {
  readonly port: number;
  /** Who came in (DER), or why not. */
  nextClient(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** TLS 1.3 only, or 1.2 only: they sign otherwise. */
export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';

export async function demandingServer(clientRoot: Uint8Array, version: TlsVersion): Promise<DemandingServer> {
  const own = softwareSigner('ecdsa-p256-sha256');
  const authority = await testAuthority(softwareSigner('ecdsa-p256-sha256'), 'Platforms');
  const subject = subjectName([{ type: 'commonName', value: 'platform.test' }]);
  const certificate = await authority.issue({ subject, publicKey: own.publicKey, uses: ['sign'] });
  const server = createServer({
    key: own.privatePem,
    cert: pem('CERTIFICATE', certificate),
    ca: pem('CERTIFICATE', clientRoot),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: version,
    maxVersion: version,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    nextClient: () =>
      new Promise((resolve, reject) => {
        server.once('tlsClientError', reject);
        server.once('secureConnection', (socket: TLSSocket) => {
          resolve(socket.getPeerCertificate().raw);
          socket.on('error', () => undefined);
          socket.end('signed in\n');
        });
      }),
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
