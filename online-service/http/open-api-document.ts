import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { publicError } from '@certbridge/shared/contract/result.ts';
import * as z from 'zod/mini';
import { SERVICE_VERSION } from '../version.ts';
import type { RoutedContract } from './operation-routes.ts';
import { STATUS_OF } from './status-of.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** What any operation here may answer beside its own errors. */
const EVERYWHERE = [
  'INPUT_INVALID',
  'MESSAGE_MALFORMED',
  'FRAME_TOO_LARGE',
  'ORIGIN_NOT_REGISTERED',
  'DEADLINE_EXCEEDED',
  'REPLY_INVALID',
  'REPLY_TOO_LARGE',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12: the contract's own, not a second description beside it. */
export function openApiDocument(contract: RoutedContract): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries(contract)) {
    const { method, path } = operation.route;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(name, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '证桥在线服务 CertBridge online service',
      version: SERVICE_VERSION,
      description: '面板与在线服务之间的全部操作。Every operation between the panel and the service.',
    },
    paths,
  };
}

function describe(name: string, operation: OnlineOperation) {
  const input = jsonSchema(operation.input, 'input');
  const { body, parameters } = splitInput(operation, input);
  return {
    operationId: name,
    summary: operation.summary,
    tags: [name.includes('.') ? name.slice(0, name.indexOf('.')) : 'service'],
    parameters,
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: { 200: { description: 'ok', content: json(okSchema(operation)) }, ...failures(operation) },
  };
}

function splitInput(operation: OnlineOperation, input: JsonSchema) {
  const properties = Object.entries((input['properties'] ?? {}) as Record<string, JsonSchema>);
  const required = (input['required'] ?? []) as string[];
  const inPath = new Set([...operation.route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const parameter = ([name, schema]: [string, JsonSchema]) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: required.includes(name),
    schema,
  });
  const isPath = ([name]: [string, JsonSchema]) => inPath.has(name);
  if (operation.route.method === 'GET') return { parameters: properties.map(parameter), body: undefined };
  const rest = properties.filter((property) => !isPath(property));
  const body = {
    ...input,
    properties: Object.fromEntries(rest),
    required: required.filter((name) => !inPath.has(name)),
  };
  return { parameters: properties.filter(isPath).map(parameter), body };
}

function okSchema(operation: OnlineOperation): JsonSchema {
  return envelope(true, { value: jsonSchema(operation.output, 'output') });
}

/** Errors by status: OpenAPI keeps one reply for each. */
function failures(operation: OnlineOperation) {
  const codes = [...new Set<ErrorCode>([...operation.errors, ...EVERYWHERE])];
  const byStatus = Object.groupBy(codes, (code) => String(STATUS_OF[code]));
  const replies = Object.entries(byStatus).map(([status, group = []]) => [
    status,
    { description: group.join(', '), content: json(failedSchema(group)) },
  ]);
  return Object.fromEntries(replies) as Record<string, unknown>;
}

function failedSchema(codes: readonly ErrorCode[]): JsonSchema {
  const error = jsonSchema(publicError, 'output');
  const properties = { ...(error['properties'] as JsonSchema), code: { type: 'string', enum: codes } };
  return envelope(false, { error: { ...error, properties } });
}

function envelope(good: boolean, rest: JsonSchema): JsonSchema {
  const required = ['ok', ...Object.keys(rest)];
  return { type: 'object', properties: { ok: { const: good }, ...rest }, required, additionalProperties: false };
}

function json(schema: JsonSchema) {
  return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return rest;
}
