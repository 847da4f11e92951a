import { parseSync } from 'vite';
import type { ProjectFile } from './project.ts';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

/** Every node of a file's syntax tree, parents first. */
export function nodesOf({ path, text }: ProjectFile): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
    } else if (isNode(value)) {
      nodes.push(value);
      for (const member of Object.values(value)) visit(member);
    }
  };
  visit(parseSync(path, text).program);
  return nodes;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** `src/a.ts:12`, for an error that can be clicked. */
export function place({ path, text }: ProjectFile, { start }: SyntaxNode): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}
