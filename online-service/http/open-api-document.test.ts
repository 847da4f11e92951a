import { onlineContract } from '@certbridge/shared/contract/online.ts';
import { describe, expect, test } from 'vitest';
import { testContract } from '../testing/test-contract.ts';
import { openApiDocument } from './open-api-document.ts';
import { STATUS_OF } from './status-of.ts';

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: { 'application/json': { schema: Record<string, unknown> } } };
  readonly responses: Record<string, { description: string; content: { 'application/json': { schema: object } } }>;
}
type Paths = Record<string, Record<string, Described>>;

const pathsOf = (contract: Parameters<typeof openApiDocument>[0]) => openApiDocument(contract)['paths'] as Paths;

describe('the OpenAPI document is the contract', () => {
  const paths = pathsOf(onlineContract);

  test.each(Object.entries(onlineContract))('%s is described with its path, replies and errors', (name, operation) => {
    const described = paths[operation.route.path]?.[operation.route.method.toLowerCase()];
    expect(described?.operationId).toBe(name);
    expect(described?.responses['200']?.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['ok', 'value'],
      properties: { ok: { const: true }, value: { type: 'object' } },
    });
    for (const code of operation.errors) {
      expect(described?.responses[String(STATUS_OF[code])]?.description).toContain(code);
    }
  });

  test('nothing else is described', () => {
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(ids.sort()).toEqual(Object.keys(onlineContract).sort());
  });

  test('it is well formed: version, unique ids, every path parameter declared, every reference resolved', () => {
    const document = openApiDocument(onlineContract);
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: '0.1.0' } });
    for (const [path, methods] of Object.entries(paths)) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        const declared = parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map(({ name }) => name)).toEqual(wanted);
        expect(declared.every(({ required }) => required)).toBe(true);
      }
    }
    expect(JSON.stringify(document)).not.toMatch(/"\$(ref|schema|defs)"/);
  });

  test('a write has its fields in the body, except those in the path', () => {
    const described = pathsOf(testContract)['/v1/words/{id}']?.['post'];
    expect(described?.parameters.map(({ name }) => name)).toEqual(['id']);
    expect(described?.requestBody?.content['application/json'].schema).toMatchObject({
      required: ['word'],
      additionalProperties: false,
    });
    expect(described?.requestBody?.content['application/json'].schema['properties']).not.toHaveProperty('id');
  });
});
