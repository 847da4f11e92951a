import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { ephemeralKey, open, publicText } from '../../../native-host/unlock/hpke.ts';
import { type Issued, openAuthority } from '../through-host/authority.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import { soPinOpens } from './so-pin-opens.ts';
import { type KeyAtStart, pairsOf, type Way } from './way.ts';

const ORDER = { order: 'MAKE-0001', channel: 'shangqiu-ggzy' } as const;

/** The maker's desk: a blank key becomes one with passwords, pairs, certificates and a seal. */
export async function makeWay({ test, serial, algorithm }: KeyAtStart): Promise<Way> {
  const authority = await openAuthority(algorithm);
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
          const begun = { ...ordered, terms: { label: 'Made' } };
          const initialised = await desk.work('making.initialise', begun, { custodyKey, pin });
          // Making forgets its own notes last of all: by then custody has had the password for long.
          const pastAsking = !initialised.ok && initialised.error.code === 'KEY_NOT_BLANK' && certificates.length > 0;
          if (!initialised.ok && !pastAsking) return initialised;
          if (initialised.ok) sealed = initialised.value.sealedSoPin;
          const terms = { pairs: pairsOf(algorithm) };
          const asked = await desk.work('making.prepare', { ...ordered, terms }, { pin });
          if (!asked.ok) return asked;
          certificates = await authority.issue(asked.value.requests);
          const sealImage = Buffer.from('seal image').toString('base64');
          return desk.work('making.install', ordered, { pin, certificates: [...certificates], sealImage });
        },
        worksMeanwhile: async () => undefined,
        worksAtEnd: async (desk) => {
          const signed = await signsWith(desk, { serial, algorithm, pin }, fingerprints(certificates)[0] ?? '');
          if (signed) return signed;
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
