import { arrivalsPage, shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import type { Mailbox } from './mailbox.ts';

const MAILS_SHOWN = 50;

/** Everybody's mail in one list, newest first. */
export function mailboxPage(mailbox: Mailbox): Html {
  const mails = mailbox.newestFirst();
  return arrivalsPage({
    title: '邮箱',
    english: 'Mailbox',
    zh: '服务发出的邮件都到这里，不论写给谁。',
    en: 'Every mail that the service sends arrives here, whoever it is for.',
    events: '/mailbox/events',
    list:
      mails.length === 0
        ? html`<p class="empty" data-live>还没有邮件。申请签署或取消后会有。 <span lang="en">No mail yet. Signing or cancelling an application sends one.</span></p>`
        : html`<ul class="mails" data-live>${mails
            .slice(0, MAILS_SHOWN)
            .map(
              ({ serial, at, item }) =>
                html`<li class="mail"><h2>${item.subject}</h2><p class="meta">${shownTime(at)} · ${item.from} → ${item.to}</p><pre>${item.text}</pre>${item.attachments.map(({ name }, index) => html`<p class="meta">附件 <a href="/mailbox/attachments/${serial}/${index}">${name}</a></p>`)}</li>`,
            )}</ul>`,
  });
}
