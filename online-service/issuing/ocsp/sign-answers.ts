import type { DueDone, DueWork } from '../../jobs/due-work.ts';
import type { IssuingTools } from '../built-in/issuing-tools.ts';
import type { Authority } from '../open-authorities.ts';
import { usualCertificateId } from './certificate-id.ts';
import type { OcspAnswer } from './ocsp-answer-store.ts';
import { writeOcspReply } from './write-ocsp-reply.ts';

const HOUR_MS = 3_600_000;
export const ANSWER_VALID_MS = 24 * HOUR_MS;
/** Signed anew while the one before still has time: a service that stands for a while has answers that count. */
const RENEW_BEFORE_END_MS = 12 * HOUR_MS;
const MOST_AT_ONCE = 100;

/** Answers are signed before anybody asks: for what was issued just now, and for those that run out (RFC 5019). */
export function signAnswers(tools: IssuingTools): DueWork {
  return {
    name: 'sign-ocsp-answers',
    async run(): Promise<DueDone> {
      const until = new Date(tools.now().getTime() + RENEW_BEFORE_END_MS);
      let done = 0;
      let more = false;
      for (const authority of tools.authorities.of.values()) {
        const wanting = await tools.transact(({ ocspAnswers }) =>
          ocspAnswers.wanting(authority.algorithm, until, MOST_AT_ONCE),
        );
        for (const serialNumber of wanting) if (await signAnswer(tools, authority, serialNumber)) done += 1;
        more ||= wanting.length === MOST_AT_ONCE;
      }
      return { done, more: more && done > 0 };
    },
  };
}

/** Undefined for what this authority did not issue, or when it was revoked at this moment. */
export async function signAnswer(
  tools: IssuingTools,
  authority: Authority,
  serialNumber: string,
): Promise<OcspAnswer | undefined> {
  const status = await tools.transact(({ ocspAnswers }) => ocspAnswers.statusOf(authority.algorithm, serialNumber));
  if (status.status === 'unknown') return undefined;
  const thisUpdate = tools.now();
  const nextUpdate = new Date(thisUpdate.getTime() + ANSWER_VALID_MS);
  const answers = [{ certificateId: usualCertificateId(authority, serialNumber), status }];
  const reply = await writeOcspReply({ answers, thisUpdate, nextUpdate }, authority.responder);
  const answer = { serialNumber, nextUpdate, reply };
  return (await tools.transact(({ ocspAnswers }) => ocspAnswers.keep(answer, status))) ? answer : undefined;
}
