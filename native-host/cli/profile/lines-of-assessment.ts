import type { Noticed, ObservedPlugging } from '../../profiles/observed-plugging.ts';
import type { Assessment, FoundKey } from './found-keys.ts';
import { linesOfKey } from './lines-of-key.ts';

const NOTICED: { readonly [How in Noticed]: string } = {
  polling: '✓ 再查一次就知道 · noticed when asked again',
  reinitialize: '✓ 重新初始化后才知道 · noticed only after C_Initialize',
  never: '✗ 一直不知道 · never noticed',
};

export function linesOfAssessment({ report, key, profile }: FoundKey, assessment: Assessment): string[] {
  const { plugging } = assessment;
  return [
    ...linesOfKey(report, key),
    ...(plugging ? linesOfPlugging(plugging) : []),
    ...(profile ? [`  配置 · profile: ${profile.id} (${profile.status})`] : []),
    ...assessment.differences.map((one) => `  ✗ ${one}`),
    '',
    JSON.stringify(assessment.draft, null, 2),
    '',
  ];
}

function linesOfPlugging({ pulled, plugged, event, session }: ObservedPlugging): string[] {
  return [
    `  拔出 · pulled: ${NOTICED[pulled]}`,
    `  插入 · plugged: ${NOTICED[plugged]}`,
    `  插拔通知 · an event told of it: ${event ? '✓' : '✗'}`,
    `  拔出后旧会话回答 · an open session then says: ${session}`,
  ];
}
