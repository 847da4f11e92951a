import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { errorMessage, t } from '../i18n.ts';

/** What it means and what to do, and last and small the code for the hotline. */
export function ErrorLines({ error }: { readonly error: PublicError }) {
  const { means, next } = errorMessage(error);
  return (
    <>
      <p>{means}</p>
      <p>{next}</p>
      <p class="cap">{codeLine(error)}</p>
    </>
  );
}

export function codeLine(error: PublicError): string {
  return t('sentence.code', { code: error.support ? `${error.code} · ${error.support}` : error.code });
}
