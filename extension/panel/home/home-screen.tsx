import { now } from '../../ui/now.ts';
import { UnfinishedPlace } from '../order/order-places.tsx';
import type { Panel } from '../panel-controller.ts';
import { homeView } from '../state/home-view.ts';
import { BusinessesArea } from './businesses-area.tsx';
import { KeysArea } from './keys-area.tsx';

export function HomeScreen({ panel }: { readonly panel: Panel }) {
  const state = panel.state.value;
  const view = homeView(state, now.value);
  return (
    <>
      {state.unfinished && <UnfinishedPlace panel={panel} start={state.unfinished} />}
      <KeysArea view={view} channel={state.channel.value} panel={panel} />
      <BusinessesArea view={view.businesses} panel={panel} />
    </>
  );
}
