import { ERROR_CODES, type ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { CKR_CODES } from '../../native-host/token/pkcs11/ckr-codes.ts';
import { CKR_CONTEXTS, type CkrContext } from '../../native-host/token/pkcs11/ckr-meanings.ts';
import { errorOfCkr } from '../../native-host/token/pkcs11/ckr-table.ts';
import { errorRow } from './render-errors.ts';

const HEADINGS: { readonly [Context in CkrContext]: string } = {
  reading: '读取 reading',
  login: '验证密码 login',
  'new-pin': '修改密码 new password',
  signing: '签名、解密 signing',
  writing: '写入 writing',
  'so-login': '管理员 administrator',
  'so-new-pin': '重设密码 reset',
};

const rows = Object.entries(CKR_CODES).map(([name, { code }]) => ({
  name,
  number: `0x${code.toString(16).toUpperCase().padStart(2, '0')}`,
  errors: CKR_CONTEXTS.map((context): ErrorCode => errorOfCkr(code, context).code),
}));

/** docs/ckr-codes.md, from the host's table and the words for errors. */
export function renderCkrCodes(): string {
  const met = new Set(rows.flatMap(({ errors }) => errors));
  return [
    '# CKR 返回码 · CKR codes',
    '',
    '<!-- Generated from native-host/token/pkcs11/ckr-codes.ts and ckr-meanings.ts by `npm run docs`. -->',
    '',
    '驱动（PKCS#11 v2.40、v3.0）的每个返回码，在做每件事时对用户意味着什么。没有列出的、厂商自定义的，都是 `DRIVER_FAULT`（表中记作“·”）；原始代码总会留给客服。',
    '',
    'What each answer of a driver (PKCS#11 v2.40, v3.0) means to the user, depending on what we were about. What is not listed, and every code of a vendor’s own, is `DRIVER_FAULT` (a dot in the table); the raw code is always kept for the hotline.',
    '',
    `| CKR | | ${CKR_CONTEXTS.map((context) => HEADINGS[context]).join(' | ')} |`,
    `|---|---|${CKR_CONTEXTS.map(() => '---|').join('')}`,
    ...rows.map(({ name, number, errors }) => `| \`${name}\` | ${number} | ${errors.map(asCode).join(' | ')} |`),
    '',
    '## 用户看到的 · What the user is told',
    '',
    '| | 中文 | English |',
    '|---|---|---|',
    ...ERROR_CODES.filter((code) => met.has(code)).map((code) => errorRow(code)),
    '',
  ].join('\n');
}

function asCode(code: ErrorCode): string {
  return code === 'DRIVER_FAULT' ? '·' : `\`${code}\``;
}
