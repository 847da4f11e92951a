import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UserErrorText } from '../config/user-error.ts';
import { html } from './html.ts';
import { knownHosts } from './site.ts';

export const HOST_UNKNOWN: UserErrorText = {
  code: 'SANDBOX_HOST_UNKNOWN',
  'zh-CN': `沙箱里没有这个网站，所以没有打开。请用下面的名字之一：${knownHosts().join('、')}。`,
  en: `The sandbox has no site of this name, so nothing was opened. Use one of: ${knownHosts().join(', ')}.`,
};

export const PAGE_UNKNOWN: UserErrorText = {
  code: 'SANDBOX_PAGE_UNKNOWN',
  'zh-CN': '这个网站里没有这一页。请从首页重新进入。',
  en: 'This site has no such page. Please start again from its home page.',
};

export const FOREIGN_ORIGIN: UserErrorText = {
  code: 'SANDBOX_FOREIGN_ORIGIN',
  'zh-CN': '这个请求来自别的网站，没有执行。请在本站的页面里操作。',
  en: 'This request came from another site and was not carried out. Please act from a page of this site.',
};

export const REQUEST_INVALID: UserErrorText = {
  code: 'SANDBOX_REQUEST_INVALID',
  'zh-CN': '看不懂这个请求，没有执行。请回到页面重试。',
  en: 'This request could not be read and was not carried out. Please return to the page and try again.',
};

export const INTERNAL: UserErrorText = {
  code: 'SANDBOX_INTERNAL',
  'zh-CN': '沙箱自己出了错，这一步没有完成。请重试；还不行就重新运行 npm start。',
  en: 'The sandbox itself failed, and this step was not finished. Try again; if it stays, run npm start again.',
};

/** A page for people, JSON for programs; the same words in both. */
export function refuse(asked: FastifyRequest, reply: FastifyReply, refusal: { status: number; text: UserErrorText }) {
  const { status, text } = refusal;
  reply.code(status).header('cache-control', 'no-store');
  if (!asked.headers.accept?.includes('text/html')) return reply.send({ ok: false, error: text });
  const page = html`<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>${text.code}</title>
<body style="font:16px/1.7 system-ui,sans-serif;max-width:42rem;margin:12vh auto;padding:0 24px;color:#1a2226">
<p>${text['zh-CN']}</p><p lang="en">${text.en}</p><p style="color:#5e676d;font-size:13px">${text.code}</p></body></html>`;
  return reply.type('text/html; charset=utf-8').send(page.text);
}
