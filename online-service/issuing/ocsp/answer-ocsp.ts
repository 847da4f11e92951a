import type { IssuingTools } from '../built-in/issuing-tools.ts';
import type { Authority } from '../open-authorities.ts';
import { type AnswerCache, answerCache } from './answer-cache.ts';
import { isOf, usualCertificateId } from './certificate-id.ts';
import type { CertificateStatus, OcspAnswer } from './ocsp-answer-store.ts';
import { type CertificateId, type OcspRequest, readOcspRequest } from './read-ocsp-request.ts';
import { ANSWER_VALID_MS, signAnswer } from './sign-answers.ts';
import { ocspError, writeOcspReply } from './write-ocsp-reply.ts';

export interface OcspReply {
  readonly reply: Buffer;
  /** Others may keep it that long; absent: it is for this request only. */
  readonly keep?: { readonly until: Date };
}

export type AnswerOcsp = (authority: Authority, request: Uint8Array) => Promise<OcspReply>;

/** RFC 6960. The usual question is answered by what was signed before; a nonce, and whatever else, is signed for. */
export function answerOcsp(tools: IssuingTools): AnswerOcsp {
  const cache = answerCache(tools.now);
  return async (authority, bytes) => {
    const request = readOcspRequest(bytes);
    if (!request) return { reply: ocspError('malformedRequest') };
    const [only, ...others] = request.asked;
    if (!only || !request.asked.every((one) => isOf(authority, one))) return { reply: ocspError('unauthorized') };
    const usual = usualCertificateId(authority, only.serialNumber);
    if (others.length === 0 && !request.nonce && only.whole.equals(usual)) {
      const before = await signedBefore(tools, cache, { authority, serialNumber: only.serialNumber });
      if (before) return { reply: before.reply, keep: { until: before.nextUpdate } };
    }
    return { reply: await signNow(tools, authority, request) };
  };
}

interface Question {
  readonly authority: Authority;
  readonly serialNumber: string;
}

async function signedBefore(
  tools: IssuingTools,
  cache: AnswerCache,
  { authority, serialNumber }: Question,
): Promise<OcspAnswer | undefined> {
  const cached = cache.find(serialNumber);
  if (cached) return cached;
  const kept = await tools.transact(({ ocspAnswers }) => ocspAnswers.find(serialNumber, tools.now()));
  const answer = kept ?? (await signAnswer(tools, authority, serialNumber));
  if (answer) cache.keep(answer);
  return answer;
}

async function signNow(tools: IssuingTools, authority: Authority, { asked, nonce }: OcspRequest): Promise<Buffer> {
  const statuses = await tools.transact(({ ocspAnswers }) =>
    Promise.all(asked.map(({ serialNumber }) => ocspAnswers.statusOf(authority.algorithm, serialNumber))),
  );
  const thisUpdate = tools.now();
  const nextUpdate = new Date(thisUpdate.getTime() + ANSWER_VALID_MS);
  const answers = asked.map(({ whole }: CertificateId, at) => ({
    certificateId: whole,
    status: statuses[at] ?? UNKNOWN,
  }));
  return writeOcspReply({ answers, thisUpdate, nextUpdate, nonce }, authority.responder);
}

const UNKNOWN: CertificateStatus = { status: 'unknown' };
