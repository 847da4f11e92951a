import type { Panel } from '../../panel-controller.ts';
import type { QueryDesk } from '../state/query-desk.ts';

/** For somebody else. What was put down with this person's token goes too. */
export function leavePerson(desk: QueryDesk, panel: Pick<Panel, 'state' | 'setUnfinished'>): void {
  const token = desk.session.token.peek();
  desk.leave();
  const { unfinished } = panel.state.peek();
  const used = unfinished?.kind === 'draft' ? unfinished.personToken : unfinished?.token;
  if (token !== undefined && used === token) panel.setUnfinished(undefined);
}
