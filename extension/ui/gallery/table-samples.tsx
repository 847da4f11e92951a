import { signal } from '@preact/signals';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { type Column, Table } from '../table/table.tsx';
import type { Sorting } from '../table/table-head.tsx';

interface Row {
  readonly number: string;
  readonly unit: string;
  readonly amount: string;
  readonly created: string;
}

const sortedBy = signal<Pick<Sorting, 'by' | 'direction'>>({ by: 'number', direction: 'descending' });

export function TableSamples() {
  const { by, direction } = sortedBy.value;
  const sorted = ROWS.toSorted((one, other) => {
    const order = by === 'amount' ? Number(one.amount) - Number(other.amount) : one.number.localeCompare(other.number);
    return direction === 'ascending' ? order : -order;
  });
  return (
    <>
      <Table
        name="订单"
        columns={COLUMNS}
        keyOf={keyOf}
        content={{ kind: 'rows', rows: sorted }}
        sorting={{ by, direction, onSort: sort }}
      />
      <div class="grid">
        <Table name="订单，正在读取" columns={COLUMNS} keyOf={keyOf} content={{ kind: 'loading', rows: 3 }} />
        <Table name="订单，没有" columns={COLUMNS} keyOf={keyOf} content={{ kind: 'empty', said: '还没有订单。' }} />
        <Table name="订单，读不到" columns={COLUMNS} keyOf={keyOf} content={{ kind: 'failed', said: failed }} />
      </div>
    </>
  );
}

function sort(by: string, direction: Sorting['direction']): void {
  sortedBy.value = { by, direction };
}

const keyOf = ({ number }: Row) => number;

const COLUMNS: readonly Column<Row>[] = [
  { id: 'number', name: '订单号', cell: ({ number }) => number, sortable: true, sum: '合计' },
  { id: 'unit', name: '单位', cell: ({ unit }) => unit },
  { id: 'state', name: '状态', cell: () => <Chip tone="warn" icon="yuan" word="待付款" /> },
  { id: 'amount', name: '金额（元）', align: 'end', cell: ({ amount }) => amount, sortable: true, sum: '1000.00' },
  { id: 'created', name: '提交时间', align: 'end', cell: ({ created }) => created },
];

const ROWS: readonly Row[] = [
  { number: '251121-00042', unit: '示例建设工程有限公司', amount: '500.00', created: '11-21 10:31' },
  { number: '251119-00017', unit: '示例建设工程有限公司', amount: '200.00', created: '11-19 15:20' },
  { number: '251118-00006', unit: '示例机电安装有限公司', amount: '300.00', created: '11-18 09:05' },
];

const failed = (
  <>
    <p>连不上线上服务，订单都还在。</p>
    <Button size="row" onClick={() => undefined}>
      重试
    </Button>
  </>
);
