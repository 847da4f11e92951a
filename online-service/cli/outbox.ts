import { parseArgs } from 'node:util';
import type { OutboxDesk } from '../outbox/outbox-desk.ts';
import { textTable } from './text-table.ts';
import type { Told } from './told.ts';

export type OutboxCommand =
  | { readonly act: 'list'; readonly json: boolean }
  | { readonly act: 'retry'; readonly id: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_LISTED = 500;
const HOUR_MS = 3_600_000;

/** What follows `outbox`; undefined for anything that is not in the usage. */
export function readOutboxArguments(given: readonly string[]): OutboxCommand | undefined {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    const [act, id = '', ...more] = positionals;
    if (more.length > 0) return undefined;
    if (act === 'list' && id === '') return { act, json: values.json ?? false };
    return act === 'retry' && UUID.test(id) && values.json === undefined ? { act, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Messages that have not left: which, how often tried, and why; neither for whom nor what they say. */
export async function actOnOutbox(desk: OutboxDesk, command: OutboxCommand, now: Date): Promise<Told> {
  switch (command.act) {
    case 'list':
      return listed(desk, command.json, now);
    case 'retry':
      return (await desk.retry(command.id)) ? RETRIED : NOT_STUCK;
  }
}

async function listed(desk: OutboxDesk, json: boolean, now: Date): Promise<Told> {
  const messages = await desk.list(MOST_LISTED);
  const rows = messages.map(({ id, kind, template = '—', tries, since, fault = '—', isStuck }) => {
    const hours = Math.floor((now.getTime() - since.getTime()) / HOUR_MS);
    return { id, kind, template, standing: isStuck ? 'stuck' : 'waiting', tries, hours, fault };
  });
  const head = ['ID', '方式 kind', '模板 template', '状态 standing', '次数 tries', '小时 hours', '故障 fault'];
  const cells = rows.map((row) => [
    row.id,
    row.kind,
    row.template,
    row.standing === 'stuck' ? '搁置 stuck' : '等待 waiting',
    String(row.tries),
    String(row.hours),
    row.fault,
  ]);
  const stuck = messages.filter(({ isStuck }) => isStuck).length;
  return {
    output: json ? `${JSON.stringify(rows, null, 2)}\n` : rows.length > 0 ? textTable(head, cells) : '',
    words: `${stuck} 条搁置，${rows.length - stuck} 条等待。 ${stuck} stuck, ${rows.length - stuck} waiting.`,
    exitCode: 0,
  };
}

const RETRIED: Told = {
  output: '',
  words: '已安排重新发送。\nIt will be sent once more.',
  exitCode: 0,
};
const NOT_STUCK: Told = {
  output: '',
  words:
    '什么也没有做：没有这个编号的搁置消息。请用 outbox list 查看。\nNothing was done: no stuck message of this id. See outbox list.',
  exitCode: 1,
};
