import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Said } from '../problems/start-problem.ts';

const path = z.optional(z.string().check(z.maxLength(4096)));

export const auditEnvironment = {
  CERTBRIDGE_AUDIT_KEY: path,
  CERTBRIDGE_AUDIT_ANCHOR: path,
  CERTBRIDGE_AUDIT_BUCKET: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/))),
};

export interface AuditConfig {
  /** The Ed25519 private key (a JWK); absent: the service keeps one of its own in the data folder. */
  readonly keyFile?: string;
  /** Absent: a folder in the data folder. */
  readonly anchorFolder?: string;
  /** A bucket beside that folder, at the same store as the materials'. */
  readonly anchorBucket?: string;
}

type AuditVariable = keyof typeof auditEnvironment;

export const AUDIT_MUST_BE: Readonly<Record<AuditVariable, Said>> = {
  CERTBRIDGE_AUDIT_KEY: {
    zh: '一个文件的路径，文件里是签署审计日志的 Ed25519 私钥（JWK）；不设置则在数据文件夹中自行生成',
    en: 'the path of a file with the Ed25519 private key (a JWK) that signs the audit; unset, one is made in the data folder',
  },
  CERTBRIDGE_AUDIT_ANCHOR: {
    zh: '一个文件夹的路径，最好在另一块磁盘或一次写入介质上：审计日志的签名头另存于此',
    en: 'the path of a folder, best on another disk or a write-once medium: the signed heads of the audit are kept there too',
  },
  CERTBRIDGE_AUDIT_BUCKET: {
    zh: '另存审计日志签名头的 S3 桶名（与材料同一存储，须已设置 CERTBRIDGE_S3_BUCKET）',
    en: 'the bucket for signed heads of the audit, at the store of CERTBRIDGE_S3_BUCKET, which must be set',
  },
};

export function auditOf(data: { readonly [Variable in AuditVariable]?: string | undefined }): AuditConfig {
  const { CERTBRIDGE_AUDIT_KEY: key, CERTBRIDGE_AUDIT_ANCHOR: folder, CERTBRIDGE_AUDIT_BUCKET: bucket } = data;
  return {
    ...(key === undefined ? {} : { keyFile: resolve(key) }),
    ...(folder === undefined ? {} : { anchorFolder: resolve(folder) }),
    ...(bucket === undefined ? {} : { anchorBucket: bucket }),
  };
}
