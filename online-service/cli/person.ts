import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkIdNumber } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { erasePerson } from '../personal-data/erase-person.ts';
import { exportPerson } from '../personal-data/export-person.ts';
import { personOf } from '../query/person-of.ts';
import type { ServiceTools } from './open-service-tools.ts';
import type { PersonCommand } from './read-person-arguments.ts';
import type { Told } from './told.ts';

export async function actOnPerson(tools: ServiceTools, { act, idKind }: PersonCommand, number: string): Promise<Told> {
  const today = chinaDate(tools.now());
  // The number is not repeated: terminals are logged.
  if (!checkIdNumber({ kind: idKind, text: number }, today).ok) return NOT_A_NUMBER;
  const person = personOf(tools.index, { kind: idKind, number }, today);
  switch (act) {
    case 'export':
      return exported(tools, person);
    case 'erase':
      return erased(tools, person);
  }
}

async function exported(tools: ServiceTools, person: string): Promise<Told> {
  const found = await exportPerson(tools, person);
  const count = found.orders.length;
  return {
    output: `${JSON.stringify(found, null, 2)}\n`,
    words: `导出 ${count} 笔订单。里面是个人信息，请妥善保管。 ${count} orders exported. They hold personal data: keep them safe.`,
    exitCode: 0,
  };
}

async function erased(tools: ServiceTools, person: string): Promise<Told> {
  const outcome = await erasePerson(tools, person);
  if ('unfinished' in outcome) {
    const numbers = outcome.unfinished.join('、');
    return {
      output: '',
      words: `没有删除：订单 ${numbers} 还没有办完，需要这些信息。请先办完或取消，再执行。\nNothing was erased: orders ${numbers} are not finished and need the data. Finish or cancel them first.`,
      exitCode: 1,
    };
  }
  const count = outcome.erased.length;
  return {
    output: outcome.erased.map((each) => `${each}\n`).join(''),
    words: `已删除 ${count} 笔订单中的个人信息；办理经过保留，不再能对应到人。 Personal data of ${count} orders erased; what happened to them is kept, without the person.`,
    exitCode: 0,
  };
}

const NOT_A_NUMBER: Told = {
  output: '',
  words:
    '这不是该类证件的号码，什么也没有做。请从标准输入给出号码，一行。\nThat is not a number of this kind of paper; nothing was done. Give the number on one line of standard input.',
  exitCode: 2,
};
