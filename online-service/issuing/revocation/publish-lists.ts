import type { DueDone, DueWork } from '../../jobs/due-work.ts';
import type { IssuingTools } from '../built-in/issuing-tools.ts';
import type { Authority } from '../open-authorities.ts';
import type { ListStanding } from './revocation-store.ts';
import { writeCrl } from './write-crl.ts';

const HOUR_MS = 3_600_000;
const SCHEDULE_MS = 24 * HOUR_MS;
/** Longer than the schedule, so that a day without us harms nobody. */
const FULL_VALID_MS = 72 * HOUR_MS;
const DELTA_VALID_MS = 26 * HOUR_MS;
/** RFC 5280, 3.3: an entry stays until a list after the end of its certificate has shown it. */
const SHOWN_AFTER_END_MS = 30 * 24 * HOUR_MS;

/** Lists of each authority: once a day, and as soon as something was revoked. */
export function publishLists(tools: IssuingTools): DueWork {
  return {
    name: 'publish-revocation-lists',
    async run(): Promise<DueDone> {
      let done = 0;
      for (const authority of tools.authorities.of.values()) {
        if (await publishIfDue(tools, authority)) done += 1;
      }
      return { done, more: false };
    },
  };
}

async function publishIfDue(tools: IssuingTools, authority: Authority): Promise<boolean> {
  const standing = await tools.transact(({ revocationLists }) => revocationLists.standing(authority.algorithm));
  const { lastScheduled } = standing;
  const thisUpdate = tools.now();
  const scheduled = !lastScheduled || thisUpdate.getTime() - lastScheduled.thisUpdate.getTime() >= SCHEDULE_MS;
  if (!scheduled && !standing.unlisted) return false;
  return publish(tools, authority, { standing, scheduled, thisUpdate });
}

interface Publication {
  readonly standing: ListStanding;
  readonly scheduled: boolean;
  readonly thisUpdate: Date;
}

/** Full list and delta of one publication have one number (RFC 5280, 5.2.3). */
async function publish(tools: IssuingTools, authority: Authority, publication: Publication): Promise<boolean> {
  const { standing, scheduled, thisUpdate } = publication;
  const { algorithm, key, name, addresses } = authority;
  const validAfter = new Date(thisUpdate.getTime() - SHOWN_AFTER_END_MS);
  const entries = await tools.transact(({ revocationLists }) => revocationLists.entries(algorithm, validAfter));
  const number = standing.latest + 1;
  const base = standing.lastScheduled?.number ?? number;
  const since = entries.filter(({ listedIn }) => listedIn === undefined || listedIn > base);
  const common = { issuer: name, number, thisUpdate };
  const after = (ms: number) => new Date(thisUpdate.getTime() + ms);
  const full = await writeCrl(
    { ...common, entries, nextUpdate: after(FULL_VALID_MS), form: { kind: 'full', delta: addresses.delta } },
    key,
  );
  const delta = await writeCrl(
    { ...common, entries: since, nextUpdate: after(DELTA_VALID_MS), form: { kind: 'delta', base } },
    key,
  );
  const list = { authority: algorithm, number, scheduled, thisUpdate, full, delta };
  return tools.transact(({ revocationLists }) => revocationLists.publish(list, entries));
}
