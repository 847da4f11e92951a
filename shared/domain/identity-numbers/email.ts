import { accepted, type Checked, type Missing, refused } from '../checked.ts';

export const EMAIL_REASONS = ['email-form', 'email-characters', 'email-domain', 'email-long'] as const;
export const EMAIL_HINTS = ['email-office-mailbox'] as const;
type EmailReason = (typeof EMAIL_REASONS)[number] | Missing;
type EmailHint = (typeof EMAIL_HINTS)[number];

/** RFC 5321, 4.5.3.1: the local part, and a path without its angle brackets. */
const LONGEST_LOCAL_PART = 64;
const LONGEST = 254;

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;
/** Mail servers of offices drop what comes from outside with an attachment, and nobody is told. */
const OFFICE = /(^|\.)(gov|mil)\.cn$/;
/** No such top-level domains exist: a slip of the finger. */
const SLIPPED_ENDING = /\.(con|cmo|ocm|comm|vom|xom)$/;
/** Mailboxes that end in .com, whose ending is left away in talk. */
const KNOWN_MAILBOXES = ['qq', '163', '126', '139', 'foxmail', 'gmail', 'outlook', 'sina', 'sohu', 'aliyun'];

/** A mailbox as RFC 5321 has it, without quoted names, which nobody uses and many servers refuse. */
export function checkEmail(text: string): Checked<EmailReason, EmailHint> {
  const typed = plainAddress(text);
  if (typed === '') return refused('missing');
  if (typed.length > LONGEST) return refused('email-long');
  const [local = '', host, ...more] = typed.split('@');
  if (local === '' || host === undefined || more.length > 0) return refused('email-form');
  if (local.length > LONGEST_LOCAL_PART) return refused('email-long');
  if (!LOCAL_PART.test(local)) return refused('email-characters');
  const domain = host.toLowerCase();
  if (!isDomain(domain)) return refused('email-domain', repairOf(local, domain));
  return accepted(`${local}@${domain}`, OFFICE.test(domain) ? 'email-office-mailbox' : undefined);
}

/** Chinese keyboards write ＠ and 。 where @ and a dot were meant. */
function plainAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[。｡]/g, '.');
}

function isDomain(domain: string): boolean {
  return DOMAIN.test(domain) && !SLIPPED_ENDING.test(domain);
}

function repairOf(local: string, domain: string): string | undefined {
  const tidied = domain
    .replace(/[,，、]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.+$/, '');
  const meant = KNOWN_MAILBOXES.includes(tidied) ? `${tidied}.com` : tidied.replace(SLIPPED_ENDING, '.com');
  return isDomain(meant) ? `${local}@${meant}` : undefined;
}
