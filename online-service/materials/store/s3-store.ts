import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkMaterialKey } from './material-key.ts';
import type { MaterialStore } from './material-store.ts';
import { s3Fault } from './s3-fault.ts';

export interface S3StoreConfig {
  /** Absent: Amazon's own for the region. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket in the path (MinIO and most others), or before the host's name. */
  readonly pathStyle: boolean;
}

export interface S3Store extends MaterialStore {
  /** Lets go of its connections. */
  close(): void;
}

/** A material is small; a store that is slower than this is as good as down, and the applicant is told. */
const TIMES = { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const;
const ATTEMPTS = 3;

/** Materials as objects in one bucket of Amazon S3 or of anything that speaks its protocol. */
export function openS3Store(config: S3StoreConfig): S3Store {
  const { bucket: Bucket } = config;
  const client = clientFor(config);
  return {
    async put(key, bytes) {
      checkMaterialKey(key);
      const object = { Bucket, Key: key, Body: bytes, ContentType: 'application/octet-stream' };
      await told(client.send(new PutObjectCommand(object)));
    },
    async get(key) {
      checkMaterialKey(key);
      return told(read(client, { Bucket, Key: key }));
    },
    async remove(key) {
      checkMaterialKey(key);
      await told(client.send(new DeleteObjectCommand({ Bucket, Key: key })));
    },
    list: (prefix) => list(client, { Bucket, Prefix: prefix }),
    close: () => client.destroy(),
  };
}

function clientFor({ endpoint, region, pathStyle, accessKeyId, secretAccessKey }: S3StoreConfig): S3Client {
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    region,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: ATTEMPTS,
    requestHandler: TIMES,
    // Not every store knows the newer checksums, and what is stored carries its own seal.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

async function read(client: S3Client, object: { Bucket: string; Key: string }): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(object));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function* list(client: S3Client, wanted: { Bucket: string; Prefix: string }): AsyncIterable<string> {
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, wanted)) {
      for (const { Key } of Contents) if (Key !== undefined) yield Key;
    }
  } catch (error) {
    throw s3Fault(error);
  }
}

async function told<Value>(work: Promise<Value>): Promise<Value> {
  return work.catch((error: unknown) => {
    throw s3Fault(error);
  });
}
