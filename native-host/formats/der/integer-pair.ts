import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';

/** `SEQUENCE { INTEGER, INTEGER }`: Ecdsa-Sig-Value (RFC 3279), SM2Signature (GM/T 0009), RSAPublicKey (RFC 8017). */
export class IntegerPair {
  first = new ArrayBuffer(0);
  second = new ArrayBuffer(0);
}

const unsigned = { type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter };
AsnType({ type: AsnTypeTypes.Sequence })(IntegerPair);
AsnProp(unsigned)(IntegerPair.prototype, 'first');
AsnProp(unsigned)(IntegerPair.prototype, 'second');
