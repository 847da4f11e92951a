import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import * as z from 'zod/mini';

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
  CERTBRIDGE_DATA_DIR: z._default(z.string().check(z.maxLength(4096)), join(PROJECT, '.data', 'service')),
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
  /** The only browser extensions whose requests are answered. */
  readonly extensionIds: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How long open requests may take to finish when the service stops. */
  readonly finishWithinMs: number;
}
