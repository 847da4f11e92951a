/** Everything around a key: the host's keyring on a real module, the authority that issues, the orders that ask. */
import { fileURLToPath } from 'node:url';
import type { EventOf, InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import type { KeyAlgorithm, PairUse, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { certificateParts } from '../../../native-host/formats/certificate/certificate-parts.ts';
import { subjectName } from '../../../native-host/formats/request/subject-name.ts';
import { verifyRequest } from '../../../native-host/formats/request/verify-request.ts';
import { testAuthority } from '../../../native-host/formats/testing/issue-certificate.ts';
import { softwareSigner } from '../../../native-host/formats/testing/software-signer.ts';
import { systemClock } from '../../../native-host/system-clock.ts';
import { type ClaimsWanted, claimsOf } from '../../../native-host/testing/sign-work-order.ts';
import { Keyring } from '../../../native-host/token/keyring.ts';
import type { WorkerContract } from '../../../native-host/token/worker-contract.ts';
import type { TestModule } from '../modules/test-module.ts';

const WORKER = fileURLToPath(new URL('../../../native-host/token/worker/main.ts', import.meta.url));
const HOLDER = subjectName([{ type: 'commonName', value: '示范单位有限公司' }]);
const FORMS: Readonly<Record<KeyAlgorithm, SignatureForm>> = {
  'rsa-2048': 'rsa-pkcs1-sha256',
  p256: 'ecdsa-p256-sha256',
  sm2: 'sm2-sm3',
};

type OrderedVerb = Parameters<Keyring['byOrder']>[0];
type Work<Verb extends OrderedVerb> = Omit<InputOf<WorkerContract[Verb]>, 'claims'>;
export type Certificates = InputOf<WorkerContract['renewal.install']>['certificates'];
export type Pair = { readonly use: PairUse; readonly algorithm: KeyAlgorithm };

export interface Desk {
  readonly keyring: Keyring;
  readonly pin: string;
  readonly progress: EventOf<WorkerContract['renewal.prepare']>[];
  work<Verb extends OrderedVerb>(
    verb: Verb,
    claims: Omit<ClaimsWanted, 'verb'>,
    input: Work<Verb>,
  ): Promise<Result<OutputOf<WorkerContract[Verb]>>>;
  close(): void;
}

/** As a host that was just started: no key was seen yet, no driver is loaded. */
export function openDesk({ module, pin }: Pick<TestModule, 'module' | 'pin'>): Desk {
  const options = { entry: WORKER, clock: systemClock, log: () => undefined, hangAfterMs: 20_000 };
  const keyring = new Keyring([module], options);
  const progress: Desk['progress'] = [];
  return {
    keyring,
    pin,
    progress,
    work: async (verb, claims, input) => {
      const whole = { ...input, claims: claimsOf({ verb, ...claims }, Date.now()) };
      return keyring.byOrder(verb, whole as never, {
        cancellation: createCanceller().cancellation,
        onEvent: ((event: Desk['progress'][number]) => void progress.push(event)) as never,
      }) as never;
    },
    close: () => keyring.close(),
  };
}

export function valueIn<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.support ?? ''}`);
  return result.value;
}

type Requests = OutputOf<WorkerContract['making.prepare']>['requests'];
export type Issue = (requests: Requests) => Promise<Certificates>;

/** An authority of one algorithm. It checks each request, as ours does. */
export async function openAuthority(algorithm: KeyAlgorithm): Promise<Issue> {
  const authority = await testAuthority(softwareSigner(FORMS[algorithm]));
  let serialNumber = 100;
  return (requests) =>
    Promise.all(
      requests.map(async ({ use, request }) => {
        const verified = verifyRequest(Buffer.from(request, 'base64'));
        if (!verified) throw new Error(`the ${use} request does not verify`);
        serialNumber += 1;
        const { publicKey } = verified;
        const own = await authority.issue({ subject: HOLDER, publicKey, uses: [use], serialNumber });
        return { use, chain: [own, authority.certificate].map((der) => Buffer.from(der).toString('base64')) };
      }),
    );
}

export function publicKeyIn(certificateBase64: string): Uint8Array {
  return certificateParts(Buffer.from(certificateBase64, 'base64')).publicKey;
}
