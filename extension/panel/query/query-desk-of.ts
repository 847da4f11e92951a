import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { Panel } from '../panel-controller.ts';
import { createQueryDesk, type QueryDesk } from './state/query-desk.ts';

const desks = new WeakMap<Panel, QueryDesk>();

/** One for each panel, from the first visit on; undefined while the panel does not know its service. */
export function queryDeskOf(panel: Panel): QueryDesk | undefined {
  const known = desks.get(panel);
  if (known) return known;
  const service = panel.online(onlineContract);
  if (!service) return undefined;
  const desk = createQueryDesk(service, panel.clock);
  desks.set(panel, desk);
  return desk;
}
