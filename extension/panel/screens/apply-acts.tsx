import { ActsBar } from '../../ui/acts-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/i18n.ts';
import { type ApplicationName, isApplication } from '../order/state/order-start.ts';
import type { Panel } from '../panel-controller.ts';
import type { PanelState, Unfinished } from '../state/panel-state.ts';

/** Below the facts of a business that can be applied for here: the way into its form, or back into it. */
export function ApplyActs({ panel }: { readonly panel: Panel }) {
  const state = panel.state.value;
  const business = applicableBusiness(state);
  if (!business) return null;
  const begin = () => panel.go({ name: 'order', start: { kind: 'new', business } });
  const unfinished = state.unfinished && businessOf(state.unfinished) === business ? state.unfinished : undefined;
  return (
    <ActsBar>
      <div class="acts-row">
        {unfinished && (
          <Button size="action" onClick={begin}>
            {t('facts.beginAnew')}
          </Button>
        )}
        <Button
          kind="primary"
          size="action"
          wide
          onClick={unfinished ? () => panel.go({ name: 'order', start: unfinished }) : begin}
        >
          {unfinished ? t('facts.continue') : t('facts.begin')}
        </Button>
      </div>
      <p class="acts-line cap">{t('facts.beginNext')}</p>
    </ActsBar>
  );
}

function applicableBusiness({ screen, channel }: PanelState): ApplicationName | undefined {
  if (screen.name !== 'facts' || !isApplication(screen.business)) return undefined;
  const offer = channel.value?.offers.find((one) => one.business === screen.business);
  return offer && offer.onPaper !== 'only' ? screen.business : undefined;
}

function businessOf(unfinished: Unfinished): string {
  return unfinished.kind === 'draft' ? unfinished.draft.business : unfinished.order.business;
}
