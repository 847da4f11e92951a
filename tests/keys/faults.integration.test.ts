import { afterEach, describe, expect, it } from 'vitest';
import { Campaign, samplePlaces } from './campaign/campaign.ts';
import { openScenario, SCENARIOS, type Scenario } from './campaign/scenarios.ts';
import { openFaultModule } from './modules/fault.ts';

/** As many as a test run has time for; `npm run faults` cuts at every call. */
const CUTS_EACH = 8;
const SEED = 7;

let scenario: Scenario | undefined;
afterEach(() => scenario?.module.stop());

describe.each(SCENARIOS)('a key that is cut while its holder would %s', (name) => {
  it('works, keeps its certificates, and has nothing left over once the work went on', async () => {
    scenario = await openScenario(name, openFaultModule);
    const campaign = new Campaign(scenario);
    const calls = await campaign.countCalls();
    const every = Math.max(1, Math.floor(calls / CUTS_EACH));
    const result = await campaign.tryCuts(samplePlaces(calls, { every, seed: SEED }));
    expect(result).toMatchObject({ unusable: 0, orphaned: 0, lost: 0, failures: [] });
    expect(result.tried).toBeGreaterThan(CUTS_EACH / 2);
  });
});
