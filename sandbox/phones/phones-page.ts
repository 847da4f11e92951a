import type { Arrived } from '../http/arrivals.ts';
import { arrivalsPage, shownTime } from '../http/arrivals-page.ts';
import { type Html, html } from '../http/html.ts';
import type { PhoneMessage, Phones } from './phone.ts';

const MESSAGES_SHOWN = 20;

/** One phone for each number, the one that rang last first. */
export function phonesPage(phones: Phones): Html {
  const byNumber = Map.groupBy(phones.newestFirst(), ({ item }) => item.number);
  return arrivalsPage({
    title: '手机短信',
    english: 'Text messages',
    zh: '服务发出的短信都到这里，一个号码一部手机。验证码就在短信里。',
    en: 'Every text message that the service sends arrives here: one phone for each number.',
    events: '/phones/events',
    list:
      byNumber.size === 0
        ? html`<p class="empty" data-live>还没有短信。在面板里点“发送验证码”，它就会出现在这里。 <span lang="en">No messages yet. Ask for a code in the panel.</span></p>`
        : html`<ul class="phones" data-live>${[...byNumber].map(([number, messages]) => phone(number, messages))}</ul>`,
  });
}

function phone(number: string, messages: readonly Arrived<PhoneMessage>[]): Html {
  const shown = messages.slice(0, MESSAGES_SHOWN);
  const references = messages.map(({ item }) => item.reference);
  return html`<li class="phone"><h2>${number}</h2><ol>${shown.map((one, index) => {
    const again = one.item.reference !== '' && references.lastIndexOf(one.item.reference) > index;
    return html`<li class="message"><p class="meta">${shownTime(one.at)}${again && ' · 重复发送 sent again'}</p><p>${withCodes(one.item.text)}</p></li>`;
  })}</ol></li>`;
}

/** A code is what people look for; an order's number is none. */
function withCodes(text: string): Html[] {
  return text
    .split(/((?<![\d-])\d{6}(?![\d-]))/)
    .map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : html`${part}`));
}
