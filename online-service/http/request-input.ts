import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

/** Path, query and body are one input. A field that two of them name is refused: nobody could say which one counts. */
export function requestInput(request: FastifyRequest): { ok: true; value: Fields } | Failed {
  const { params, query, body } = request;
  if (body !== undefined && !isFields(body)) {
    return fail('INPUT_INVALID', { issues: [{ path: '', rule: 'invalid_type' }] });
  }
  const sources = [params, query, body].filter(isFields);
  const names = sources.flatMap((source) => Object.keys(source));
  if (new Set(names).size < names.length) {
    return fail('INPUT_INVALID', { issues: [{ path: '', rule: 'repeated_field' }] });
  }
  return { ok: true, value: Object.fromEntries(sources.flatMap((source) => Object.entries(source))) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
