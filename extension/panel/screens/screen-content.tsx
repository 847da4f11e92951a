import { EnvironmentList } from '../../ui/environment/environment-list.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import type { Panel } from '../panel-controller.ts';
import { businessFacts } from '../state/business-facts.ts';
import { BusinessFacts } from './business-facts.tsx';
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
      const facts = channel.value && businessFacts(channel.value, screen.business);
      // Not offered here, or not known yet: the home screen says how things stand.
      if (!channel.value || !facts) return <HomeScreen panel={panel} />;
      return <BusinessFacts facts={facts} hotline={channel.value.hotline} pluggedKeys={keys.keys.length} />;
    }
  }
}
