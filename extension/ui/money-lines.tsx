import { type Fen, yuan } from '@certbridge/shared/domain/money.ts';
import './money-lines.css';

export interface MoneyLine {
  readonly name: string;
  readonly amount: Fen;
}

export interface MoneyLinesProps {
  readonly lines: readonly MoneyLine[];
  readonly total?: MoneyLine | undefined;
}

/** Amounts in yuan, right-aligned; the unit stands once, in the heading. */
export function MoneyLines({ lines, total }: MoneyLinesProps) {
  return (
    <dl class="money">
      {lines.map((line) => (
        <Row key={line.name} line={line} />
      ))}
      {total && <Row line={total} total />}
    </dl>
  );
}

function Row({ line, total = false }: { readonly line: MoneyLine; readonly total?: boolean }) {
  return (
    <div class={total ? 'total' : ''}>
      <dt>{line.name}</dt>
      <dd>{yuan(line.amount)}</dd>
    </div>
  );
}
