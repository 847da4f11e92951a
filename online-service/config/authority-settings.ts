import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { AuthorityPlace } from '../issuing/open-issuing.ts';
import type { Said } from '../problems/start-problem.ts';

const path = z.optional(z.string().check(z.maxLength(4096)));

/** The folder that `ca ceremony` made, and the file of what opens its keys. */
export const authorityEnvironment = {
  CERTBRIDGE_AUTHORITY_DIR: path,
  CERTBRIDGE_AUTHORITY_SECRETS_FILE: path,
};

const authorityData = z.object(authorityEnvironment);
type AuthorityVariable = keyof typeof authorityEnvironment;

export const AUTHORITY_MUST_BE: Readonly<Record<AuthorityVariable, Said>> = {
  CERTBRIDGE_AUTHORITY_DIR: {
    zh: '“ca ceremony”命令所建文件夹的路径；不设置则本服务不签发证书',
    en: 'the path of the folder that `ca ceremony` made; unset, this service issues no certificates',
  },
  CERTBRIDGE_AUTHORITY_SECRETS_FILE: {
    zh: '一个文件的路径：第一行是签发密钥的口令，第二行是 PKCS#11 设备的 PIN（如使用）',
    en: 'the path of a file: its first line the passphrase of the keys, its second the PIN of the token, if there is one',
  },
};

/** Both or neither. */
export function authorityOf(
  data: z.output<typeof authorityData>,
): { readonly missing: readonly AuthorityVariable[] } | { readonly authority?: AuthorityPlace } {
  const { CERTBRIDGE_AUTHORITY_DIR: folder, CERTBRIDGE_AUTHORITY_SECRETS_FILE: secretsFile } = data;
  if (folder === undefined && secretsFile === undefined) return {};
  if (folder === undefined) return { missing: ['CERTBRIDGE_AUTHORITY_DIR'] };
  if (secretsFile === undefined) return { missing: ['CERTBRIDGE_AUTHORITY_SECRETS_FILE'] };
  return { authority: { folder: resolve(folder), secretsFile: resolve(secretsFile) } };
}
