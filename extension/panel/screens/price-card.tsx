import { t } from '../../ui/i18n.ts';
import { type MoneyLine, MoneyLines } from '../../ui/money-lines.tsx';
import type { PaymentWay, PriceFacts, ProductPrice } from '../state/business-facts.ts';
import { FactCard } from './fact-card.tsx';

export interface PriceCardProps {
  readonly price: PriceFacts;
  readonly paymentWays: readonly PaymentWay[];
  /** On paper there is nothing to say about paying online. */
  readonly onlyOnPaper: boolean;
}

export function PriceCard({ price, paymentWays, onlyOnPaper }: PriceCardProps) {
  return (
    <FactCard icon="yuan" title={t('facts.price')}>
      <Prices price={price} />
      {(paymentWays.length > 0 || !onlyOnPaper) && <p class="cap">{paymentText(paymentWays)}</p>}
    </FactCard>
  );
}

function Prices({ price }: { readonly price: PriceFacts }) {
  switch (price.kind) {
    case 'by-order':
      return <p>{t('facts.orderPrice')}</p>;
    case 'fixed':
      return price.amount === 0 ? (
        <p>{t('facts.free')}</p>
      ) : (
        <MoneyLines lines={[{ name: t('facts.fixed'), amount: price.amount }]} />
      );
    case 'renewal':
      return (
        <MoneyLines
          lines={price.products.map(({ name, perYear }) => ({
            name: price.products.length > 1 ? name : t('price.renewTotal'),
            amount: perYear,
          }))}
        />
      );
    case 'products':
      return (
        <>
          {price.products.map((product) => (
            <div key={product.id} class="part">
              <h3 lang="zh-CN">{product.name}</h3>
              <MoneyLines lines={linesOf(product)} total={{ name: totalName(product.years), amount: product.least }} />
            </div>
          ))}
        </>
      );
  }
}

function linesOf({ certificatePerYear, key, seal }: ProductPrice): MoneyLine[] {
  const lines = [{ name: t('price.certificate'), amount: certificatePerYear }];
  if (key) lines.push({ name: t(key.optional ? 'price.keyOptional' : 'price.key'), amount: key.amount });
  if (seal) lines.push({ name: t(seal.optional ? 'price.sealOptional' : 'price.seal'), amount: seal.amount });
  return lines;
}

function totalName(years: number): string {
  return years === 1 ? t('price.least') : t('price.leastYears', { years });
}

function paymentText(ways: readonly PaymentWay[]): string {
  if (ways.length === 0) return t('facts.noPayment');
  return t('facts.payment', { ways: ways.map((way) => t(`payment.${way}`)).join(t('list.separator')) });
}
