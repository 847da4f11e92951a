import type { ComponentChildren } from 'preact';
import '../card.css';
import { t } from '../i18n.ts';
import { Skeleton } from '../skeleton.tsx';
import './table.css';
import { type Sorting, TableHead } from './table-head.tsx';

export interface Column<Row> {
  readonly id: string;
  /** With its unit: 金额（元）. */
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers end at the end. */
  readonly align?: 'end';
  /** In the last row, of all rows. */
  readonly sum?: ComponentChildren;
  readonly sortable?: boolean;
}

export type TableContent<Row> =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  /** As many as are expected, so that nothing moves when they come. */
  | { readonly kind: 'loading'; readonly rows: number }
  | { readonly kind: 'empty' | 'failed'; readonly said: ComponentChildren };

export interface TableProps<Row> {
  /** What it lists. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly content: TableContent<Row>;
  readonly keyOf: (row: Row) => string;
  readonly sorting?: Sorting | undefined;
}

export function Table<Row>({ name, columns, content, keyOf, sorting }: TableProps<Row>) {
  // Wider than the screen, it is scrolled by the keyboard as well.
  const scrollable = { tabIndex: 0, role: 'region', 'aria-label': name } as const;
  const summed = columns.some(({ sum }) => sum !== undefined);
  return (
    <div class="card tbl" {...scrollable}>
      <table aria-busy={content.kind === 'loading'}>
        <caption class="sr">{name}</caption>
        <TableHead columns={columns} sorting={sorting} />
        <tbody>
          <Rows columns={columns} content={content} keyOf={keyOf} />
        </tbody>
        {summed && content.kind === 'rows' && (
          <tfoot>
            <tr>
              {columns.map(({ id, align, sum }) => (
                <td key={id} class={align}>
                  {sum}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Rows<Row>({ columns, content, keyOf }: Pick<TableProps<Row>, 'columns' | 'content' | 'keyOf'>) {
  switch (content.kind) {
    case 'rows':
      return (
        <>
          {content.rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, align, cell }) => (
                <td key={id} class={align}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </>
      );
    case 'loading':
      return (
        <>
          {Array.from({ length: content.rows }, (_, index) => (
            <tr key={index}>
              <td colSpan={columns.length}>
                {index === 0 && <span class="sr">{t('part.tableLoading')}</span>}
                <Skeleton blockSize={16} />
              </td>
            </tr>
          ))}
        </>
      );
    case 'empty':
    case 'failed':
      return (
        <tr>
          <td class="said" colSpan={columns.length}>
            <div role={content.kind === 'failed' ? 'status' : undefined}>{content.said}</div>
          </td>
        </tr>
      );
  }
}
