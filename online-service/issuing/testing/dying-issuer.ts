import type { Transact } from '../../stores.ts';
import { lifeUntil, type Moment } from '../../testing/deaths.ts';
import type { IssuingTools } from '../built-in/issuing-tools.ts';
import type { Authority } from '../open-authorities.ts';

/** The same tools, of a process that dies before or after its n-th transaction or signature. */
export function dyingIssuer(tools: IssuingTools, moment: Moment) {
  const life = lifeUntil(moment);
  const transact: Transact = (work) => life.lived(() => tools.transact(work));
  const signedBytes: Buffer[] = [];
  const dying = (authority: Authority): Authority => ({
    ...authority,
    key: {
      ...authority.key,
      sign: (message) =>
        life.lived(() => {
          signedBytes.push(Buffer.from(message));
          return authority.key.sign(message);
        }),
    },
  });
  const of = new Map([...tools.authorities.of].map(([algorithm, authority]) => [algorithm, dying(authority)]));
  return {
    tools: { ...tools, transact, authorities: { ...tools.authorities, of } },
    /** What its keys have signed. */
    signedBytes,
    get died(): boolean {
      return life.died;
    },
  };
}

/** Every moment in turn, until the work is done before the moment comes; answers how many there were. */
export async function everyDeathOf(
  tools: IssuingTools,
  scene: (dying: ReturnType<typeof dyingIssuer>) => Promise<void>,
): Promise<number> {
  for (let step = 1; ; step += 1) {
    for (const when of ['before', 'after'] as const) {
      const dying = dyingIssuer(tools, { step, when });
      await scene(dying);
      if (!dying.died) return step - 1;
    }
  }
}
