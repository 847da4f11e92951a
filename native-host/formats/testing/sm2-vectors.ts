/** GM/T 0003.5 (GB/T 32918.5) appendix A.2: the signature on the recommended curve. */
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

export const GMT_0003_5 = {
  message: Buffer.from('message digest'),
  id: '1234567812345678',
  point: hex(
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
      'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  z: hex('b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3'),
  e: hex('f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640'),
  rs: hex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
} as const;

/** The order of the curve. */
export const N = hex('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
