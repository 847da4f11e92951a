import type { AnyOperation } from '@certbridge/shared/contract/operation.ts';
import { schema } from './shapes.ts';

export interface NamedOperation {
  readonly name: string;
  readonly who: string;
  readonly operation: AnyOperation;
}

export function renderOperation({ name, who, operation }: NamedOperation): string {
  const errors = operation.errors.map((code) => `[\`${code}\`](#errors)`).join(', ');
  return [
    `### \`${name}\``,
    '',
    operation.summary,
    '',
    `- 谁 who: ${who}`,
    `- 时限 time limit: ${timeLimit(operation)}`,
    `- 大小 size: request ≤ ${bytes(operation.sizeLimitBytes.request)}, reply ≤ ${bytes(operation.sizeLimitBytes.reply)}`,
    `- 错误 errors: ${errors || '—'} (and the common ones)`,
    '',
    schema('input', operation.input),
    schema('output', operation.output),
    ...(operation.event ? [schema('event', operation.event)] : []),
  ].join('\n');
}

export function bytes(count: number): string {
  return count % 1024 === 0 ? `${count / 1024} KiB` : `${count} B`;
}

function timeLimit({ timeLimitMs }: AnyOperation): string {
  return timeLimitMs === 'until-cancelled' ? 'until cancelled' : `${timeLimitMs / 1000} s`;
}
