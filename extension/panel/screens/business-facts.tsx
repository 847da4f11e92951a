import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import '../../ui/card.css';
import { t, tParts } from '../../ui/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { OnlineLater } from '../../ui/online-later.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { isApplication } from '../order/state/order-start.ts';
import { businessFacts, type BusinessFacts as Facts } from '../state/business-facts.ts';
import './business-facts.css';
import { FactCard } from './fact-card.tsx';
import { PriceCard } from './price-card.tsx';

export interface BusinessFactsProps {
  readonly channel: Channel;
  readonly business: BusinessName;
  readonly pluggedKeys: number;
}

/** What to know before doing this business in this channel: when, what it costs, what to bring, how long. */
export function BusinessFacts({ channel, business, pluggedKeys }: BusinessFactsProps) {
  const facts = businessFacts(channel, business);
  if (!facts) return null;
  return (
    <div class="facts">
      <FactCard icon="info" title={t('facts.forWhom')}>
        <p>{whenText(facts)}</p>
        {facts.needsKey && <p>{t('facts.needKey')}</p>}
        {facts.needsKey && (
          <p class="cap">{pluggedKeys > 0 ? t('facts.keyPlugged', { count: pluggedKeys }) : t('facts.keyMissing')}</p>
        )}
      </FactCard>
      <PriceCard price={facts.price} paymentWays={facts.paymentWays} onlyOnPaper={facts.onPaper === 'only'} />
      <MaterialsCard facts={facts} />
      <TimeCard facts={facts} />
      {facts.verifications.length > 0 && (
        <FactCard icon="shield" title={t('facts.verification')}>
          {facts.verifications.map(({ who, ways }) => (
            <div key={who} class="part">
              <h3>{t(`verified.${who}`)}</h3>
              <ul class="dots">
                {ways.map((way) => (
                  <li key={way}>{t(`verification.${way}`)}</li>
                ))}
              </ul>
            </div>
          ))}
        </FactCard>
      )}
      {facts.onPaper === 'also' && (
        <FactCard icon="doc" title={t('facts.onPaperTitle')}>
          <p>{t('facts.onPaperAlso')}</p>
        </FactCard>
      )}
      <WhatNext facts={facts} phone={channel.hotline.phone} />
    </div>
  );
}

function whenText({ business, renewal, needsKey }: Facts): string {
  if (business !== 'renew') return t(`when.${business}`);
  const values = { before: renewal.daysBeforeEnd, after: renewal.daysAfterEnd };
  return needsKey ? t('when.renew', values) : t('when.renewHosted', values);
}

function MaterialsCard({ facts }: { readonly facts: Facts }) {
  if (facts.onPaper === 'only' && facts.materials.length === 0) return null;
  const size = (facts.materialLimitBytes / (1024 * 1024)).toFixed(1);
  return (
    <FactCard icon="doc" title={t('facts.materials')}>
      {facts.materials.length === 0 ? (
        <p>{t('facts.noMaterials')}</p>
      ) : (
        <>
          <ol class="dots">
            {facts.materials.map(({ material, onlyFor }) => (
              <li key={material}>
                {t(`material.${material}`)}
                {onlyFor.length > 0 && <small lang="zh-CN">{onlyFor.join('、')}</small>}
              </li>
            ))}
          </ol>
          {facts.onPaper !== 'only' && <p class="cap">{t('facts.materialLimit', { size })}</p>}
        </>
      )}
    </FactCard>
  );
}

function TimeCard({ facts }: { readonly facts: Facts }) {
  const { review, posting, onPaper } = facts;
  if (!review && onPaper === 'only') return null;
  return (
    <FactCard icon="clock" title={t('facts.time')}>
      <p>{reviewText(review)}</p>
      {posting?.workingDays !== undefined && <p>{t('facts.posted', { days: posting.workingDays })}</p>}
      {posting?.text && (
        <p class="cap" lang="zh-CN">
          {posting.text}
        </p>
      )}
    </FactCard>
  );
}

function reviewText(review: Facts['review']): string {
  if (!review) return t('facts.noReview');
  return review.from === review.to ? t('facts.reviewDays', { days: review.to }) : t('facts.reviewRange', review);
}

/** What can be applied for here has its way on below. */
function WhatNext({ facts, phone }: { readonly facts: Facts; readonly phone: string }) {
  if (facts.onPaper !== 'only' && isApplication(facts.business)) return null;
  return facts.onPaper === 'only' ? (
    <Notice tone="info" title={t('facts.onPaperTitle')}>
      <p>
        <Sentence parts={tParts('facts.onPaperOnly', { phone })} />
      </p>
    </Notice>
  ) : (
    <Notice tone="info" title={t('facts.laterTitle')}>
      <p>
        <OnlineLater phone={phone} />
      </p>
    </Notice>
  );
}
