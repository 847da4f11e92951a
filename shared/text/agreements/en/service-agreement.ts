import type { AgreementText } from '../agreement-text.ts';

export const serviceAgreement: AgreementText = {
  version: '2026-11-01',
  lead: 'Between the unit or person that applies for a certificate ("you") and the certification authority that issues it ("we"). It says what each side does when a certificate is applied for, used and stopped. It takes effect when you tick the box and sign the application with the code from your phone.',
  sections: [
    {
      title: '1. What we provide',
      paragraphs: [
        'We verify who you are, issue a certificate, put it on a key and post it, or keep it on the agreed hosting platform. Electronic seals are made from the sheet that you hand in.',
        'While it is valid we answer queries about its status, and renew, unlock, change, re-issue and revoke it. Channels differ in what they offer, in prices and in time; what the page showed and the order holds is what counts.',
      ],
    },
    {
      title: '2. Applying and being verified',
      paragraphs: [
        'Please give true, complete and accurate information. Whoever gives false information bears the consequences; we may stop the application or revoke the certificate.',
        'An operator who applies for a unit must have its authority. We compare what you filled in with telephone carriers and banks, and may send 0.01 yuan to the account of the unit to check it; it need not be returned.',
        'What you confirm and sign is what the confirmation page lists, item by item. Changing it later means confirming and signing again.',
      ],
    },
    {
      title: '3. Prices, refunds and invoices',
      paragraphs: [
        'Prices are listed before you agree, and do not change afterwards. After payment the e-invoice goes to the address that you gave.',
        'Until making has begun you may cancel, and what was paid is paid back the way it came. An application that was sent back may be mended and handed in again free of charge; if you give it up instead, all of it is paid back.',
        'Once a certificate has been made, fees are not paid back because it is no longer wanted. A key that fails in normal use is replaced; please call the hotline.',
      ],
    },
    {
      title: '4. Key and password are in your keeping',
      paragraphs: [
        'Keep the key and its password safe, change the first password soon, and hand them to nobody who has no business with them. A signature made with your certificate counts as yours.',
        'If a key is lost, a password known to others, or something in the certificate no longer true, have it revoked, re-issued or changed at once. Signatures made before we have received and checked that remain valid.',
        'Bids encrypted with an earlier certificate may need that certificate to be opened. Until they are opened, do not delete it and do not format the key.',
      ],
    },
    {
      title: '5. What we answer for',
      paragraphs: [
        'We verify, issue and keep records by our published certification practice statement, publish revoked certificates in time, and protect what you hand in.',
        'If through our fault you suffer loss by relying on a certificate as law and agreement allow, we are liable by law. Where we can show that we were not at fault, we are not.',
        'When something that nobody could foresee or avoid, such as a power or network failure or a natural disaster, delays us, we tell you soon and go on as soon as we can. What was paid is safe.',
      ],
    },
    {
      title: '6. When a certificate is revoked',
      paragraphs: [
        'When you or the unit ask for it; when information proves false; when the certificate is no longer true and was not changed; when key or password are out of control; when you break this agreement and do not mend it after a reminder; when the law requires it.',
        'A revoked certificate stops at once and cannot be brought back. Signatures lawfully made before remain valid.',
      ],
    },
    {
      title: '7. Changes',
      paragraphs: [
        'A new version holds for new applications; orders already signed keep theirs. Each version has its date; the version and the time of your consent are kept with the order and stand on the application form.',
      ],
    },
    {
      title: '8. Disputes',
      paragraphs: [
        'The law of the People’s Republic of China applies. Please call the hotline first, and we answer soon; failing that, either side may go to the people’s court that has jurisdiction.',
      ],
    },
  ],
};
