import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { S3Error } from './s3-error.ts';
import { hexSha256, Sha256 } from './sha256.ts';

export interface S3Account {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SignedRequest {
  readonly method: string;
  /** As it came: path and query, still escaped. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Amazon refuses a clock that is further off. */
const CLOCK_MS = 15 * 60_000;

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const AMZ_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** AWS Signature Version 4 in the Authorization header, as S3 checks it: signs the same request again and compares. */
export async function checkSignature(asked: SignedRequest, account: S3Account, now: Date): Promise<void> {
  const claimed = readAuthorization(asked.headers.authorization);
  if (claimed.accessKeyId !== account.accessKeyId) throw new S3Error('InvalidAccessKeyId');
  const signingDate = readDate(asked.headers['x-amz-date']);
  if (Math.abs(signingDate.getTime() - now.getTime()) > CLOCK_MS) throw new S3Error('RequestTimeTooSkewed');
  checkPayload(asked);
  const expected = await sign(asked, account, { signingDate, names: claimed.signedHeaders });
  if (!equal(expected, asked.headers.authorization)) throw new S3Error('SignatureDoesNotMatch');
}

function readAuthorization(header: string | undefined) {
  const read = AUTHORIZATION.exec(header ?? '');
  if (!read) throw new S3Error('AccessDenied');
  const [, accessKeyId = '', , , names = ''] = read;
  const signedHeaders = names.split(';');
  // What is not signed could have been changed on the way.
  if (!signedHeaders.includes('host') || !signedHeaders.includes('x-amz-content-sha256')) {
    throw new S3Error('AccessDenied');
  }
  return { accessKeyId, signedHeaders };
}

function readDate(header: string | string[] | undefined): Date {
  const [, year, month, day, hours, minutes, seconds] = AMZ_DATE.exec(String(header)) ?? [];
  if (seconds === undefined) throw new S3Error('AccessDenied');
  return new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
}

/** The signature covers what this header says of the body; this covers that it says the truth. */
function checkPayload({ headers, body }: SignedRequest): void {
  const said = String(headers['x-amz-content-sha256']);
  if (said.startsWith('STREAMING-')) throw new S3Error('NotImplemented');
  if (said !== 'UNSIGNED-PAYLOAD' && said !== hexSha256(body)) throw new S3Error('XAmzContentSHA256Mismatch');
}

async function sign(
  { method, url, headers }: SignedRequest,
  { region, ...credentials }: S3Account,
  { signingDate, names }: { signingDate: Date; names: readonly string[] },
): Promise<string | undefined> {
  const { pathname, searchParams } = new URL(url, 'http://store');
  const [path = pathname] = url.split('?');
  const signer = new SignatureV4({
    region,
    service: 's3',
    credentials,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: String(headers.host),
      path,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')])),
    },
    { signingDate, signableHeaders: new Set(names) },
  );
  return signed.headers['authorization'];
}

function equal(expected: string | undefined, given: string | undefined): boolean {
  const [one, other] = [expected, given].map((text) => Buffer.from((text ?? '').replaceAll(', ', ',')));
  return one !== undefined && other !== undefined && one.length === other.length && timingSafeEqual(one, other);
}
