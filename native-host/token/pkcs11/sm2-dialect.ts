import type { Sm2CipherForm } from '../../formats/sm2/encrypt-sm2.ts';

/** How one maker's PKCS#11 speaks SM2: the numbers are the maker's own, and a token profile names them. */
export interface Sm2Dialect {
  readonly keyType: number;
  /** Mechanism of key pair generation. */
  readonly generate: number;
  readonly sign: {
    readonly mechanism: number;
    /** `digest`: it takes e = SM3(Z ‖ M). `message`: it hashes itself, and puts Z before the message if `addsZ`. */
    readonly takes: 'digest' | 'message';
    readonly addsZ: boolean;
    readonly answers: 'raw' | 'der';
  };
  readonly encrypt?: number;
  /** How its ciphertext is put together; C1 ‖ C3 ‖ C2 unless the profile says otherwise. */
  readonly ciphertext?: Sm2CipherForm;
}
