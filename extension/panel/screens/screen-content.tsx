import { EnvironmentList } from '../../ui/environment/environment-list.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import type { Panel } from '../panel-controller.ts';
import { BusinessFactsPlace } from './business-facts-place.tsx';
import { ChannelsScreen } from './channels-screen.tsx';

export interface ScreenContentProps {
  readonly panel: Panel;
  readonly version: string;
}

export function ScreenContent({ panel, version }: ScreenContentProps) {
  const { screen, channel, host, keys } = panel.state.value;
  switch (screen.name) {
    case 'home':
      return <HomeScreen panel={panel} />;
    case 'channels':
      return <ChannelsScreen panel={panel} />;
    case 'environment':
      return <EnvironmentList environment={{ version, host, keys }} onRetryHost={panel.retryHost} />;
    case 'facts': {
      const offered = channel.value?.offers.some((offer) => offer.business === screen.business);
      // Not offered here, or not known yet: the home screen says how things stand.
      if (!channel.value || !offered) return <HomeScreen panel={panel} />;
      return <BusinessFactsPlace channel={channel.value} business={screen.business} pluggedKeys={keys.keys.length} />;
    }
    case 'order':
    case 'query':
      return null;
  }
}
