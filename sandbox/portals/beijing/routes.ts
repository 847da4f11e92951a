import { drawnRoutes } from '../drawn-routes.ts';
import { loginPage, receiptPage } from './pages.ts';
import { BEIJING_TEXTS } from './texts.ts';

/** The unfriendly platform: its policy lets in nobody else, and its styles spoil whatever came in all the same. */
export const beijingRoutes = drawnRoutes({
  texts: BEIJING_TEXTS,
  loginPage,
  receiptPage,
  assets: new URL('./assets/', import.meta.url),
});
