import type { Panel } from '../panel-controller.ts';
import type { QueryAim } from './query-aim.ts';

/** From wherever an order is in the way: to the query, filled in as far as is known. It travels in memory only. */
export function openQuery(panel: Pick<Panel, 'go'>, aim: QueryAim = {}): void {
  panel.go({ name: 'query', aim });
}
