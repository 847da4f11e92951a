import { drawnRoutes } from '../drawn-routes.ts';
import { loginPage, receiptPage } from './pages.ts';
import { SHANGQIU_TEXTS } from './texts.ts';

/** The plain platform, without scripts. */
export const shangqiuRoutes = drawnRoutes({
  texts: SHANGQIU_TEXTS,
  loginPage,
  receiptPage,
  assets: new URL('./assets/', import.meta.url),
});
