import { TokenProcess } from '../../fixtures/fault-token/token-process.ts';
import type { TestModule } from './test-module.ts';

const CKU_SO = 0;
const CKF_TOKEN_INITIALIZED = 0x400;
const LABEL_BYTES = 32;

export type Initialisable = Pick<TestModule, 'module' | 'pin' | 'soPin' | 'blankSoPin'>;

/** Makes the module's blank key one that is ready for pairs, as a maker's desk would; gives its serial. */
export async function initialiseKey(key: Initialisable, label: string): Promise<string> {
  return inProcess(key, async (p11) => {
    const slot = await blankSlot(p11);
    await p11.call('C_InitToken', slot, key.blankSoPin, padded(label));
    const initialised = await slotOf(p11, label);
    const session = await p11.session(initialised);
    await p11.call('C_Login', session, CKU_SO, key.blankSoPin);
    if (key.blankSoPin !== key.soPin) await p11.call('C_SetPIN', session, key.blankSoPin, key.soPin);
    await p11.call('C_InitPIN', session, key.pin);
    return (await infoOf(p11, initialised)).serialNumber;
  });
}

/** The serial of the one blank key. */
export function blankSerial(key: Initialisable): Promise<string> {
  return inProcess(key, async (p11) => (await infoOf(p11, await blankSlot(p11))).serialNumber);
}

export interface SeenKey extends Pick<TestModule, 'module'> {
  /** Looks again and again; without it a process is started for each look. */
  readonly stranger?: TokenProcess;
}

/** Done in another process, so that the one under test meets the key as a stranger's. */
export async function inProcess<Answer>(
  { module, stranger }: SeenKey,
  work: (p11: TokenProcess) => Promise<Answer>,
): Promise<Answer> {
  const p11 = stranger ?? startStranger(module);
  const { libraryParameters } = module;
  try {
    await p11.call('C_Initialize', { flags: 2, ...(libraryParameters === undefined ? {} : { libraryParameters }) });
    try {
      return await work(p11);
    } finally {
      await p11.call('C_Finalize');
    }
  } finally {
    if (!stranger) p11.kill();
  }
}

export function startStranger({ path, env }: TestModule['module']): TokenProcess {
  return new TokenProcess(path, env);
}

/** C_InitToken reads 32 bytes whatever it is given (PKCS#11 v2.40, 5.5), and pkcs11js hands over what it was given. */
function padded(label: string): string {
  return label + ' '.repeat(LABEL_BYTES - Buffer.byteLength(label));
}

export interface TokenInfo {
  readonly label: string;
  readonly serialNumber: string;
  readonly manufacturerID: string;
  readonly model: string;
  readonly flags: number;
  readonly minPinLen: number;
  readonly maxPinLen: number;
}

export async function infoOf(p11: TokenProcess, slot: Buffer): Promise<TokenInfo> {
  const info = (await p11.call('C_GetTokenInfo', slot)) as TokenInfo;
  const { label, serialNumber, manufacturerID, model } = info;
  return {
    ...info,
    label: trimmed(label),
    serialNumber: trimmed(serialNumber),
    manufacturerID: trimmed(manufacturerID),
    model: trimmed(model),
  };
}

/** PKCS#11 pads with blanks; openCryptoki with zeros. */
const trimmed = (text: string): string => text.replace(/\0.*$/, '').trim();

async function blankSlot(p11: TokenProcess): Promise<Buffer> {
  return theSlot(p11, ({ flags }) => (flags & CKF_TOKEN_INITIALIZED) === 0);
}

/** SoftHSM2 gives a token another slot once it is initialised. */
async function slotOf(p11: TokenProcess, label: string): Promise<Buffer> {
  return theSlot(p11, (info) => (info.flags & CKF_TOKEN_INITIALIZED) !== 0 && info.label.startsWith(label));
}

async function theSlot(p11: TokenProcess, pleases: (info: TokenInfo) => boolean): Promise<Buffer> {
  for (const slot of await p11.slots()) if (pleases(await infoOf(p11, slot))) return slot;
  throw new Error('no such token');
}
