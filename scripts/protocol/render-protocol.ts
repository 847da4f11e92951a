import { BOUNDARIES, type Boundary } from './boundaries.ts';
import { renderErrors } from './render-errors.ts';
import { renderOperation } from './render-operation.ts';
import { renderWire } from './render-wire.ts';
import { renderShapes } from './shapes.ts';

/** docs/protocol.md, from the contract alone: the same contract gives the same page, byte by byte. */
export function renderProtocol(): string {
  return [
    '# 协议 · Protocol',
    '',
    '<!-- Generated from shared/contract by `npm run docs`. Change the contract, not this page. -->',
    '',
    'Every operation of every boundary, as declared in `shared/contract`. Both sides of each boundary check by these schemas what they receive. A reply is `{"ok":true,"value":…}` or `{"ok":false,"error":{"code":…}}`.',
    '',
    renderWire(),
    ...BOUNDARIES.map(renderBoundary),
    renderShapes(),
    renderErrors(),
  ].join('\n');
}

function renderBoundary({ title, transport, contract, who }: Boundary): string {
  const operations = Object.entries(contract).map(([name, operation]) =>
    renderOperation({ name, operation, who: who(name) }),
  );
  return [`## ${title}`, '', transport, '', ...operations].join('\n');
}
