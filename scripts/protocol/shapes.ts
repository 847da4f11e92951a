import { hostState } from '@certbridge/shared/contract/host-state.ts';
import { keyEvent, keyList, moduleTrouble } from '@certbridge/shared/contract/key-events.ts';
import { inputIssue, publicError } from '@certbridge/shared/contract/result.ts';
import { certificateSummary } from '@certbridge/shared/domain/certificate.ts';
import { channel } from '@certbridge/shared/domain/channel.ts';
import { keyDetails, keySummary, pinStatus } from '@certbridge/shared/domain/key.ts';
import * as z from 'zod/mini';
import { prettyJson } from './pretty-json.ts';

/** Shapes that several operations use, described once. */
const SHAPES = new Map<z.core.$ZodType, string>([
  [publicError, 'error'],
  [inputIssue, 'input-issue'],
  [hostState, 'host-state'],
  [keyList, 'key-list'],
  [keyEvent, 'key-event'],
  [moduleTrouble, 'module-trouble'],
  [keySummary, 'key-summary'],
  [keyDetails, 'key-details'],
  [pinStatus, 'pin-status'],
  [certificateSummary, 'certificate-summary'],
  [channel, 'channel'],
]);

/** The JSON Schema of a type as a folded block, with references to the shapes. */
export function schema(title: string, type: z.core.$ZodType): string {
  const name = SHAPES.get(type);
  if (name) return `${title}: [\`${name}\`](#shape-${name})\n`;
  const described = describe(type);
  const text = prettyJson(described);
  if (text === EMPTY_OBJECT) return `${title}: \`{}\`\n`;
  return `<details><summary>${title}</summary>\n\n\`\`\`json\n${text}\n\`\`\`\n\n</details>\n`;
}

export function renderShapes(): string {
  const shapes = [...SHAPES].flatMap(([type, name]) => [
    `### <a id="shape-${name}"></a>\`${name}\``,
    '',
    `\`\`\`json\n${prettyJson(describe(type))}\n\`\`\``,
    '',
  ]);
  return ['## 共用的形状 · Shared shapes', '', ...shapes].join('\n');
}

function describe(type: z.core.$ZodType): object {
  const { $schema, ...described } = z.toJSONSchema(type, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const name = zodSchema === type ? undefined : SHAPES.get(zodSchema);
      if (!name) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.$ref = `#shape-${name}`;
    },
  });
  return described;
}

const EMPTY_OBJECT = '{ "type": "object", "properties": {}, "additionalProperties": false }';
