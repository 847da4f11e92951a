import type { Revocation, RevokeOutcome } from '../certificate-authority.ts';
import type { IssuingTools } from './issuing-tools.ts';

/** In one transaction: revoked, and what was said of it before forgotten. The lists follow as due work. */
export async function revoke(tools: IssuingTools, { serialNumber, reason }: Revocation): Promise<RevokeOutcome> {
  const outcome = await tools.transact(async ({ issuances, ocspAnswers }): Promise<RevokeOutcome> => {
    const issuance = await issuances.findBySerial(serialNumber);
    if (!issuance?.certificate) return 'unknown';
    if (!(await issuances.revoke(issuance.id, reason, tools.now()))) return 'revoked-before';
    await ocspAnswers.forget(serialNumber);
    return 'revoked';
  });
  if (outcome === 'revoked') tools.onRevoked?.();
  return outcome;
}
