/** What a driver and the keys in it say of themselves, and what they really did when they were asked to. */
export interface ProbeReport {
  readonly library: { readonly manufacturer: string; readonly description: string; readonly version: string };
  /** C_WaitForSlotEvent is there. */
  readonly waitsForEvents: boolean;
  readonly keys: readonly ProbedKey[];
}

export interface ProbedKey {
  readonly slot: number;
  readonly removable: boolean;
  readonly initialised: boolean;
  readonly loginRequired: boolean;
  readonly claimsPinPad: boolean;
  readonly label: string;
  readonly serial: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly pin: { readonly min: number; readonly max: number };
  /** Of its memory for public objects, where it tells. */
  readonly freeBytes?: number;
  readonly mechanisms: readonly ProbedMechanism[];
  /** Seen without a login. */
  readonly objects: { readonly certificates: number; readonly publicKeys: number; readonly privateKeys: number };
  readonly work?: ProbedWork;
}

export interface ProbedMechanism {
  readonly number: number;
  readonly name: string;
  readonly flags: number;
  readonly keySizes: { readonly min: number; readonly max: number };
}

/** Only of a blank key, and only when it was asked for. */
export interface ProbedWork {
  readonly soPin: string;
  readonly pin: string;
  readonly steps: readonly ProbedStep[];
  readonly certificateNeedsIssuer?: boolean;
  readonly soLogin?: 'at-once' | 'late';
  readonly sm2?: ProbedSm2;
}

export interface ProbedStep {
  readonly what: string;
  readonly ok: boolean;
  readonly ms: number;
  /** The CKR code's name where it did not work. */
  readonly support?: string;
}

export interface ProbedSm2 {
  readonly keyType: number;
  readonly generate: number;
  readonly mechanism: number;
  readonly takes: 'digest' | 'message';
  readonly addsZ: boolean;
  readonly answers: 'raw' | 'der';
}

/** One look at a key that a person pulls and plugs. */
export interface PluggingLook {
  readonly present: boolean;
  /** What a session says that was opened while the key was in: the constant's name and number, or `CKR_OK`. */
  readonly session: string;
  /** C_WaitForSlotEvent told of something since the last look. */
  readonly event: boolean;
}

/** Asked of a probing process that was told to watch a key, as often as one likes. */
export interface LookRequest {
  readonly afresh: boolean;
}

/** What the probing process is told. */
export interface ProbeRequest {
  readonly library: string;
  readonly libraryParameters?: string;
  /** Reports nothing at first, and then answers each `LookRequest` about the key with this serial. */
  readonly watch?: { readonly serial: string };
  /** Works the blank key in that slot, as a maker's desk would; `soPins` are tried at its initialisation. */
  readonly write?: {
    readonly slot: number;
    readonly soPins: readonly string[];
    readonly sm2: readonly { readonly keyType: number; readonly generate: number }[];
  };
}

interface NoAnswer {
  readonly ok: false;
  readonly support: string;
}

export type ProbeAnswer = { readonly ok: true; readonly report: ProbeReport } | NoAnswer;
export type LookAnswer = { readonly ok: true; readonly look: PluggingLook } | NoAnswer;
