import { Icon } from '../icon.tsx';

export interface Sorting {
  /** The id of a column. */
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
  readonly onSort: (by: string, direction: 'ascending' | 'descending') => void;
}

export interface HeadColumn {
  readonly id: string;
  readonly name: string;
  readonly align?: 'end';
  readonly sortable?: boolean;
}

export interface TableHeadProps {
  readonly columns: readonly HeadColumn[];
  readonly sorting?: Sorting | undefined;
}

export function TableHead({ columns, sorting }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            class={column.align}
            aria-sort={sorting?.by === column.id ? sorting.direction : undefined}
          >
            {sorting && column.sortable ? <SortButton column={column} sorting={sorting} /> : column.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The arrow is there, unseen, before it is needed: no column changes its width. */
function SortButton({ column, sorting }: { readonly column: HeadColumn; readonly sorting: Sorting }) {
  const here = sorting.by === column.id;
  const up = here && sorting.direction === 'ascending';
  return (
    <button
      type="button"
      class={here ? `sort ${up ? 'up' : 'down'}` : 'sort'}
      onClick={() => sorting.onSort(column.id, up ? 'descending' : 'ascending')}
    >
      {column.name}
      <Icon name="down" small />
    </button>
  );
}
