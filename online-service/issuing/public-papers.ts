import type { AuthorityAlgorithm } from './algorithms.ts';
import type { IssuingTools } from './built-in/issuing-tools.ts';
import { type AnswerOcsp, answerOcsp } from './ocsp/answer-ocsp.ts';
import type { Authority } from './open-authorities.ts';

/** What everybody may read of an authority, DER. Undefined: there is none of that name (yet). */
export interface PublicPapers {
  crl(name: string): Promise<Buffer | undefined>;
  certificate(name: string): Buffer | undefined;
  authority(name: string): Authority | undefined;
  readonly answerOcsp: AnswerOcsp;
}

export function publicPapers(tools: IssuingTools): PublicPapers {
  const { of } = tools.authorities;
  const named = (name: string) => [...of.values()].find(({ algorithm }) => algorithm === name);
  const latest = (algorithm: AuthorityAlgorithm) =>
    tools.transact(({ revocationLists }) => revocationLists.latest(algorithm));
  return {
    async crl(name) {
      for (const { algorithm, rootCrl } of of.values()) {
        if (name === `${algorithm}-root.crl`) return rootCrl;
        if (name === `${algorithm}.crl`) return (await latest(algorithm))?.full;
        if (name === `${algorithm}-delta.crl`) return (await latest(algorithm))?.delta;
      }
      return undefined;
    },
    certificate(name) {
      for (const { algorithm, root, certificate } of of.values()) {
        if (name === `${algorithm}-root.cer`) return root;
        if (name === `${algorithm}-issuing.cer`) return certificate;
      }
      return undefined;
    },
    authority: named,
    answerOcsp: answerOcsp(tools),
  };
}
