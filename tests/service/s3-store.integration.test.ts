import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3Store, type S3Store, type S3StoreConfig } from '../../online-service/materials/store/s3-store.ts';
import { sealedStore } from '../../online-service/materials/store/sealed-store.ts';
import { listed } from '../../online-service/materials/store/testing/listed.ts';
import { storeContract } from '../../online-service/materials/store/testing/store-contract.ts';
import { newMasterKeyLine, parseMasterKeys } from '../../online-service/personal-data/master-key.ts';
import { masterKeyWrapper } from '../../online-service/personal-data/master-key-wrapper.ts';
import { ObjectShelf } from '../../sandbox/object-store/object-shelf.ts';
import { objectStoreRoutes } from '../../sandbox/object-store/object-store-routes.ts';

const account = { region: 'cn-north-1', accessKeyId: 'certbridge', secretAccessKey: randomBytes(20).toString('hex') };
const bucket = 'materials';
const shelf = new ObjectShelf();
const server = fastify();
const opened: S3Store[] = [];
let endpoint = '';

beforeAll(async () => {
  await server.register(objectStoreRoutes({ account, bucket, shelf }), { prefix: '/object-store' });
  endpoint = `${await server.listen({ host: '127.0.0.1', port: 0 })}/object-store`;
});

afterAll(async () => {
  for (const store of opened) store.close();
  await server.close();
});

function open(other: Partial<S3StoreConfig> = {}): S3Store {
  const store = openS3Store({ endpoint, bucket, pathStyle: true, ...account, ...other });
  opened.push(store);
  return store;
}

storeContract('the S3 store', async () => open());

describe('the S3 store', () => {
  it('lists beyond the thousand keys of one page', async () => {
    const keys = Array.from({ length: 1_203 }, (_, at) => `many/${String(at).padStart(4, '0')}`);
    for (const key of keys) shelf.put(key, { bytes: Buffer.alloc(0), type: '' });
    expect(await listed(open(), 'many/')).toEqual(keys);
  });

  it.each<[string, Partial<S3StoreConfig>]>([
    ['a wrong secret', { secretAccessKey: 'wrong' }],
    ['an unknown account', { accessKeyId: 'nobody' }],
    ['another region', { region: 'cn-south-1' }],
    ['a bucket that is not there', { bucket: 'elsewhere' }],
  ])('%s is refused, and no material is taken for absent', async (_, other) => {
    const store = open(other);
    const refused = { name: 'StoreFault', code: 'STORE_REFUSED' };
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toMatchObject(refused);
    await expect(store.get('a/b')).rejects.toMatchObject(refused);
    await expect(store.remove('a/b')).rejects.toMatchObject(refused);
    await expect(listed(store, '')).rejects.toMatchObject(refused);
  });

  it('a store that is down is told from one that refuses', async () => {
    const store = open({ endpoint: `http://127.0.0.1:${await closedPort()}` });
    await expect(store.get('a/b')).rejects.toMatchObject({ name: 'StoreFault', code: 'STORE_UNREACHABLE' });
  });

  it('holds sealed bytes only, when the seal is around it', async () => {
    const keys = parseMasterKeys(newMasterKeyLine());
    if (!keys) throw new Error('not keys');
    const sealed = sealedStore(open(), masterKeyWrapper(keys));
    await sealed.put('sealed/1', Buffer.from('a business licence'));
    expect(shelf.get('sealed/1')?.bytes.includes('licence')).toBe(false);
    expect(Buffer.from((await sealed.get('sealed/1')) ?? '').toString()).toBe('a business licence');
  });
});

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
