import { type HostDesk, said } from '../through-host/host-desk.ts';
import type { Signer } from './sign-way.ts';

/** Whether a bid that was encrypted for each of these certificates can still be opened. What is wrong, or nothing. */
export async function opensBids(
  desk: HostDesk,
  { serial, pin }: Signer,
  certificates: readonly string[],
): Promise<string | undefined> {
  const checked = await desk.work('decrypt.check', { serial }, { pin });
  if (!checked.ok) return `does not open bids: ${said(checked)}`;
  const opened = checked.value.certificates.flatMap(({ result, fingerprint }) =>
    result === 'opens' ? [fingerprint] : [],
  );
  const closed = certificates.filter((certificate) => !opened.includes(certificate));
  return closed.length > 0 ? `does not open bids for ${closed.join(', ')}` : undefined;
}
