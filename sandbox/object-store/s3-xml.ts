import type { ListedPage, Listing } from './object-shelf.ts';
import type { S3ErrorCode } from './s3-error.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function errorDocument(code: S3ErrorCode): string {
  return `${HEAD}<Error>${element('Code', code)}${element('Message', code)}</Error>`;
}

export function listDocument(bucket: string, asked: Listing, page: ListedPage): string {
  const contents = page.objects.map(([key, { changed, etag, bytes }]) =>
    [
      '<Contents>',
      element('Key', key),
      element('LastModified', changed.toISOString()),
      element('ETag', etag),
      element('Size', String(bytes.length)),
      element('StorageClass', 'STANDARD'),
      '</Contents>',
    ].join(''),
  );
  return [
    HEAD,
    `<ListBucketResult xmlns="${NAMESPACE}">`,
    element('Name', bucket),
    element('Prefix', asked.prefix),
    element('KeyCount', String(page.objects.length)),
    element('MaxKeys', String(asked.most)),
    element('IsTruncated', String(page.goOnAfter !== undefined)),
    page.goOnAfter === undefined ? '' : element('NextContinuationToken', tokenOf(page.goOnAfter)),
    ...contents,
    '</ListBucketResult>',
  ].join('');
}

/** Opaque to clients, as it is at Amazon's. */
export function tokenOf(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

export function keyOfToken(token: string): string {
  return Buffer.from(token, 'base64url').toString('utf8');
}

function element(name: string, text: string): string {
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${name}>`;
}
