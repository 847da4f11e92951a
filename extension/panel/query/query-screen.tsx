import { useLayoutEffect } from 'preact/hooks';
import type { Panel } from '../panel-controller.ts';
import type { QueryAim } from './query-aim.ts';
import './query.css';
import { queryDeskOf } from './query-desk-of.ts';
import type { QueryDesk } from './state/query-desk.ts';
import { useFocusOfQuery } from './use-focus-of-query.ts';
import { AskView } from './view/ask-view.tsx';
import { CodeView } from './view/code-view.tsx';
import { DetailsView } from './view/details-view.tsx';
import { OrdersView } from './view/orders-view.tsx';

export interface QueryScreenProps {
  readonly panel: Panel;
  readonly aim: QueryAim;
}

export function QueryScreen({ panel, aim }: QueryScreenProps) {
  const desk = queryDeskOf(panel);
  return desk ? <Query desk={desk} panel={panel} aim={aim} /> : null;
}

function Query({ desk, panel, aim }: QueryScreenProps & { readonly desk: QueryDesk }) {
  useLayoutEffect(() => desk.arrive(aim), [desk, aim]);
  useFocusOfQuery(desk);
  switch (desk.stage.value) {
    case 'ask':
      return <AskView desk={desk} panel={panel} />;
    case 'code':
      return <CodeView desk={desk} panel={panel} />;
    case 'orders':
      return desk.details.id.value === undefined ? (
        <OrdersView desk={desk} panel={panel} />
      ) : (
        <DetailsView desk={desk} panel={panel} />
      );
  }
}
