import { type Html, html } from '../http/html.ts';
import { both, type Said, section } from '../http/tool-page.ts';
import { AVAILABILITIES, type Available } from './availability.ts';
import type { AvailabilityPlace } from './availability-route.ts';

const NAMES: Readonly<Record<Available, Said>> = {
  here: { zh: '正常', en: 'answers' },
  away: { zh: '不可用', en: 'is away' },
  slow: { zh: '很慢（20 秒）', en: 'is slow (20 s)' },
};

export function availabilityForm({ path, availability }: AvailabilityPlace): Html {
  const choices = AVAILABILITIES.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="now" value="${one}"${one === availability.now && html` checked`}> <span>${both(NAMES[one])}</span></label>`,
  );
  return section(
    { zh: '今天的状态', en: 'How it is today' },
    html`<form method="post" action="${path}/availability">
<fieldset><legend>${both({ zh: '收到请求时', en: 'when a request arrives it' })}</legend>${choices}</fieldset>
<button>${both({ zh: '改为这样', en: 'Change' })}</button></form>`,
  );
}
