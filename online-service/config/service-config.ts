import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import * as z from 'zod/mini';
import type { ProviderPlaces } from '../identity/open-providers.ts';
import type { AuthorityPlace } from '../issuing/open-issuing.ts';
import type { S3StoreConfig } from '../materials/store/s3-store.ts';
import type { PaymentFiles } from '../payments/open-payment-settings.ts';
import { type AuditConfig, auditEnvironment } from './audit-settings.ts';
import { authorityEnvironment } from './authority-settings.ts';
import { type MessagesConfig, messageEnvironment } from './message-settings.ts';
import { paymentEnvironment } from './payment-files.ts';
import { type InvoicesConfig, providerEnvironment } from './provider-settings.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const PROJECT = join(import.meta.dirname, '..', '..');

const whole = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));
const extensionId = z.string().check(z.regex(/^[a-p]{32}$/));
const commaList = z.pipe(
  z.string(),
  z.transform((list: string) => list.split(',').map((item) => item.trim())),
);

/** The environment that the service reads; everything else in it is none of its business. */
export const serviceEnvironment = z.object({
  CERTBRIDGE_SERVICE_PORT: z._default(z.pipe(whole, z.int().check(z.lte(65_535))), 7200),
  CERTBRIDGE_SERVICE_HOST: z._default(z.string().check(z.regex(/^[\w.:-]{1,253}$/)), '127.0.0.1'),
  DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/ })),
  CERTBRIDGE_PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(200))),
  CERTBRIDGE_TRUSTED_PROXIES: z._default(
    z.pipe(commaList, z.array(z.string().check(z.regex(/^[0-9a-f.:]+(\/\d{1,3})?$/)))),
    [],
  ),
  CERTBRIDGE_DATA_DIR: z._default(z.string().check(z.maxLength(4096)), join(PROJECT, '.data', 'service')),
  CERTBRIDGE_S3_BUCKET: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/))),
  CERTBRIDGE_S3_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
  CERTBRIDGE_S3_REGION: z._default(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)), 'us-east-1'),
  CERTBRIDGE_S3_ACCESS_KEY_ID: z._default(z.string().check(z.maxLength(200)), ''),
  CERTBRIDGE_S3_SECRET_ACCESS_KEY: z._default(z.string().check(z.maxLength(200)), ''),
  ...messageEnvironment,
  ...providerEnvironment,
  ...paymentEnvironment,
  ...authorityEnvironment,
  CERTBRIDGE_MASTER_KEYS: z.optional(z.string().check(z.maxLength(10_000))),
  CERTBRIDGE_MASTER_KEY_FILE: z.optional(z.string().check(z.maxLength(4096))),
  CERTBRIDGE_WORK_ORDER_KEY: z.optional(z.string().check(z.maxLength(4096))),
  ...auditEnvironment,
  CERTBRIDGE_EXTENSION_IDS: z._default(z.pipe(commaList, z.array(extensionId).check(z.minLength(1))), [
    ...EXTENSION_IDS,
  ]),
  CERTBRIDGE_LOG_LEVEL: z._default(z.enum(LOG_LEVELS), 'info'),
  CERTBRIDGE_STOP_SECONDS: z._default(z.pipe(whole, z.int().check(z.gte(1), z.lte(300))), 12),
});

export type ServiceVariable = keyof typeof serviceEnvironment.shape;

export interface ServiceConfig {
  /** 0: a free one is chosen and reported. */
  readonly port: number;
  readonly host: string;
  /** Absent: the service runs a PostgreSQL of its own in the data folder. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Balancers before the service, whose word on where a request comes from counts. */
  readonly trustedProxies: readonly string[];
  /** How browsers and phones reach the service; absent: the address that it listens on. */
  readonly publicUrl?: string;
  /** Where materials lie; absent: in the data folder. */
  readonly bucket?: S3StoreConfig;
  /** How SMS and mail leave. */
  readonly messages: MessagesConfig;
  /** Bureau and bank, as far as they are set. */
  readonly providers: ProviderPlaces;
  /** Who issues e-invoices, and at which rate. */
  readonly invoices: InvoicesConfig;
  /** Who collects money, as far as it is set. */
  readonly paymentFiles: PaymentFiles;
  /** The certificate authority; absent: this service issues nothing. */
  readonly authority?: AuthorityPlace;
  /** The master keys of personal data, or the file that holds them; neither: the service keeps a file of its own. */
  readonly masterKeys: { readonly text?: string; readonly file?: string };
  /** The private key that work orders are signed with: a JWK for ES256. Its public half is pinned by every host. */
  readonly workOrderKeyFile?: string;
  /** How the audit is signed, and where its heads are kept beside the database. */
  readonly audit: AuditConfig;
  /** The only browser extensions whose requests are answered. */
  readonly extensionIds: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How long open requests may take to finish when the service stops. */
  readonly finishWithinMs: number;
}
