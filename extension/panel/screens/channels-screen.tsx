import { Button } from '../../ui/button.tsx';
import { ErrorLines } from '../../ui/environment/error-lines.tsx';
import { errorMessage, t } from '../../ui/i18n.ts';
import { ListRows } from '../../ui/list-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Panel } from '../panel-controller.ts';
import './channels-screen.css';

/** Only in a tab of its own: in a portal the portal says which channel it is. */
export function ChannelsScreen({ panel }: { readonly panel: Panel }) {
  return (
    <div class="channels">
      <p>{t('channels.text')}</p>
      <Channels panel={panel} />
    </div>
  );
}

function Channels({ panel }: { readonly panel: Panel }) {
  const { channels, channelId } = panel.state.value;
  if (channels.value) {
    if (channels.value.length === 0) return <Notice tone="plain" title={t('channels.none')} />;
    const rows = channels.value.map(({ id, name }) => ({ id, title: name, lang: 'zh-CN', chosen: id === channelId }));
    return <ListRows rows={rows} onChoose={panel.chooseChannel} />;
  }
  if (!channels.error) return <Skeleton blockSize={188} card />;
  return (
    <Notice tone="warn" title={errorMessage(channels.error).what} announced>
      <ErrorLines error={channels.error} />
      <div class="acts">
        <Button size="row" busy={channels.loading} onClick={panel.retryService}>
          {t('action.retry')}
        </Button>
      </div>
    </Notice>
  );
}
