import { t } from '../ui/i18n.ts';
import { ScreenHead } from '../ui/screen-head.tsx';
import type { Panel } from './panel-controller.ts';

/** The head of every screen but the first, whose title is read but not drawn. */
export function PanelHead({ panel }: { readonly panel: Panel }) {
  const { screen, channelId, channel } = panel.state.value;
  const home = () => panel.go({ name: 'home' });
  switch (screen.name) {
    case 'home':
    case 'order':
    case 'query':
      return <h1 class="sr">{t('app.name')}</h1>;
    case 'environment':
      return <ScreenHead title={t('bar.environment')} onBack={home} />;
    case 'channels':
      return <ScreenHead title={t('bar.chooseChannel')} {...(channelId === undefined ? {} : { onBack: home })} />;
    case 'facts': {
      const offered = channel.value?.offers.some((offer) => offer.business === screen.business);
      if (!offered) return <h1 class="sr">{t('app.name')}</h1>;
      return <ScreenHead title={t(`business.${screen.business}`)} subtitle={t('facts.subtitle')} onBack={home} />;
    }
  }
}
