import * as z from 'zod/mini';
import feitianEpass2003 from './data/feitian-epass2003.json' with { type: 'json' };
import feitianEpass3000 from './data/feitian-epass3000.json' with { type: 'json' };
import feitianEpass3000gm from './data/feitian-epass3000gm.json' with { type: 'json' };
import feitianEpass3003 from './data/feitian-epass3003.json' with { type: 'json' };
import haitai from './data/haitai.json' with { type: 'json' };
import longmaiCryptoid from './data/longmai-cryptoid.json' with { type: 'json' };
import longmaiGm3000 from './data/longmai-gm3000.json' with { type: 'json' };
import nss from './data/nss.json' with { type: 'json' };
import opencryptoki from './data/opencryptoki.json' with { type: 'json' };
import openscScHsm from './data/opensc-sc-hsm.json' with { type: 'json' };
import sansec from './data/sansec.json' with { type: 'json' };
import softhsm2 from './data/softhsm2.json' with { type: 'json' };
import tass from './data/tass.json' with { type: 'json' };
import watchdataProxkey from './data/watchdata-proxkey.json' with { type: 'json' };
import { type TokenProfile, tokenProfile } from './token-profile.ts';

const DATA = [
  openscScHsm,
  softhsm2,
  feitianEpass2003,
  feitianEpass3000,
  feitianEpass3003,
  feitianEpass3000gm,
  longmaiGm3000,
  longmaiCryptoid,
  watchdataProxkey,
  haitai,
  sansec,
  tass,
  opencryptoki,
  nss,
];

let parsed: readonly TokenProfile[] | undefined;

/** Those that come with the host. */
export function shippedProfiles(): readonly TokenProfile[] {
  parsed ??= z.array(tokenProfile).parse(DATA);
  return parsed;
}
