import type { Logger } from 'pino';
import type { LinkTools } from '../links/new-link.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import type { MaterialStore } from './store/material-store.ts';

export interface MaterialTools extends OrderTools, LinkTools {
  readonly materials: MaterialStore;
  readonly log: Logger;
}
