import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { ephemeralKey, open, publicText } from '../../../native-host/unlock/hpke.ts';
import { type Issued, openIssuingAuthority } from '../through-host/authority.ts';
import { opensBids } from './opens-bids.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import { soPinOpens } from './so-pin-opens.ts';
import { type KeyAtStart, pairsOf, type Way } from './way.ts';

const ORDER = { order: 'MAKE-0001', channel: 'shangqiu-ggzy' } as const;

/** The maker's desk: a blank key becomes one with passwords, pairs, certificates and a seal. */
export async function makeWay({ test, serial, algorithm }: KeyAtStart): Promise<Way> {
  const authority = await openIssuingAuthority(algorithm);
  const custody = await ephemeralKey();
  const custodyKey = await publicText(custody);
  const { pin } = test;
  const ordered = { ...ORDER, serial };
  return {
    begin: () => {
      let certificates: readonly Issued[] = [];
      let sealed = '';
      return {
        pin,
        keeps: () => fingerprints(certificates),
        run: async (desk) => {
          const begun = { ...ordered, terms: { label: 'Made', custodyKey } };
          const initialised = await desk.work('making.initialise', begun, { pin });
          if (!initialised.ok) return initialised;
          sealed = initialised.value.sealedSoPin;
          const terms = { pairs: pairsOf(algorithm) };
          const asked = await desk.work('making.prepare', { ...ordered, terms }, { pin });
          if (!asked.ok) return asked;
          certificates = await authority.issue(asked.value.requests);
          const sealImage = Buffer.from('seal image').toString('base64');
          return desk.work('making.install', ordered, { pin, certificates: [...certificates], sealImage });
        },
        worksMeanwhile: async () => undefined,
        worksAtEnd: async (desk) => {
          const [sign = '', encrypt = ''] = fingerprints(certificates);
          const signer = { serial, algorithm, pin };
          const wrong = (await signsWith(desk, signer, sign)) ?? (await opensBids(desk, signer, [encrypt]));
          if (wrong) return wrong;
          const soPin = await open(custody, sealed, { info: custodyInfo(ordered), aad: ORDER.order });
          if (!soPin) return 'what is in custody does not open';
          return (await soPinOpens(test, Buffer.from(soPin).toString()))
            ? undefined
            : 'the password in custody is wrong';
        },
      };
    },
  };
}
