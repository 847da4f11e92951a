import { S3ServiceException } from '@aws-sdk/client-s3';
import { StoreFault } from './store-fault.ts';

/** Says "later", although with a 4xx. */
const LATER = ['SlowDown', 'RequestTimeout', 'RequestTimeTooSkewed'];
const FULL = ['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage'];

/** What S3 answered, or that it did not, in the words of the store. */
export function s3Fault(error: unknown): StoreFault {
  if (!(error instanceof S3ServiceException)) return new StoreFault('STORE_UNREACHABLE', error);
  if (FULL.includes(error.name)) return new StoreFault('STORE_FULL', error);
  const refused = error.$fault === 'client' && !LATER.includes(error.name);
  return new StoreFault(refused ? 'STORE_REFUSED' : 'STORE_UNREACHABLE', error);
}
