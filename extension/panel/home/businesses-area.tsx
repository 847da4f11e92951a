import { Button } from '../../ui/button.tsx';
import { ErrorLines } from '../../ui/environment/error-lines.tsx';
import { errorMessage, t } from '../../ui/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type TileItem, Tiles } from '../../ui/tiles.tsx';
import { BUSINESS_ICONS } from '../business-icons.ts';
import type { Panel } from '../panel-controller.ts';
import { openQuery } from '../query/open-query.ts';
import type { BusinessesView } from '../state/home-view.ts';
import './businesses-area.css';
import { tileText } from './tile-text.ts';

export function BusinessesArea({ view, panel }: { readonly view: BusinessesView; readonly panel: Panel }) {
  return (
    <section>
      <SectionHead>{t('home.businesses')}</SectionHead>
      <Businesses view={view} panel={panel} />
    </section>
  );
}

function Businesses({ view, panel }: { readonly view: BusinessesView; readonly panel: Panel }) {
  switch (view.kind) {
    case 'loading':
      return <LoadingTiles />;
    case 'failed':
      return (
        <Notice tone="warn" title={errorMessage(view.error).what} announced>
          <ErrorLines error={view.error} />
          <div class="acts">
            <Button size="row" busy={view.retrying} onClick={panel.retryService}>
              {t('action.retry')}
            </Button>
          </div>
        </Notice>
      );
    case 'tiles':
      return <BusinessTiles view={view} panel={panel} />;
  }
}

interface BusinessTilesProps {
  readonly view: Extract<BusinessesView, { kind: 'tiles' }>;
  readonly panel: Panel;
}

/** Orders can be looked for in every channel, whatever it offers. */
const QUERY = 'query';

function BusinessTiles({ view, panel }: BusinessTilesProps) {
  const items: TileItem[] = view.tiles.map(({ business, fact }) => ({
    id: business,
    icon: BUSINESS_ICONS[business],
    title: t(`business.${business}`),
    text: tileText(fact),
  }));
  items.push({ id: QUERY, icon: 'search', title: t('home.query'), text: t('tile.query') });
  const choose = (id: string) => {
    if (id === QUERY) openQuery(panel);
    const tile = view.tiles.find(({ business }) => business === id);
    if (tile) panel.go({ name: 'facts', business: tile.business });
  };
  return <Tiles label={t('home.businesses')} items={items} onChoose={choose} />;
}

const USUAL_NUMBER = 6;

function LoadingTiles() {
  return (
    <div class="tiles">
      <span class="sr">{t('home.businessesLoading')}</span>
      {Array.from({ length: USUAL_NUMBER }, (_, index) => (
        <Skeleton key={index} blockSize={52} card />
      ))}
    </div>
  );
}
