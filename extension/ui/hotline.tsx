import { t } from './i18n.ts';
import { Icon } from './icon.tsx';

export interface HotlineProps {
  readonly phone: string;
  /** In the channel's own words, which are Chinese. */
  readonly hours: string;
}

export function Hotline({ phone, hours }: HotlineProps) {
  return (
    <>
      <Icon name="phone" small />
      <span>
        {t('footer.hotline')} <PhoneNumbers text={phone} />
      </span>
      <span class="end" lang="zh-CN">
        {hours}
      </span>
    </>
  );
}

/** A channel may have several, written 010-… / 010-…; each can be called by itself. */
function PhoneNumbers({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\s*[/、]\s*/).map((number, index) => (
        <span key={number} class="whole">
          {index > 0 && ' / '}
          <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>
        </span>
      ))}
    </>
  );
}
