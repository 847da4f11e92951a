import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../online-service/testing/temporary-folder.ts';
import { runStorm } from './run-storm.ts';
import { disbelieved } from './storm-lines.ts';

const SIZE = { seed: 7, payments: 60, notifications: 600, processes: 2, mostPerSecond: 80 };

/** Processes start again and again, on a machine that may be busy with other things. */
const WITHIN_MS = 180_000;

test(
  'every paid order is settled once and no unpaid one, whatever arrives and whoever dies',
  async () => {
    const report = await runStorm(SIZE, { dir: await temporaryFolder(), told: () => undefined });
    expect(report.wrong).toEqual([]);
    expect(report).toMatchObject({
      unsettled: 0,
      settledTwice: 0,
      settledUnpaid: 0,
      difference: 0,
      ledgerSum: 0,
      left: 0,
    });
    expect(report.tally).toMatchObject({ sent: SIZE.notifications, forgedAccepted: 0, alteredAccepted: 0 });
    expect(disbelieved(report)).toBe(0);
    expect(report.kills).toBeGreaterThan(0);
    expect(report.receipts['settled']).toBeGreaterThan(SIZE.payments / 2);
  },
  WITHIN_MS,
);
