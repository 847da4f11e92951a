import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { chosenProduct } from '@certbridge/shared/domain/form/form-sections.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import { ot } from '../../../ui/form-words.ts';
import type { OrderSession } from '../state/order-session.ts';
import { askedFor } from './fields-of-page.ts';
import { OfferedChoice } from './offered-choice.tsx';

type Product = Channel['products'][number];

/** Everything that makes up the product. What each choice costs is told by the service, below. */
export function ProductFields({ session }: { readonly session: OrderSession }) {
  const { channel, holder } = session.applied;
  const products = channel.products.filter((product) => product.holder === holder);
  const product = chosenProduct({ ...session.applied, fields: session.form.values.value });
  return (
    <>
      <OfferedChoice
        session={session}
        name="product.id"
        choices={products.map((one) => ({
          value: one.id,
          title: one.name,
          lang: 'zh-CN',
          text: productText(one, session.applied.offer.fixedPrice === undefined),
        }))}
      />
      {product && <Details session={session} product={product} />}
    </>
  );
}

function Details({ session, product }: { readonly session: OrderSession; readonly product: Product }) {
  return (
    <>
      <OfferedChoice
        session={session}
        name="product.years"
        choices={product.years.map((years) => ({ value: String(years), title: ot('product.years', { years }) }))}
      />
      {askedFor(session, 'product.key') !== 'no' && (
        <OfferedChoice
          session={session}
          name="product.key"
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            title: ot(`product.key.${value}`),
            text: ot(`product.keyText.${value}`),
          }))}
        />
      )}
      {askedFor(session, 'product.seal') !== 'no' && !hasNoSeal(product) && (
        <OfferedChoice
          session={session}
          name="product.seal"
          choices={product.seals.map((value) => ({
            value,
            title: ot(`seal.${value}`),
            text: ot(`seal.text.${value}`),
          }))}
        />
      )}
    </>
  );
}

/** Then there is nothing to say about seals either. */
function hasNoSeal({ seals }: Product): boolean {
  return seals.length === 1 && seals[0] === 'none';
}

/** Where the business has a price of its own, that of the product is not asked. */
function productText({ carrier, keyRole, price }: Product, priced: boolean): string {
  const kind = ot(`product.kind.${carrier === 'hosted' ? carrier : (keyRole ?? 'main')}`);
  return priced ? ot('product.priced', { price: yuan(price.certificatePerYear), kind }) : kind;
}
