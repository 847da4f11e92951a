import { expect, test } from 'vitest';
import { blindIndex } from '../personal-data/blind-index.ts';
import { testMasterKeys } from '../testing/test-master-keys.ts';
import type { Limited } from './limit.ts';
import { LIMITS_OF } from './limits.ts';
import { withinLimits } from './within-limits.ts';

test('two requests that meet the same limits take them in the same order, whichever they name first', async () => {
  const tools = { index: blindIndex(testMasterKeys()), now: () => new Date(0) };
  const recipient = [LIMITS_OF.codesToRecipient, '13800138000'] as const;
  const channel = [LIMITS_OF.codesOfChannel, 'shangqiu-ggzy'] as const;
  const taken = async (wanted: Parameters<typeof withinLimits>[1]) => {
    const names: string[] = [];
    const store = {
      take: async (limited: readonly Limited[]) => {
        names.push(...limited.map(({ limit }) => limit.name));
        return 0;
      },
    };
    await withinLimits(store, wanted, tools);
    return names;
  };
  expect(await taken([recipient, channel])).toEqual(await taken([channel, recipient]));
});
